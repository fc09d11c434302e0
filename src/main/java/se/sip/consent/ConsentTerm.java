package se.sip.consent;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A kind of information that may be shared, or something that may not.
 *
 * @param unitId the unit of the register that may not be called, where it is one
 */
@Table("consent_term")
public record ConsentTerm(Kind kind, String text, String unitId) {

    /** What a term says. */
    public enum Kind {
        /** A named kind of information (VGU-61). */
        INFORMATION,
        /** Får inte tas upp. */
        EXCLUDED_TOPIC,
        /** Får inte kallas. */
        EXCLUDED_PARTY
    }
}
