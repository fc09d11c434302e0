package se.sip.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;

/**
 * An intervention (insats): what one party has undertaken, and how it went.
 *
 * @param carriedFrom the same intervention in the version before
 * @param party key of the owner; only the owner may confirm it (VGU-124)
 * @param goalNo number of the sub-goal it serves, 0 for the long-term goal (VGU-123)
 * @param doneBy last day, for one that comes to an end
 * @param howOften when and how often it is given (VGU-132)
 * @param separateDecision whether an application or investigation decides it, apart from the plan
 * @param withheldWhy why guardians are not shown it (OSL 12:3); null where they are
 */
@With
public record Intervention(
        @Id Long id,
        String caseNumber,
        @Column("plan_version") Long planId,
        Long carriedFrom,
        String party,
        String ownerName,
        String what,
        int goalNo,
        String performer,
        LocalDate startsOn,
        LocalDate doneBy,
        String howOften,
        String place,
        boolean separateDecision,
        String withheldWhy,
        Confirmation confirmation,
        String confirmedBy,
        LocalDateTime confirmedAt,
        String declineWhy,
        Report report,
        String reportNote,
        String reportedBy,
        LocalDateTime reportedAt) {

    /** Whether the owner has said yes. */
    public enum Confirmation {
        /** A present representative with mandate said yes. */
        CONFIRMED,
        /** "Ej bekräftad": the owner has a task to take a stand. */
        UNCONFIRMED,
        DECLINED
    }

    /** What the owner has reported (VGU-136, VGU-145). */
    public enum Report {
        NONE,
        DONE,
        FAILED
    }

    /** Whether no guardian is shown it, as it would harm the child (OSL 12:3). */
    public boolean isWithheld() {
        return withheldWhy != null;
    }

    /** What staff are told of it; null where guardians are shown the intervention. */
    public String withheldText() {
        return isWithheld() ? "Visas inte för vårdnadshavare: " + withheldWhy : null;
    }

    /** Whether the row of a revised plan promises the same; only then does the owner's yes carry over. */
    boolean isPromisedBy(PlanForm.InterventionRow row) {
        return party.equals(row.owner()) && what.equals(row.what()) && Objects.equals(performer, row.performer())
                && Objects.equals(howOften, row.howOften()) && Objects.equals(place, row.place())
                && Objects.equals(startsOn, row.startsOn())
                && Objects.equals(doneBy, row.doneBy())
                && Boolean.valueOf(separateDecision).equals(row.separateDecision());
    }
}
