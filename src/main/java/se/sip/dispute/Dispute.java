package se.sip.dispute;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A dispute between two units of a case.
 *
 * @param raisedBy unit that raised it
 * @param otherUnit unit it is with
 * @param what what the units disagree on; nothing of the person
 * @param level 1 for the nearest managers, 2 and up in each principal's line organisation (BOR-83, BOR-84)
 * @param stepDue last day of the level it is on
 * @param solution what was decided; null until then
 */
@With
public record Dispute(
        @Id Long id, String caseNumber, String county, String raisedBy, String otherUnit, String what,
        LocalDateTime raisedAt, String raisedByUser, Status status, int level, LocalDate stepDue, String solution,
        LocalDateTime endedAt, @Version long version) {

    /** The nearest managers with mandate, on both sides together. */
    static final int NEAREST_MANAGERS = 1;

    /** How it stands. */
    public enum Status {
        OPEN("Pågår"),
        SOLVED("Löst"),
        /** Nobody pursues it any longer. */
        FALLEN("Har fallit");

        private final String swedish;

        Status(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Where it is, in Swedish. */
    public String where() {
        return where(level);
    }

    /** A level of the ladder, in Swedish. */
    public static String where(int level) {
        return level == NEAREST_MANAGERS ? "Närmaste chefer" : "Linjeorganisationen, steg " + (level - 1);
    }

    String key() {
        return String.valueOf(id);
    }
}
