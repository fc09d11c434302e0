package se.sip.discharge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A stay at a hospital after which interventions may be needed. All moments are Swedish time.
 *
 * @param careUnit the regional outpatient unit whose permanent care contact convenes (LUS 2:5, VGU-97)
 * @param judgedAt when the physician judged that interventions may be needed, where that was after the admission
 * @param noticeDue the notice is in time up to and including this moment (LUS 2:3)
 * @param sentAt when the admission notice was sent; null while it is not
 * @param lateNotedAt when it was noted that the notice was not sent in time
 * @param existingCase number of the person's running SIP in this system
 * @param existingUnit main responsible of the existing SIP
 * @param careContact the permanent care contact (fast vårdkontakt); null until named
 */
@With
record Admission(
        @Id Long id, String caseNumber, String wardUnit, String careUnit, LocalDateTime admittedAt,
        LocalDateTime judgedAt, String physician, LocalDateTime noticeDue, LocalDateTime sentAt,
        LocalDateTime lateNotedAt, String lateReason, LocalDate expectedOn, boolean existingSip, String existingCase,
        String existingUnit, String careContact, String careContactRole, LocalDate careContactOn,
        LocalDateTime dischargedAt, @Version long version) {

    boolean isSent() {
        return sentAt != null;
    }

    boolean isDischarged() {
        return dischargedAt != null;
    }

    /** Whether the notice was, or is at the moment given, later than the law allows (LUS 2:3). */
    boolean isLateAt(LocalDateTime sending) {
        return sending.isAfter(noticeDue);
    }
}
