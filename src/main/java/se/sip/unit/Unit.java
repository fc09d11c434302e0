package se.sip.unit;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A unit (enhet) of a county's register. Its id is also the candidate group of its tasks; the group of its
 * managers is {@link #managerGroup()}.
 *
 * @param municipalityCode SCB's four digits, or null where the unit serves the whole county
 * @param itService whether the unit uses the county's IT service for SIP (SAMSA in Västra Götaland)
 * @param hasLogin whether its staff log in here; otherwise the convener registers its answers
 */
public record Unit(
        @Id String id,
        String county,
        String name,
        Principal principal,
        UnitKind kind,
        String municipalityCode,
        String email,
        String phone,
        String postalAddress,
        boolean itService,
        boolean hasLogin,
        LocalDate validFrom,
        LocalDate validTo) {

    /** What a manager group's id adds to the unit's. */
    public static final String MANAGER_SUFFIX = "-chef";

    public String managerGroup() {
        return id + MANAGER_SUFFIX;
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    Unit endedOn(LocalDate lastDay) {
        return new Unit(id, county, name, principal, kind, municipalityCode, email, phone, postalAddress, itService,
                hasLogin, validFrom, lastDay);
    }
}
