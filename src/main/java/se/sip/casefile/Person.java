package se.sip.casefile;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.data.annotation.Id;

/**
 * Whom a case concerns (den enskilde).
 *
 * @param idNumber twelve digits with hyphen, or a reserve number, as {@code IdNumber} writes it
 * @param municipalityCode home municipality, SCB's four digits
 * @param placingMunicipalityCode municipality that has placed the child, if placed
 */
public record Person(
        @Id Long id,
        String county,
        String idNumber,
        String idKind,
        LocalDate birthDate,
        String givenName,
        String familyName,
        String address,
        String municipalityCode,
        String placingMunicipalityCode,
        Protection protection,
        String interpreterLanguage,
        String adaptations) {

    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** Guardianship ends the day the person turns 18 (FB 9:1). */
    public boolean isAdultOn(LocalDate day) {
        return ageOn(day) >= 18;
    }

    public boolean isProtected() {
        return protection != Protection.NONE;
    }

    public String name() {
        return givenName + " " + familyName;
    }
}
