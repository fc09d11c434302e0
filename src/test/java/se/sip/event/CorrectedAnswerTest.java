package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseLog;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.ConsentAnswer.Answerer;
import se.sip.consent.Consents;
import se.sip.consent.Manner;
import se.sip.correspondence.Addressee;
import se.sip.event.EventForm.PersonRow;
import se.sip.invitation.AnswerKind;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.meeting.Attendance;
import se.sip.meeting.Meetings;
import se.sip.plan.Intervention;
import se.sip.plan.Plans;
import se.sip.tasklist.Faults;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What staff get wrong, and what units change: the answers to an invitation, to a consent, and who was there. */
@SipTest
class CorrectedAnswerTest {

    private static final PersonRow NORA = new PersonRow("Nora Ny", "Psykolog", true);

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseEvents events;
    @Autowired
    StaffDirectory staff;
    @Autowired
    Invitations invitations;
    @Autowired
    Consents consents;
    @Autowired
    Meetings meetings;
    @Autowired
    Plans plans;
    @Autowired
    Notices notices;
    @Autowired
    CaseLog log;
    private final String child = Children.bornOn("20141012");

    @Test
    @Clause({"VGU-81", "VGU-82"})
    void aUnitSendsAColleagueInsteadAndTheConvenerLearnsOfIt() {
        String number = journey.toMeeting(child);
        sip.as("bengt", BUP);
        happens(changed(number).withAnswer(AnswerKind.ATTENDS).withAttendees(List.of(NORA)));

        assertThat(invitationOf(number, BUP).attendees()).singleElement()
                .satisfies(a -> assertThat(a.name()).isEqualTo("Nora Ny"));
        assertThat(told(number, NoticeKind.ANSWER_CHANGED)).containsExactly(Addressee.unit(SCHOOL));
        assertThat(story(number, "ANSWER_CHANGED")).contains("Nora Ny", "Kim Ek");
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        journey.convener();
        assertThat(sip.known(sip.onlyTask(number, "mote"), "mote").get("attendance").findValuesAsText("who"))
                .contains("Nora Ny");
    }

    @Test
    @Clause({"VGU-82", "VGV-11"})
    void whoIsCalledAndCannotComeNamesASubstituteOrSaysWhy() {
        String number = journey.toMeeting(child);
        sip.as("bengt", BUP);
        assertThat(faults(changed(number).withAnswer(AnswerKind.DECLINES))).extracting(Faults.Fault::field)
                .containsExactly("answer");
        assertThat(faults(changed(number).withAnswer(AnswerKind.ATTENDS))).extracting(Faults.Fault::field)
                .containsExactly("attendees");
        assertThat(faults(changed(number).withAnswer(AnswerKind.PREVENTED))).extracting(Faults.Fault::field)
                .containsExactly("reason");
        assertThat(faults(changed(number).withAnswer(AnswerKind.PREVENTED)
                .withAttendees(List.of(new PersonRow(null, null, null))))).extracting(Faults.Fault::field)
                .containsExactlyInAnyOrder("attendees[0].name", "attendees[0].workRole", "attendees[0].mandate");
        assertThat(faults(changed(number).withAnswer(AnswerKind.WRONG_UNIT))).extracting(Faults.Fault::field)
                .containsExactly("answer");
        happens(changed(number).withAnswer(AnswerKind.PREVENTED).withReason("Alla är på utbildning."));

        assertThat(invitationOf(number, BUP).isRepresented()).isFalse();
        assertThat(invitationOf(number, BUP).answer().reason()).isEqualTo("Alla är på utbildning.");
    }

    @Test
    void aUnitChangesNoAnswerButItsOwn() {
        String number = journey.toMeeting(child);
        sip.as("sofia", SOCIAL);
        var comes = changed(number).withAnswer(AnswerKind.ATTENDS).withAttendees(List.of(NORA));
        assertThat(faults(comes.withUnit(BUP))).extracting(Faults.Fault::field).containsExactly("unit");
        assertThat(faults(comes.withKind(EventKind.ANSWER_CORRECTED).withReason("x")
                .withAnswerTo(AnsweredTo.INVITATION).withUnit(SOCIAL))).extracting(Faults.Fault::field)
                .as("corrections are the convener's").containsExactly("caseNumber");
        sip.as("hanna", "vgr-habilitering-boras");
        assertThat(faults(comes)).extracting(Faults.Fault::field).containsExactly("caseNumber");
        assertThat(invitationOf(number, BUP).attendees()).extracting(a -> a.name()).containsExactly("Kim Ek");
    }

    @Test
    void anAnswerIsChangedOnceItIsGivenAndUntilTheMeetingIsHeld() {
        String number = journey.toAnswers(child);
        sip.as("bengt", BUP);
        var comes = changed(number).withAnswer(AnswerKind.ATTENDS).withAttendees(List.of(NORA));
        assertThat(faults(comes)).extracting(Faults.Fault::field).containsExactly("unit");

        String held = journey.toPlan(Children.bornOn("20141013"));
        sip.as("bengt", BUP);
        assertThat(faults(comes.withCaseNumber(held))).extracting(Faults.Fault::field).containsExactly("kind");
    }

    @Test
    @Clause("VGU-81")
    void theConvenerCorrectsAnAnswerThatWasTypedInWronglyWithAReason() {
        String number = journey.toMeeting(child);
        var right = corrected(number, AnsweredTo.INVITATION).withUnit(SOCIAL).withAnswer(AnswerKind.ATTENDS)
                .withAttendees(List.of(NORA, new PersonRow("Ulf Uv", "Chef", false)));
        assertThat(faults(right.withReason(null))).extracting(Faults.Fault::field).containsExactly("reason");
        happens(right);

        assertThat(invitationOf(number, SOCIAL).attendees()).hasSize(2);
        assertThat(story(number, "ANSWER_CHANGED")).contains("Fel namn skrevs.");
    }

    @Test
    @Clause({"VGU-46", "VGU-63"})
    void theDayAndFormOfAnAnswerToTheConsentAreCorrectedAndWhatStoodIsKept() {
        String number = journey.toDispatch(child);
        var right = corrected(number, AnsweredTo.CONSENT).withAnsweredBy(Answerer.GUARDIAN)
                .withAnsweredOn(LocalDate.parse("2026-03-04")).withAnsweredHow(Manner.ORAL);
        assertThat(faults(right)).as("two guardians have answered").extracting(Faults.Fault::field)
                .containsExactly("answererName");
        var marias = right.withAnswererName("maria lindqvist");
        assertThat(faults(marias.withAnsweredOn(LocalDate.parse("2026-03-06")))).as("not yet")
                .extracting(Faults.Fault::field).containsExactly("answeredOn");
        assertThat(faults(marias.withAnsweredOn(LocalDate.parse("2026-03-01")))).as("before the need was discovered")
                .extracting(Faults.Fault::field).containsExactly("answeredOn");
        assertThat(faults(marias.withAnsweredOn(LocalDate.parse("2026-03-05")).withAnsweredHow(Manner.WRITTEN)))
                .as("it stands so already").extracting(Faults.Fault::field).containsExactly("answeredOn");
        happens(marias);

        assertThat(consents.given(number, Answerer.GUARDIAN, "Maria Lindqvist")).hasValueSatisfying(a -> {
            assertThat(a.givenOn()).isEqualTo("2026-03-04");
            assertThat(a.manner()).isEqualTo(Manner.ORAL);
        });
        assertThat(consents.given(number, Answerer.GUARDIAN, "Per Lindqvist")).hasValueSatisfying(
                a -> assertThat(a.givenOn()).isEqualTo("2026-03-05"));
        assertThat(story(number, "CONSENT_ANSWER_CORRECTED")).contains("2026-03-04", "2026-03-05", "skriftligt",
                "Fel namn skrevs.");
    }

    @Test
    @Clause("VGU-124")
    void whoWasNotAtTheMeetingAfterAllHasPromisedNothing() {
        String number = journey.toFollowUp(child);
        var right = corrected(number, AnsweredTo.MEETING).withUnit(BUP).withPresent(false);
        assertThat(faults(right)).extracting(Faults.Fault::field).containsExactly("absentWhy");
        happens(right.withAbsentWhy("Sjuk."));

        assertThat(meetings.lastHeld(number).orElseThrow().attendance()).filteredOn(a -> a.party().equals(BUP))
                .extracting(Attendance::present).containsExactly(false);
        assertThat(plans.interventionsOf(plans.current(number).orElseThrow()))
                .filteredOn(i -> i.confirmation() == Intervention.Confirmation.UNCONFIRMED)
                .extracting(Intervention::party).containsExactly(BUP);
        assertThat(story(number, "ATTENDANCE_CORRECTED")).contains("var inte med", "Kim Ek var med");
    }

    @Test
    void whoCameIsCorrectedToo() {
        String number = journey.toPlan(child);
        happens(corrected(number, AnsweredTo.MEETING).withUnit(BUP).withPresent(true)
                .withAttendees(List.of(NORA)));
        assertThat(meetings.lastHeld(number).orElseThrow().confirmerOf(BUP)).map(Attendance::who)
                .contains("Nora Ny");
        assertThat(faults(corrected(number, AnsweredTo.MEETING).withUnit("vgr-habilitering-boras")
                .withPresent(true).withAttendees(List.of(NORA)))).extracting(Faults.Fault::field)
                .containsExactly("unit");
    }

    private static EventForm changed(String number) {
        return EventForm.of(EventKind.ANSWER_CHANGED).withCaseNumber(number);
    }

    private EventForm corrected(String number, AnsweredTo to) {
        journey.convener();
        return EventForm.of(EventKind.ANSWER_CORRECTED).withCaseNumber(number).withAnswerTo(to)
                .withReason("Fel namn skrevs.");
    }

    private Invitation invitationOf(String number, String unit) {
        return invitations.current(number).stream().filter(i -> unit.equals(i.unitId())).findFirst().orElseThrow();
    }

    private String story(String number, String kind) {
        return log.of(number).stream().filter(e -> e.kind().equals(kind)).map(CaseEvent::note).findFirst()
                .orElseThrow();
    }

    private void happens(EventForm form) {
        events.happened(form, staff.current().orElseThrow());
    }

    private List<Faults.Fault> faults(EventForm form) {
        return events.faultsOf(form, staff.current().orElseThrow()).list();
    }

    private List<Addressee> told(String number, NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
