package se.sip.preparation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.sip.meeting.MeetingForm;
import se.sip.preparation.Preparation.Participation;
import se.sip.preparation.Preparation.TakesPart;
import se.sip.unit.UnitKind;

/**
 * The form {@code forbered}: what was prepared with the child and the family.
 *
 * @param asksContact shows what the county asks of ongoing contacts; the server reads its tables, not this
 * @param asksFamilyMeeting shows what the county's checklist asks; the server reads its table, not this
 * @param metOn the day the child and the guardians were met, before anyone is called (BOR-26)
 * @param noPriorityTold whether the family has been told that a SIP gives no priority (BOR-09)
 */
record PreparationForm(
        @NotNull(message = "Ange dagen då informationen gavs.") LocalDate informedOn,
        @NotEmpty(message = "Välj vilka som har fått information.") Set<InformedWhom> informedWhom,
        @NotEmpty(message = "Välj hur informationen gavs.") Set<InformedHow> informedHow,
        @Size(max = 80, message = "Högst 80 tecken.") String informedLanguage,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String informedAdaptations,
        @NotNull(message = "Svara på om informationen har förståtts.") Boolean understood,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String understoodNote,
        @NotBlank(message = "Skriv vad som är viktigt för barnet.")
        @Size(max = 4000, message = "Högst 4 000 tecken.") String important,
        @NotBlank(message = "Skriv det långsiktiga målet.")
        @Size(max = 4000, message = "Högst 4 000 tecken.") String longTermGoal,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String purpose,
        @NotNull(message = "Svara på om barnet självt har kommit till tals.") Boolean childHeard,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String childVoice,
        @NotNull(message = "Välj hur barnet vill delta.") Participation participation,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String participationNote,
        @NotNull(message = "Välj mötesform.") MeetingForm meetingForm,
        Boolean digitalConsent,
        @Size(max = 200, message = "Högst 200 tecken.") String digitalConsentBy,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String meetingWishes,
        Boolean withheldFromGuardian,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String withheldWhat,
        String healthCentreId,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String notWished,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String strengthsAndDifficulties,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String ownResponsibility,
        @NotEmpty(message = "Ange minst ett behov och vem som behöver vara med.") List<@Valid NeedRow> needs,
        List<@Valid QuestionRow> questions,
        List<@Valid RelativeRow> relatives,
        List<@Valid OtherPlanRow> otherPlans,
        List<@Valid GuardianRow> guardians,
        Boolean asksContact,
        Boolean asksFamilyMeeting,
        LocalDate metOn,
        Boolean noPriorityTold) {

    /** Who was informed. */
    enum InformedWhom {
        CHILD,
        GUARDIANS
    }

    /** How information was given. */
    enum InformedHow {
        ORAL,
        WRITTEN,
        EASY_TO_READ,
        PICTURES,
        INTERPRETER,
        DIGITAL
    }

    /** A need and who knows the child there. */
    record NeedRow(
            @NotNull(message = "Välj vilken sorts verksamhet det gäller.") UnitKind kind,
            @NotBlank(message = "Skriv vad som behövs därifrån.")
            @Size(max = 1000, message = "Högst 1 000 tecken.") String need,
            @NotNull(message = "Svara på om barnet är känt där.") Boolean knownThere,
            String unitId,
            @Size(max = 200, message = "Högst 200 tecken.") String outsideName,
            Boolean informationOnly) {
    }

    /** A question for the meeting. */
    record QuestionRow(
            @NotBlank(message = "Skriv frågan eller ta bort raden.")
            @Size(max = 1000, message = "Högst 1 000 tecken.") String question) {
    }

    /** Somebody close whom the family wants there. */
    record RelativeRow(
            @NotBlank(message = "Skriv namnet eller ta bort raden.")
            @Size(max = 200, message = "Högst 200 tecken.") String name,
            @NotBlank(message = "Skriv vem det är för barnet.")
            @Size(max = 200, message = "Högst 200 tecken.") String relation,
            @Email(message = "Skriv en hel e-postadress.") @Size(max = 200, message = "Högst 200 tecken.") String email,
            @Size(max = 300, message = "Högst 300 tecken.") String postalAddress) {
    }

    /** A plan that exists already. */
    record OtherPlanRow(
            @NotBlank(message = "Skriv vilken plan det är eller ta bort raden.")
            @Size(max = 200, message = "Högst 200 tecken.") String kind,
            @NotBlank(message = "Skriv vilken verksamhet som har planen.")
            @Size(max = 200, message = "Högst 200 tecken.") String holder) {
    }

    /** How a guardian takes part. */
    record GuardianRow(
            Long guardianId,
            String name,
            @NotNull(message = "Svara på om det är lämpligt.") Boolean suitable,
            @NotNull(message = "Svara på om barnet motsätter sig det.") Boolean youthObjects,
            TakesPart takesPart,
            @Size(max = 1000, message = "Högst 1 000 tecken.") String note) {
    }

    PreparationForm {
        questions = questions == null ? List.of() : questions;
        relatives = relatives == null ? List.of() : relatives;
        otherPlans = otherPlans == null ? List.of() : otherPlans;
        guardians = guardians == null ? List.of() : guardians;
        needs = needs == null ? List.of() : needs;
    }
}
