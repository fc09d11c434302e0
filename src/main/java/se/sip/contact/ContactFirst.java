package se.sip.contact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A contact that comes before a call: the unit that is needed has no ongoing contact with the person. The case goes on
 * meanwhile, and the date of its meeting keeps running (HAL-16, HAL-73, HAL-85 to HAL-89).
 *
 * @param participantId the one contacted: En väg in, or the intake unit of social services
 * @param contactBy who takes the contact; null until it is taken
 * @param outcome what came of it; null while it is open
 * @param unitId the unit that the person was judged to belong to (HAL-87)
 * @param warnedAt when the starter was told that it is still open a week before the date
 * @param endedAt when it was over, by its outcome or because the case ended
 */
@With
@Table("contact_first")
public record ContactFirst(
        @Id Long id, String caseNumber, Long participantId, Sort sort, LocalDateTime openedAt, ContactBy contactBy,
        LocalDate contactedOn, String contactWith, Outcome outcome, LocalDate outcomeOn, String note, String unitId,
        LocalDateTime warnedAt, LocalDateTime endedAt, @Version long version) {

    static ContactFirst opened(String caseNumber, Long participantId, Sort sort, LocalDateTime at) {
        return new ContactFirst(null, caseNumber, participantId, sort, at, null, null, null, null, null, null, null,
                null, null, 0);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    String key() {
        return String.valueOf(id);
    }

    /** Which contact, and which diagram leads through it. */
    public enum Sort {
        /** En väg in, which refers to the specialist unit that the person belongs to (HAL-85, HAL-86). */
        ENTRY_POINT("en_vag_in"),
        /** Social services, where an application makes an ongoing contact (HAL-84, HAL-88). */
        APPLICATION("socialtjanst_kontakt"),
        /** Social services, for information only (HAL-89). */
        HELP_CONTACT("socialtjanst_kontakt");

        private final String process;

        Sort(String process) {
            this.process = process;
        }

        String process() {
            return process;
        }
    }

    /** Who takes the contact, by their own choice (HAL-85). */
    public enum ContactBy {
        GUARDIAN("Vårdnadshavaren eller den unge"),
        STARTER("Vi som startade");

        private final String swedish;

        ContactBy(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** What came of it. */
    public enum Outcome {
        /** A unit was found that the person belongs to (HAL-87). */
        UNIT_FOUND,
        /** No unit of specialist care. */
        NO_UNIT,
        /** An application was made: there is an ongoing contact (HAL-84, HAL-88). */
        APPLIED,
        /** The family got the information it wanted (HAL-89). */
        INFORMED,
        /** The family does not want it any more. */
        NOT_WISHED
    }
}
