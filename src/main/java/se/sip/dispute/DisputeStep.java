package se.sip.dispute;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What came of one task of a dispute's ladder: the nearest managers' joint one, or one line's.
 *
 * @param unitId unit whose line it was; null for the joint task, and where the date passed
 * @param outcome SOLVED, NOT_SOLVED, FALLEN, or DATE_PASSED
 * @param deciders names of those who decided, with the mandate to
 * @param note what was decided, or why it was not
 */
@Table("dispute_step")
public record DisputeStep(
        @Id Long id, Long disputeId, int level, String unitId, LocalDate due, Outcome outcome, String deciders,
        String note, LocalDateTime endedAt, String endedBy) {

    /** How a task of the ladder ended. */
    public enum Outcome {
        SOLVED("Löst"),
        NOT_SOLVED("Inte löst"),
        FALLEN("Tvisten har fallit"),
        DATE_PASSED("Stegets dag passerade");

        private final String swedish;

        Outcome(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }
}
