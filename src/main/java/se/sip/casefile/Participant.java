package se.sip.casefile;

import lombok.With;
import org.springframework.data.annotation.Id;
import se.sip.unit.Principal;
import se.sip.unit.UnitKind;

/**
 * Somebody who is to take part: a unit of the register, or somebody outside it.
 *
 * @param unitId null for somebody outside the register
 * @param duty called (kallad, has a duty to come) or invited (inbjuden), VGU-88, VGU-89
 * @param route why just this one: KNOWN_THERE, HEALTH_CENTRE, INTAKE_UNIT, CHOSEN_BY_FAMILY
 */
@With
public record Participant(
        @Id Long id,
        String caseNumber,
        String unitId,
        String name,
        Principal principal,
        UnitKind kind,
        String email,
        String postalAddress,
        String need,
        boolean knownThere,
        Duty duty,
        String route,
        Codes clauses,
        Status status) {

    /** Somebody takes up contact there first; the unit is no recipient of a call (HAL-16, HAL-85, HAL-89). */
    public static final String ROUTE_ENTRY_POINT = "ENTRY_POINT";
    /** Called when an application has been made (HAL-84, HAL-88). */
    public static final String ROUTE_APPLICATION = "APPLICATION";
    /** Only information is needed: help with contact, never a call (HAL-89). */
    public static final String ROUTE_HELP_CONTACT = "HELP_CONTACT";

    /** The contact has had its outcome; it stays named in the consent and is never called itself. */
    public static final String ROUTE_REFERRED = "REFERRED";

    /** Whether it takes part in meetings; otherwise a contact comes first, and the case goes on meanwhile. */
    public boolean takesPart() {
        return !isContactedFirst();
    }

    public boolean isContactedFirst() {
        return ROUTE_ENTRY_POINT.equals(route) || ROUTE_APPLICATION.equals(route)
                || ROUTE_HELP_CONTACT.equals(route) || ROUTE_REFERRED.equals(route);
    }

    /** Whether it counts when units are planned: one that may come to take part does. */
    public boolean mayTakePart() {
        return !ROUTE_HELP_CONTACT.equals(route) && !ROUTE_REFERRED.equals(route);
    }

    /** Kallad or inbjuden. */
    public enum Duty {
        CALLED,
        INVITED
    }

    /** Proposed by the table, confirmed by the starter, or removed (by the family's wish, wrong recipient). */
    public enum Status {
        PROPOSED,
        CONFIRMED,
        REMOVED
    }
}
