package se.sip.preparation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.sip.casefile.Codes;
import se.sip.meeting.MeetingForm;
import se.sip.unit.UnitKind;

/**
 * What was prepared with the child and the family, inside the own unit only (VGU-44).
 *
 * @param informedWhom CHILD, GUARDIANS
 * @param important what is important to the child ("Vad är viktigt för dig?", VGU-45)
 * @param childHeard whether the child's own voice was heard
 * @param childVoice what the child said, or why and how else the child was heard (VGU-43)
 * @param digitalConsent yes to a digital meeting, where it is one wholly or in part (VGU-91)
 * @param withheldWhat what a guardian may not be told, and why (OSL 12:3)
 * @param healthCentreId the vårdcentral where the person is listed (VGU-106)
 * @param notWished whom or what the family does not want, carried over to the consent
 * @param ownResponsibility what the child can take responsibility for; opens the own part of the plan (HAL-61, VGU-51)
 */
@With
public record Preparation(
        @Id Long id,
        String caseNumber,
        LocalDate informedOn,
        Codes informedWhom,
        Codes informedHow,
        String informedLanguage,
        String informedAdaptations,
        boolean understood,
        String understoodNote,
        String important,
        String longTermGoal,
        String purpose,
        boolean childHeard,
        String childVoice,
        Participation participation,
        String participationNote,
        MeetingForm meetingForm,
        Boolean digitalConsent,
        String digitalConsentBy,
        String meetingWishes,
        boolean withheldFromGuardian,
        String withheldWhat,
        String healthCentreId,
        String notWished,
        String strengthsAndDifficulties,
        String ownResponsibility,
        LocalDateTime savedAt,
        String savedBy,
        @MappedCollection(idColumn = "preparation_id", keyColumn = "row_no") List<Need> needs,
        @MappedCollection(idColumn = "preparation_id", keyColumn = "row_no") List<Question> questions,
        @MappedCollection(idColumn = "preparation_id", keyColumn = "row_no") List<Relative> relatives,
        @MappedCollection(idColumn = "preparation_id", keyColumn = "row_no") List<OtherPlan> otherPlans,
        @MappedCollection(idColumn = "preparation_id", keyColumn = "row_no") List<GuardianPart> guardians) {

    /** How the person takes part in the meeting, as agreed with the convener beforehand (HAL-92, VGU-116). */
    public String agreedParticipation() {
        if (participation == null) {
            return "";
        }
        return participationNote == null || participationNote.isBlank() ? participation.swedish()
                : participation.swedish() + " " + participationNote;
    }

    /** What was mapped with the person, for whoever writes the plan (HAL-61, VGU-51). */
    public List<String> mapped() {
        return Stream.of(strengthsAndDifficulties, ownResponsibility).filter(Objects::nonNull).toList();
    }

    public List<String> questionTexts() {
        return questions.stream().map(Question::question).toList();
    }

    /** How the child takes part in the meeting, agreed beforehand: the ways of HAL-62 and VGU-49, all of it or none. */
    public enum Participation {
        WHOLE("Hela mötet."),
        WITH_SUPPORT("Tillsammans med en stödperson."),
        PART("En del av mötet."),
        BY_TECHNOLOGY("Med telefon eller video."),
        /** Read out at the meeting. */
        LETTER("Med ett brev, en teckning eller en inspelning."),
        /** Somebody tells the meeting what the child thinks. */
        THROUGH_SUPPORT("Genom någon som personen litar på."),
        NOT("Inte alls.");

        private final String swedish;

        Participation(String swedish) {
            this.swedish = swedish;
        }

        String swedish() {
            return swedish;
        }
    }

    /**
     * What is needed, and from whom.
     *
     * @param knownThere whether the child has an ongoing contact, intervention or granted support there
     * @param unitId the unit of the register that knows the child
     * @param outsideName a unit outside the register, for example an independent school
     * @param informationOnly whether only information of what the unit can offer is needed (HAL-89)
     */
    @Table("preparation_need")
    public record Need(UnitKind kind, String need, boolean knownThere, String unitId, String outsideName,
            boolean informationOnly) {
    }

    /** A question the meeting is to take up. */
    @Table("preparation_question")
    public record Question(String question) {
    }

    /** Somebody the family wants there (VGV-09). */
    @Table("preparation_relative")
    public record Relative(String name, String relation, String email, String postalAddress) {
    }

    /** A plan that exists already, and who keeps it. */
    @Table("preparation_plan")
    public record OtherPlan(String kind, String holder) {
    }

    /**
     * Whether a guardian gets the possibility to take part: where it is suitable and the youth does not object
     * (VGU-110).
     */
    @Table("preparation_guardian")
    public record GuardianPart(Long guardianId, String name, boolean suitable, boolean youthObjects,
            TakesPart takesPart, String note) {

        public boolean mayTakePart() {
            return suitable && !youthObjects;
        }
    }

    /** What a guardian has said of taking part. */
    public enum TakesPart {
        YES,
        NO,
        DIGITALLY,
        UNDECIDED
    }
}
