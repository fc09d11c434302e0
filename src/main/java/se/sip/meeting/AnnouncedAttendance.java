package se.sip.meeting;

import java.util.List;

/** Who has been announced for a case's planning meeting; answered where the invitations are kept. */
public interface AnnouncedAttendance {

    List<Announced> of(String caseNumber);

    /**
     * What one recipient has answered.
     *
     * @param who names of those who come; null where nobody does
     * @param mandate whether any of them may promise interventions for the unit
     * @param absentWhy why nobody comes
     */
    record Announced(Long participantId, String who, String workRole, Boolean mandate, Boolean substitute,
            String absentWhy) {
    }
}
