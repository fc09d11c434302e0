package se.sip.meeting;

import se.sip.casefile.Participant;
import se.sip.unit.Principal;
import se.sip.unit.Unit;

/**
 * Who takes part in the case's meetings and can undertake something in its plan: the convening unit and every
 * confirmed participant.
 *
 * @param key the unit's id, or {@code deltagare-<id>} for somebody outside the register
 * @param unitId null for somebody outside the register
 * @param participantId null for the convening unit
 * @param called whether it had a duty to come (VGU-88)
 * @param hasLogin whether its staff work here; otherwise the convening unit registers for it
 */
public record Party(
        String key, String unitId, Long participantId, String name, Principal principal, boolean called,
        boolean hasLogin) {

    private static final String OUTSIDE_REGISTER = "deltagare-";

    static Party convening(Unit unit) {
        return new Party(unit.id(), unit.id(), null, unit.name(), unit.principal(), true, true);
    }

    static Party taking(Participant participant, Unit unit) {
        String key = participant.unitId() != null ? participant.unitId() : OUTSIDE_REGISTER + participant.id();
        return new Party(key, participant.unitId(), participant.id(), participant.name(), participant.principal(),
                participant.duty() == Participant.Duty.CALLED, unit != null && unit.hasLogin());
    }

    /** Whether it belongs to one of the two principals. */
    public boolean isPrincipals() {
        return principal != Principal.OTHER;
    }
}
