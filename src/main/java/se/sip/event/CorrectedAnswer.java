package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.ConsentAnswer;
import se.sip.consent.ConsentAnswer.Answerer;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.event.EventForm.PersonRow;
import se.sip.invitation.AnswerKind;
import se.sip.invitation.Attendee;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.meeting.Attendance;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.tasklist.Faults;

/**
 * An answer that was typed in wrongly, or that a unit gives anew. What stood before is kept in the case's story, with
 * the reason.
 */
@Component
class CorrectedAnswer {

    private static final String REASON = "Skriv varför svaret rättas.";

    private final Invitations invitations;
    private final Consents consents;
    private final Meetings meetings;
    private final Parties parties;
    private final Notices notices;
    private final Clock clock;

    CorrectedAnswer(Invitations invitations, Consents consents, Meetings meetings, Parties parties, Notices notices,
            Clock clock) {
        this.invitations = invitations;
        this.consents = consents;
        this.meetings = meetings;
        this.parties = parties;
        this.notices = notices;
        this.clock = clock;
    }

    /** Adds every fault of a correction, which the convening unit makes with a reason. */
    void checkCorrection(EventForm form, CaseFile caseFile, Faults faults) {
        faults.addIf(form.reason() == null, "reason", REASON);
        if (form.answerTo() == null) {
            faults.add("answerTo", "Välj vilket svar som var fel.");
            return;
        }
        switch (form.answerTo()) {
            case INVITATION -> checkInvitation(form, named(form, caseFile), caseFile, faults);
            case CONSENT -> checkConsent(form, caseFile, faults);
            case MEETING -> checkMeeting(form, caseFile, faults);
        }
    }

    /** Adds every fault of a unit's new answer. A unit changes its own; the convener also that of one without login. */
    void checkChange(EventForm form, CaseFile caseFile, StaffMember staff, Faults faults) {
        checkInvitation(form, changed(form, caseFile, staff), caseFile, faults);
    }

    private void checkInvitation(EventForm form, Optional<Invitation> asked, CaseFile caseFile, Faults faults) {
        if (meetings.booked(caseFile.number()).filter(m -> m.occasion() == Meeting.Occasion.PLANNING).isEmpty()) {
            faults.add("kind", "Svaret kan ändras fram till att mötet hålls. Efter mötet rättas i stället vilka som "
                    + "var med.");
            return;
        }
        if (asked.isEmpty()) {
            faults.add("unit", "Välj en enhet som är kallad eller inbjuden till mötet.");
            return;
        }
        Invitation invitation = asked.get();
        faults.addIf(invitation.status() != Invitation.Status.ANSWERED, "unit",
                "Enheten har inte svarat än. Svaret lämnas i uppgiften Svara på kallelsen.");
        if (form.answer() == null) {
            faults.add("answer", "Välj vad enheten svarar.");
            return;
        }
        faults.addIf(form.answer() == AnswerKind.WRONG_UNIT, "answer",
                "Enheten har redan svarat för sig. Tala med den som kallar om en annan enhet ska komma.");
        faults.addIf(form.answer() == AnswerKind.DECLINES && invitation.isCalled(), "answer",
                "Den som är kallad är skyldig att delta och kan inte avstå. Namnge vem som kommer, eller svara att ni "
                        + "har förhinder.");
        boolean nobody = people(form).isEmpty();
        faults.addIf(form.answer() == AnswerKind.ATTENDS && nobody, "attendees", "Namnge minst en person som kommer.");
        faults.addIf(form.answer() == AnswerKind.PREVENTED && nobody && invitation.mustAttend(), "attendees",
                "Enheten ska delta själv eftersom ingen annan finns. Namnge en ersättare.");
        faults.addIf(form.answer() == AnswerKind.PREVENTED && nobody && invitation.isCalled()
                && form.reason() == null && form.kind() == EventKind.ANSWER_CHANGED, "reason",
                "Den som är kallad är skyldig att delta. Namnge en ersättare, eller skriv skälet till att ingen kommer.");
        if (form.answer() != AnswerKind.DECLINES) {
            checkPeople(form, faults);
        }
    }

    private static void checkPeople(EventForm form, Faults faults) {
        List<PersonRow> rows = people(form);
        for (int i = 0; i < rows.size(); i++) {
            String at = "attendees[" + i + "].";
            faults.addIf(isBlank(rows.get(i).name()), at + "name", "Ange personens namn.");
            faults.addIf(isBlank(rows.get(i).workRole()), at + "workRole", "Ange rollen, till exempel kurator.");
            faults.addIf(rows.get(i).mandate() == null, at + "mandate", "Svara ja eller nej.");
        }
    }

    private void checkConsent(EventForm form, CaseFile caseFile, Faults faults) {
        if (form.answeredBy() == null) {
            faults.add("answeredBy", "Välj vems svar det är.");
            return;
        }
        faults.addIf(form.answeredOn() == null && form.answeredHow() == null, "answeredOn",
                "Fyll i rätt dag, välj hur svaret lämnades, eller båda.");
        var given = consents.given(caseFile.number(), form.answeredBy(), form.answererName());
        faults.addIf(given.isEmpty() && form.answeredBy() != Answerer.GUARDIAN, "answeredBy",
                "Det finns inget sådant svar i ärendet.");
        faults.addIf(given.isEmpty() && form.answeredBy() == Answerer.GUARDIAN, "answererName",
                "Skriv namnet på den vårdnadshavare som har svarat, så som det står i ärendet.");
        if (form.answeredOn() != null) {
            faults.addIf(form.answeredOn().isAfter(LocalDate.now(clock)), "answeredOn",
                    "Dagen kan inte ligga framåt i tiden.");
            faults.addIf(form.answeredOn().isBefore(consents.earliestAnswer(caseFile)), "answeredOn",
                    "Svaret är äldre än det här ärendet. En ny SIP kräver ett nytt samtycke (VGU-154).");
        }
        given.ifPresent(answer -> faults.addIf(
                (form.answeredOn() == null || form.answeredOn().equals(answer.givenOn()))
                        && (form.answeredHow() == null || form.answeredHow() == answer.manner())
                        && (form.answeredOn() != null || form.answeredHow() != null), "answeredOn",
                "Det står redan så."));
    }

    private void checkMeeting(EventForm form, CaseFile caseFile, Faults faults) {
        Optional<Meeting> held = meetings.lastHeld(caseFile.number());
        if (held.isEmpty()) {
            faults.add("answerTo", "Inget möte är hållet i ärendet.");
            return;
        }
        faults.addIf(attendance(form, held.get()).isEmpty(), "unit", "Välj en enhet som var kallad eller inbjuden till "
                + "mötet.");
        if (form.present() == null) {
            faults.add("present", "Svara ja eller nej.");
        } else if (form.present()) {
            faults.addIf(people(form).size() != 1, "attendees", "Skriv vem som kom från enheten: en person.");
            checkPeople(form, faults);
        } else {
            boolean called = attendance(form, held.get()).flatMap(a -> parties.find(caseFile.number(), a.party()))
                    .map(Party::called).orElse(false);
            faults.addIf(called && form.absentWhy() == null, "absentWhy",
                    "Enheten var kallad. Skriv varför ingen kom.");
        }
    }

    /** Corrects what was answered. */
    void correct(EventForm form, CaseFile caseFile) {
        switch (form.answerTo()) {
            case INVITATION -> answerAnew(form, named(form, caseFile).orElseThrow());
            case CONSENT -> consents.correct(caseFile.number(), form.answeredBy(), form.answererName(),
                    form.answeredOn(), form.answeredHow(), form.reason());
            case MEETING -> {
                Meeting held = meetings.lastHeld(caseFile.number()).orElseThrow();
                meetings.correct(held, attended(form, attendance(form, held).orElseThrow()), form.reason());
            }
        }
    }

    /** Takes a unit's new answer in; the convener learns of it. */
    void change(EventForm form, CaseFile caseFile, StaffMember staff) {
        answerAnew(form, changed(form, caseFile, staff).orElseThrow());
        notices.tell(caseFile.number(), NoticeKind.ANSWER_CHANGED, List.of(Addressee.unit(caseFile.convenerUnit())));
    }

    private void answerAnew(EventForm form, Invitation invitation) {
        boolean substitutes = form.answer() == AnswerKind.PREVENTED;
        List<Attendee> coming = form.answer() == AnswerKind.DECLINES ? List.of() : people(form).stream()
                .map(p -> new Attendee(p.name(), p.workRole(), p.mandate(), substitutes)).toList();
        invitations.answerAnew(invitation, form.answer(), coming, form.reason());
    }

    private static Attendance attended(EventForm form, Attendance before) {
        if (!form.present()) {
            return new Attendance(before.party(), before.name(), false, null, null, null, false, form.absentWhy());
        }
        PersonRow who = people(form).get(0);
        boolean samePerson = before.present() && Objects.equals(before.who(), who.name());
        return new Attendance(before.party(), before.name(), true, who.name(), who.workRole(), who.mandate(),
                samePerson && before.substitute(), null);
    }

    private Optional<Invitation> named(EventForm form, CaseFile caseFile) {
        return invitations.current(caseFile.number()).stream().filter(i -> form.unit() != null
                ? form.unit().equals(i.unitId()) : isNamed(form.partyName(), i.name())).findFirst();
    }

    /** Who convenes names the unit; another unit has one answer to change, its own. */
    private Optional<Invitation> changed(EventForm form, CaseFile caseFile, StaffMember staff) {
        if (staff.worksIn(caseFile.convenerUnit())) {
            return named(form, caseFile);
        }
        return invitations.current(caseFile.number()).stream()
                .filter(i -> i.unitId() != null && staff.worksIn(i.unitId()))
                .filter(i -> form.unit() == null || form.unit().equals(i.unitId())).findFirst();
    }

    private static Optional<Attendance> attendance(EventForm form, Meeting held) {
        return held.attendance().stream().filter(a -> form.unit() != null ? form.unit().equals(a.party())
                : isNamed(form.partyName(), a.name())).findFirst();
    }

    private static boolean isNamed(String written, String name) {
        return written != null && written.strip().equalsIgnoreCase(name);
    }

    private static List<PersonRow> people(EventForm form) {
        return form.attendees() == null ? List.of() : form.attendees();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
