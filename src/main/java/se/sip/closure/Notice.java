package se.sip.closure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import se.sip.correspondence.Addressee;

/**
 * That somebody is told of something in a case.
 *
 * @param toldOn day the recipient was told, where the convener tells
 * @param documentedOn day the unit documented the closing in its own system (VGU-161)
 */
@With
public record Notice(
        @Id Long id, String caseNumber, NoticeKind kind, Addressee.Kind recipientKind, String recipientKey,
        LocalDateTime createdAt, Status status, LocalDate toldOn, Manner toldHow, String toldBy,
        LocalDate documentedOn) {

    /** Where a notice stands. */
    public enum Status {
        /** Read here by the unit. */
        SHOWN,
        /** The convener has yet to tell. */
        TO_TELL,
        TOLD,
        /** Nobody needs to be told any longer, as when the case was reopened. */
        DROPPED
    }

    /** How the convener told. */
    public enum Manner {
        MEETING("Vid möte"),
        TELEPHONE("Per telefon"),
        LETTER("Med brev"),
        OTHER("På annat sätt");

        private final String swedish;

        Manner(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    public Addressee recipient() {
        return new Addressee(recipientKind, recipientKey);
    }
}
