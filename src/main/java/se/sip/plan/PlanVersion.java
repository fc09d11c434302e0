package se.sip.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.sip.unit.Principal;

/**
 * One version of a case's plan: shared by all who take part, the family included (VGV-20). Its interventions are
 * records of their own, see {@link Intervention}.
 *
 * @param versionNo 1 for the plan made at the meeting, then one more per revision; 0 while a draft
 * @param meetingId the meeting that decided it
 * @param ownPart what the child and the family can do themselves (VGU-125)
 * @param responsibleUnit unit of the principal that is main responsible (VGU-130, VGU-133)
 * @param responsibleWhy wishes, needs and nature of the interventions behind that choice (VGU-134)
 * @param followUpCallOn from this day the main responsible calls to the follow-up
 * @param earlyFollowUpWhy why the follow-up was called before its day (VGU-141)
 * @param documentChannel where the plan is documented (VGU-118, HAL-98, HAL-99)
 * @param documentChannelName what the county calls that IT service or template
 * @param closerUnit unit that is to close the SIP when the time comes (HAL-125); null where the county names none
 * @param familyContactUnit unit of the one who keeps the contact with the family, besides the main responsible
 *     (BOR-66); null where the county names none
 * @param followUpUnit unit that calls to the follow-up where the meeting decided otherwise than the county's rule
 *     (BOR-74); null where it did not
 * @param describesNeeds whether the family finds that the plan describes their needs (HAL-108); null where not asked
 * @param describesNeedsNote what is missing according to the family
 * @param restWhy why the plan rests (vilande); it then ends no intervention
 */
@With
public record PlanVersion(
        @Id Long id,
        String caseNumber,
        int versionNo,
        Status status,
        @Column("meeting") Long meetingId,
        String ownPart,
        String needs,
        String longTermGoal,
        Principal responsiblePrincipal,
        String responsibleUnit,
        String responsiblePerson,
        String responsibleWhy,
        LocalDate followUpOn,
        String followUpPlace,
        LocalDate followUpCallOn,
        String earlyFollowUpWhy,
        boolean viewsDiffer,
        String disagreement,
        FamilyCopy familyCopy,
        DocumentChannel documentChannel,
        String documentChannelName,
        String closerUnit,
        String closerPerson,
        String familyContactUnit,
        String familyContactPerson,
        String followUpUnit,
        Boolean describesNeeds,
        String describesNeedsNote,
        String restWhy,
        String writtenBy,
        LocalDateTime finalisedAt,
        @MappedCollection(idColumn = "plan_version", keyColumn = "goal_no") List<Goal> goals,
        @MappedCollection(idColumn = "plan_version", keyColumn = "contact_no") List<Contact> contacts,
        @MappedCollection(idColumn = "plan_version", keyColumn = "measure_no") List<OtherMeasure> otherMeasures,
        @MappedCollection(idColumn = "plan_version", keyColumn = "copy_no") List<Copy> copies) {

    /** A version that is superseded or closed is read-only. */
    public enum Status {
        DRAFT,
        CURRENT,
        /** Vilande: consent is missing, nothing is shared, no intervention ends. */
        RESTING,
        SUPERSEDED,
        CLOSED;

        public boolean isReadOnly() {
            return this == SUPERSEDED || this == CLOSED;
        }
    }

    /** How the family gets its copy; it always does (VGU-140). */
    public enum FamilyCopy {
        HANDED_OVER("Överlämnades på mötet"),
        BY_POST("Skickas med post"),
        E_SERVICE("Via e-tjänst");

        private final String swedish;

        FamilyCopy(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** Which of them it is, the county's table {@code dokumentkanal} says; there they also have their names. */
    public enum DocumentChannel {
        IT_SERVICE("IT-tjänsten för SIP"),
        TEMPLATE("Mallen för samordnad individuell plan");

        private final String swedish;

        DocumentChannel(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** Whether a sub-goal is meant for the near or the far time (VGU-131). */
    public enum Horizon {
        SHORT_TERM("På kort sikt"),
        LONG_TERM("På lång sikt");

        private final String swedish;

        Horizon(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** A sub-goal towards the long-term goal, and how it is reached (VGU-123, VGU-131). */
    @Table("plan_goal")
    public record Goal(String goal, Horizon horizon, String how) {
    }

    /** Contact person of one party (VGU-128). */
    @Table("plan_contact")
    public record Contact(String party, String name, String person, String reachedAt) {
    }

    /** What somebody outside the parties does, a relative or an association. */
    @Table("plan_other_measure")
    public record OtherMeasure(String who, String what, String whenDone) {
    }

    /** A party that wished to have a printout (VGU-140). */
    @Table("plan_copy")
    public record Copy(String party, String name) {
    }
}
