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
