package se.sip.access;

import java.util.Arrays;
import java.util.Collection;

/** What a member of staff may do, beside the units they work in. Each role is a group of the engine. */
public enum Role {
    /** Handläggare: works with the cases of their own units. */
    CASEWORKER("handlaggare", "Handläggare"),
    /** Samordnare: works across the cases of a unit and sees to it that they move. */
    COORDINATOR("samordnare", "Samordnare"),
    /** Chef: is told of dates that pass, besides what a handläggare does. */
    MANAGER("chef", "Chef"),
    /** Processägare: owns diagrams, tables and forms of a county. */
    PROCESS_OWNER("processagare", "Processägare"),
    /** Driftadministratör: runs the system in Cockpit and Admin; does not work with cases. */
    OPERATOR("driftadmin", "Driftadministratör"),
    /** Länsadministratör: looks after a county's users, units and incidents; sees no case. */
    COUNTY_ADMIN("lansadmin", "Länsadministratör"),
    /** Statistikläsare: sees figures only. */
    STATISTICS_READER("statistiklasare", "Statistikläsare"),
    /** A county's IT service, over the API only. */
    INTEGRATION("integration", "Integration"),
    /** Granskare: reads the audit log; sees no case. */
    REVIEWER("granskare", "Granskare"),
    /** Arkivansvarig: takes over what their principal is to keep of ended cases; sees no running case. */
    ARCHIVIST("arkivansvarig", "Arkivansvarig");

    private final String group;
    private final String swedish;

    Role(String group, String swedish) {
        this.group = group;
        this.swedish = swedish;
    }

    /** The engine's group id. */
    public String group() {
        return group;
    }

    /** Whether a member of these groups has the role. */
    public boolean isAmong(Collection<String> groups) {
        return groups.contains(group);
    }

    /** The role's name as staff read it. */
    public String swedish() {
        return swedish;
    }

    /** The same by the engine's group id. */
    public static String swedishOf(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst().orElseThrow().swedish;
    }

    static boolean isRole(String group) {
        return Arrays.stream(values()).anyMatch(role -> role.group.equals(group));
    }
}
