package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes {@code forms/svar.html} in. Who is called has a duty to come; who is invited may decline. */
@Component
class AnswerIntake implements FormIntake<AnswerForm> {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd 'kl.' HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Invitations invitations;
    private final AnswerWait wait;
    private final Meetings meetings;
    private final CaseFiles cases;
    private final Clock clock;

    AnswerIntake(Invitations invitations, AnswerWait wait, Meetings meetings, CaseFiles cases, Clock clock) {
        this.invitations = invitations;
        this.wait = wait;
        this.meetings = meetings;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "svar";
    }

    @Override
    public Class<AnswerForm> type() {
        return AnswerForm.class;
    }

    @Override
    public void check(AnswerForm form, FormSituation where, Faults faults) {
        Invitation invitation = invitation(where);
        if (form.answer() != null) {
            checkAnswer(form, invitation, faults);
        }
        if (!wait.answersItself(invitation)) {
            checkWay(form, invitation, where, faults);
        }
    }

    private static void checkAnswer(AnswerForm form, Invitation invitation, Faults faults) {
        if (!open(invitation).contains(form.answer())) {
            faults.add("answer", refusal(form.answer(), invitation));
            return;
        }
        switch (form.answer()) {
            case ATTENDS -> faults.addIf(form.attendees() == null || form.attendees().isEmpty(), "attendees",
                    "Namnge minst en person som kommer.");
            case PREVENTED -> checkPrevented(form, invitation, faults);
            case WRONG_UNIT -> faults.addIf(form.reason() == null, "reason",
                    "Skriv varför kallelsen har gått till fel mottagare.");
            case DECLINES -> { }
        }
    }

    private static void checkPrevented(AnswerForm form, Invitation invitation, Faults faults) {
        if (form.substituteComes() == null) {
            faults.add("substituteComes", "Svara ja eller nej.");
        } else if (form.hasSubstitute()) {
            faults.addIf(form.substituteName() == null, "substituteName", "Ange ersättarens namn.");
            faults.addIf(form.substituteRole() == null, "substituteRole", "Ange ersättarens roll.");
            faults.addIf(form.substituteMandate() == null, "substituteMandate", "Svara ja eller nej.");
        } else if (invitation.mustAttend()) {
            faults.add("substituteComes", "Enheten ska delta själv eftersom ingen annan finns. Namnge en ersättare.");
        } else {
            faults.addIf(invitation.isCalled() && form.reason() == null, "reason",
                    "Den som är kallad är skyldig att delta. Namnge en ersättare, eller skriv skälet till att ingen "
                            + "kommer.");
        }
    }

    private void checkWay(AnswerForm form, Invitation invitation, FormSituation where, Faults faults) {
        faults.addIf(form.answerWay() == null, "answerWay", "Välj hur svaret kom.");
        faults.addIf(form.answerGivenBy() == null, "answerGivenBy", "Ange vem som svarade.");
        if (form.answerCameOn() == null) {
            faults.add("answerCameOn", "Ange när svaret kom.");
            return;
        }
        faults.addIf(form.answerCameOn().isAfter(where.today()), "answerCameOn", "Dagen har inte varit än.");
        faults.addIf(form.answerCameOn().isBefore(invitation.sentAt().toLocalDate()), "answerCameOn",
                "Svaret kan inte ha kommit innan kallelsen skickades " + invitation.sentAt().toLocalDate() + ".");
    }

    @Override
    public void accept(AnswerForm form, FormSituation where) {
        Invitation invitation = invitation(where);
        boolean itself = wait.answersItself(invitation);
        invitations.registerAnswerFor(invitation.key(), new Answer(form.answer(), form.reason(), form.preparation(),
                LocalDateTime.now(clock), where.staff().userId(), itself ? null : form.answerWay(),
                itself ? null : form.answerCameOn(), itself ? null : form.answerGivenBy()), form.coming());
        where.variables().set(ProcessVariable.ANSWER, form.answer().name());
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("byConvener", !wait.answersItself(invitation(where)));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Invitation invitation = invitation(where);
        var shown = new HashMap<String, Object>();
        shown.put("answers", open(invitation).stream()
                .map(a -> Map.of("value", a.name(), "label", a.swedish())).toList());
        shown.put("duty", invitation.name() + (invitation.isCalled()
                ? " är kallad och skyldig att delta. Skyldigheten är huvudmannens: vid förhinder kommer en ersättare."
                : " är inbjuden och får avstå."));
        if (invitation.mustAttend()) {
            shown.put("mustAttend", "Ingen annan enhet tar över kallelsen. Enheten ska delta själv och namnger vem "
                    + "som kommer.");
        }
        if (invitation.remindedAt() != null && invitation.status() == Invitation.Status.SENT) {
            shown.put("reminder", "Påminnelse: svaret behövs senast " + invitation.answerDue() + ".");
        }
        shown.put("contribution", invitation.contribution());
        meetings.booked(where.caseNumber()).ifPresent(m -> show(m, shown));
        List<String> special = special(cases.personOf(cases.byNumber(where.caseNumber())));
        if (invitation.isCalled() && !special.isEmpty()) {
            shown.put("special", special);
        }
        return shown;
    }

    private static void show(Meeting meeting, Map<String, Object> shown) {
        shown.put("meeting", List.of(meeting.startsAt().format(DAY_AND_TIME) + "–" + meeting.endsAt().format(TIME),
                meeting.form().swedish(), meeting.place()));
        shown.put("purpose", meeting.purpose());
        shown.put("longTermGoal", meeting.longTermGoal());
        shown.put("questions", meeting.questions());
    }

    /** For the called contact only. */
    private static List<String> special(Person person) {
        var special = new ArrayList<String>();
        if (person.protection() != Protection.NONE) {
            special.add("Personen har skyddade personuppgifter.");
        }
        if (person.interpreterLanguage() != null) {
            special.add("Tolk behövs: " + person.interpreterLanguage());
        }
        if (person.adaptations() != null) {
            special.add("Anpassningar: " + person.adaptations());
        }
        return special;
    }

    /** The answers that are open to the recipient. */
    private static List<AnswerKind> open(Invitation invitation) {
        if (!invitation.isCalled()) {
            return List.of(AnswerKind.ATTENDS, AnswerKind.PREVENTED, AnswerKind.DECLINES);
        }
        return invitation.mustAttend() || invitation.unitId() == null
                ? List.of(AnswerKind.ATTENDS, AnswerKind.PREVENTED)
                : List.of(AnswerKind.ATTENDS, AnswerKind.PREVENTED, AnswerKind.WRONG_UNIT);
    }

    private static String refusal(AnswerKind answer, Invitation invitation) {
        return switch (answer) {
            case DECLINES -> "Den som är kallad är skyldig att delta och kan inte avstå. Namnge vem som kommer, eller "
                    + "svara att ni har förhinder.";
            case WRONG_UNIT -> invitation.mustAttend()
                    ? "Ingen annan enhet tar över. Enheten ska delta själv: namnge vem som kommer."
                    : "Svara vem som kommer, eller att ni avstår.";
            default -> "Välj ett av alternativen.";
        };
    }

    private Invitation invitation(FormSituation where) {
        return invitations.byKey(where.variables().text(ProcessVariable.INVITATION));
    }
}
