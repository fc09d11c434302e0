package se.sip.need;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.sip.casefile.Codes;

/**
 * Not a SIP: the form of meeting that was chosen instead (HAL-17).
 *
 * @param form a code of the table {@code annan_motesform}
 * @param assessment the written individual assessment (HAL-18)
 * @param reason why just this form
 */
@Table("other_meeting")
public record OtherMeeting(
        @Id Long id, String caseNumber, String form, String assessment, String reason, Codes clauses,
        LocalDateTime decidedAt, String decidedBy) {
}
