package se.sip.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.CalledCase.DISABILITY;
import static se.sip.testing.CalledCase.HEALTH_CENTRE;
import static se.sip.testing.CalledCase.INTAKE;
import static se.sip.testing.CalledCase.WITHOUT_LOGIN;
import static se.sip.testing.CalledCase.form;
import static se.sip.testing.CalledCase.recipients;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.Consents;
import se.sip.consent.WhoWithdrew;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Delivery;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitation.Status;
import se.sip.meeting.MeetingHeld;
import se.sip.meeting.Meetings;
import se.sip.testing.CalledCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.UnitRepository;

/** The fourth phase on the deployed county: who is called, what goes out, and what comes back. */
@SipTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallPhaseTest {

    /** Its invitation is refused over and over, so it stays where it is. */
    private String unwritten;

    @Autowired
    Outbox outbox;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CalledCase called;
    @Autowired
    Invitations invitations;
    @Autowired
    Disclosures disclosures;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    Consents consents;
    @Autowired
    Meetings meetings;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    CaseProcesses processes;
    @Autowired
    UnderwayInvitations underway;
    @Autowired
    UnitRepository units;
    @Autowired
    Notices notices;

    @Test
    @Clause({"VGU-80", "VGU-88", "VGV-08", "VGB-18"})
    void everyRecipientTheConsentCoversGetsItsOwnInvitationOnTheConsent() {
        String number = called.toAnswers(SOCIAL, BUP);

        assertThat(invitations.current(number)).extracting(Invitation::unitId).containsExactly(SOCIAL, BUP);
        assertThat(invitations.current(number)).allSatisfy(i -> {
            assertThat(i.status()).isEqualTo(Status.SENT);
            assertThat(i.channel()).isEqualTo(Channel.IT_SERVICE);
            assertThat(i.oralContact().heldOn()).isEqualTo(LocalDate.of(2026, 3, 6));
            assertThat(i.attendees()).isEmpty();
        });
        assertThat(disclosures.of(number)).extracting(Disclosure::unitId).contains(SOCIAL, BUP);
        assertThat(disclosures.of(number)).filteredOn(d -> d.what().equals("INVITATION")).allSatisfy(d -> {
            assertThat(d.ground()).isEqualTo(Disclosure.Ground.CONSENT);
            assertThat(d.groundRef()).isNotBlank();
        });
        assertThat(cases.byNumber(number).phase()).isEqualTo(CasePhase.CALL);
        assertThat(last(number, "utskick").clauses().values()).contains("VGV-08", "VGB-05");
        assertThat(sip.open(number)).contains("svar", "svar").doesNotContain("kallelse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose", "longTermGoal", "questions"})
    @Clause("VGU-90")
    void nothingGoesOutWithoutPurposeGoalAndQuestions(String field) {
        String number = unwritten();

        refused(number, with(called.invitation(number), field, ""), field);

        assertThat(invitations.of(number)).isEmpty();
        assertThat(disclosures.of(number)).extracting(Disclosure::unitId).doesNotContain(SOCIAL, BUP);
    }

    @Test
    @Clause("VGU-90")
    void nothingGoesOutWithoutWhatEachIsExpectedToContribute() {
        String number = unwritten();
        refused(number, recipients(called.invitation(number), form("contribution", "")),
                "recipients[0].contribution");
    }

    @Test
    @Clause({"VGB-18", "VGU-86"})
    void anOralContactBeforeTheConsentIsRefusedWithTheReason() {
        String number = unwritten();

        refused(number, recipients(called.invitation(number), form("oralContactOn", "2026-03-04")),
                "recipients[0].oralContactOn Samtycket som omfattar mottagaren gäller från 2026-03-05");
        refused(number, recipients(called.invitation(number), form("oralContactOn", "2026-03-07")),
                "recipients[0].oralContactOn Dagen har inte varit än");
    }

    @Test
    @Clause({"VGB-18", "VGU-86"})
    void withoutAnOralContactAReasonIsEnough() {
        String number = called.toDispatch(SOCIAL, BUP);
        sip.today("2026-03-06");
        var without = new HashMap<String, Object>();
        without.put("oralContact", false);
        without.put("oralContactWith", null);
        without.put("oralContactOn", null);
        refused(number, recipients(called.invitation(number), without), "recipients[0].noOralContactReason");

        without.put("noOralContactReason", "Ingen svarade trots flera försök.");
        sip.fill(number, "kallelse", recipients(called.invitation(number), without));

        assertThat(invitations.current(number)).hasSize(2)
                .allSatisfy(i -> assertThat(i.oralContact().taken()).isFalse());
    }

    @Test
    @Clause({"VGB-17", "VGV-12", "VGU-85", "VGB-14", "VGU-84"})
    void aDayAfterTheRecommendedOneNeedsAReasonAndGoesOn() {
        String number = called.toDispatch(SOCIAL, BUP);
        sip.today("2026-03-06");
        refused(number, with(called.invitation(number), "meetingDate", "2026-03-24"), "lateReason");
        refused(number, with(called.invitation(number), "dateReason", ""), "dateReason");
        refused(number, with(called.invitation(number), "meetingDate", "2026-03-05"), "meetingDate");
        refused(number, with(called.invitation(number), "endTime", "13:00"), "endTime");

        sip.fill(number, "kallelse", with(with(called.invitation(number), "meetingDate", "2026-03-24"), "lateReason",
                "Läkaren är borta till dess."));

        assertThat(cases.byNumber(number).lateReason()).isEqualTo("Läkaren är borta till dess.");
        assertThat(meetings.booked(number)).get()
                .satisfies(m -> assertThat(m.startsAt()).isEqualTo(LocalDateTime.of(2026, 3, 24, 13, 0)));
    }

    @Test
    @Clause({"VGU-91", "VGU-117"})
    void aDigitalMeetingNeedsTheFamilysYes() {
        String number = unwritten();
        refused(number, with(called.invitation(number), "meetingForm", "DIGITAL"), "digitalConsent");
    }

    @Test
    @Clause("VGU-119")
    void theDocumenterIsNamedBeforeTheMeeting() {
        String number = called.toDispatch(SOCIAL, BUP);
        sip.today("2026-03-06");
        refused(number, with(called.invitation(number), "convenerDocuments", false), "documenter");

        sip.fill(number, "kallelse", with(with(called.invitation(number), "convenerDocuments", false), "documenter",
                "Kim Ek"));
        assertThat(meetings.booked(number)).get().satisfies(m -> assertThat(m.documenter()).isEqualTo("Kim Ek"));
    }

    @Test
    @Clause({"VGB-05", "VGV-07"})
    void bothPrincipalsStayAmongTheParticipants() {
        String number = unwritten();
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(row("asked", true));
        rows.add(with(row("asked", false), "notAskedReason", "Behövs inte längre."));
        refused(number, with(called.invitation(number), "recipients", rows), "recipients Båda huvudmännen");
    }

    @Test
    @Clause({"VGV-07", "VGV-08"})
    void oneWhoIsNotNeededAnyLongerGetsNothing() {
        String number = called.toDispatch(SOCIAL, BUP, HEALTH_CENTRE);
        sip.today("2026-03-06");
        sip.fill(number, "kallelse", with(called.invitation(number), "recipients", List.of(row("asked", true),
                row("asked", true), with(row("asked", false), "notAskedReason", "Behövs inte längre."))));

        assertThat(invitations.current(number)).extracting(Invitation::unitId).containsExactly(SOCIAL, BUP);
        assertThat(disclosures.covers(number, HEALTH_CENTRE)).isFalse();
        assertThat(called.confirmed(number)).extracting(Participant::unitId).doesNotContain(HEALTH_CENTRE);
    }

    @Test
    @Clause({"VGV-08", "VGU-61"})
    void aConsentThatHoldsNoLongerSendsTheCaseBackAndNobodyGetsAnything() {
        String number = called.toDispatch(SOCIAL, BUP);
        sip.today("2026-03-06");
        consents.withdraw(number, WhoWithdrew.GUARDIAN, "per telefon", LocalDateTime.of(2026, 3, 6, 8, 0));

        sip.fill(number, "kallelse", recipients(called.invitation(number), form("oralContact", false,
                "oralContactWith", null, "oralContactOn", null, "noOralContactReason", "Hann inte.")));

        assertThat(last(number, "utskick").outcome()).isEqualTo("CONSENT_NEEDED");
        assertThat(invitations.current(number)).isEmpty();
        assertThat(disclosures.of(number)).extracting(Disclosure::unitId).doesNotContain(SOCIAL, BUP);
        assertThat(sip.open(number)).contains("samtycke");
    }

    @Test
    @Clause({"VGU-88", "VGU-106", "VGU-107"})
    void routingIsAskedAgainAndARecipientThatNoLongerHoldsSendsTheInvitationBack() {
        String number = called.toDispatch(SOCIAL, BUP);
        sip.today("2026-03-06");
        called.duty(number, SOCIAL, Participant.Duty.INVITED);
        sip.fill(number, "kallelse", called.invitation(number));

        assertThat(last(number, "utskick").outcome()).isEqualTo("REVISE");
        assertThat(invitations.current(number)).isEmpty();
        assertThat(disclosures.covers(number, SOCIAL)).isFalse();

        called.duty(number, SOCIAL, Participant.Duty.CALLED);
        sip.fill(number, "kallelse", called.invitation(number));
        assertThat(invitations.current(number)).hasSize(2);
    }

    @Test
    @Clause({"VGU-81", "VGU-102"})
    void whoComesIsKeptWithRoleAndMandate() {
        String number = called.toAnswers(SOCIAL, BUP);

        called.answer(number, BUP, with(Journey.svar(), "preparation", "Tar med utredningen."));

        assertThat(of(number, BUP)).satisfies(i -> {
            assertThat(i.status()).isEqualTo(Status.ANSWERED);
            assertThat(i.isRepresented()).isTrue();
            assertThat(i.attendees()).containsExactly(new Attendee("Kim Ek", "Handläggare", true, false));
            assertThat(i.answer().preparation()).isEqualTo("Tar med utredningen.");
            assertThat(i.answer().registeredBy()).isEqualTo("kollega");
        });
        assertThat(sip.tasksWith(number, "svar")).hasSize(1);
    }

    @Test
    @Clause({"VGV-11", "VGU-82"})
    void whoIsCalledCannotDeclineButNamesASubstituteOrGivesAReason() {
        String number = called.toAnswers(SOCIAL, BUP);

        answerRefused(number, BUP, form("answer", "DECLINES"), "answer Den som är kallad är skyldig att delta");
        answerRefused(number, BUP, form("answer", "PREVENTED"), "substituteComes");
        answerRefused(number, BUP, form("answer", "PREVENTED", "substituteComes", false), "reason");
        answerRefused(number, BUP, form("answer", "ATTENDS"), "attendees");
        called.answer(number, BUP, form("answer", "PREVENTED", "substituteComes", true, "substituteName", "Bo Al",
                "substituteRole", "Läkare", "substituteMandate", true));
        called.answer(number, SOCIAL, form("answer", "PREVENTED", "substituteComes", false, "reason", "Sjukdom."));

        assertThat(of(number, BUP).attendees()).containsExactly(new Attendee("Bo Al", "Läkare", true, true));
        assertThat(of(number, SOCIAL)).satisfies(i -> {
            assertThat(i.isRepresented()).isFalse();
            assertThat(i.answer().reason()).isEqualTo("Sjukdom.");
        });
        assertThat(sip.open(number)).doesNotContain("svar").contains("mote");
    }

    @Test
    @Clause({"VGU-103", "VGU-104", "VGV-08"})
    void aWrongRecipientFindsTheRightUnitWhichSeesNothingBeforeTheFamilyHasSaidYes() {
        String number = called.toAnswers(SOCIAL, BUP);
        wrongUnit(number, SOCIAL);

        sip.as("kollega", SOCIAL);
        rightUnitRefused(number, found(HEALTH_CENTRE), "unitId Enheten hör till en annan huvudman");
        rightUnitRefused(number, found("vgr-1480-socialtjanst"), "unitId");
        rightUnitRefused(number, found(SOCIAL), "unitId");
        rightUnitRefused(number, with(found(INTAKE), "contactOn", "2026-03-05"), "contactOn");
        sip.fill(number, "ratt_enhet", found(INTAKE));

        assertThat(sip.open(number)).contains("utokat_samtycke").doesNotContain("ratt_enhet");
        assertThat(disclosures.covers(number, INTAKE)).isFalse();
        assertThat(last(number, "vidarebefordran").outcome()).isEqualTo("ASK_CONSENT");
        assertThat(underway.to(List.of(INTAKE))).filteredOn(u -> u.caseNumber().equals(number))
                .as("number, sender and function, nothing more").containsExactly(
                        new UnderwayInvitation(number, units.findById(SCHOOL).orElseThrow().name(), "Mottagningsenhet"));
        assertThat(notices.of(number)).filteredOn(n -> n.kind() == NoticeKind.INVITATION_UNDERWAY)
                .extracting(Notice::recipient).containsExactly(Addressee.unit(INTAKE));
        assertThat(underway.to(List.of(BUP, SOCIAL))).extracting(UnderwayInvitation::caseNumber)
                .doesNotContain(number);

        sip.today("2026-03-10");
        journey.convener();
        extend(number, true);
        assertThat(underway.to(List.of(INTAKE))).extracting(UnderwayInvitation::caseNumber).doesNotContain(number);

        assertThat(disclosures.covers(number, INTAKE)).isTrue();
        assertThat(disclosures.covers(number, SOCIAL)).isFalse();
        assertThat(of(number, INTAKE)).satisfies(i -> {
            assertThat(i.status()).isEqualTo(Status.SENT);
            assertThat(i.passedOnFrom()).contains("Socialtjänsten");
            assertThat(i.sentAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 10));
        });
        assertThat(outbox.of(number)).filteredOn(d -> d.purpose() == Purpose.NOT_CONCERNED)
                .as("takes the meeting out of its calendar").extracting(Delivery::addresseeKey)
                .containsExactly(SOCIAL);
        called.answer(number, INTAKE, Journey.svar());
        assertThat(of(number, INTAKE).status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Clause({"VGV-08", "VGV-21"})
    void whileAGuardiansAnswerIsMissingTheOtherUnitIsAskedAboutAgain() {
        String number = called.toAnswers(SOCIAL, BUP);
        wrongUnit(number, SOCIAL);
        sip.as("kollega", SOCIAL);
        sip.fill(number, "ratt_enhet", found(INTAKE));
        sip.today("2026-03-10");
        journey.convener();
        var uninformed = extension(true);
        uninformed.put("informed", false);
        sip.fill(number, "utokat_samtycke", uninformed);
        sip.runJobs();

        assertThat(sip.open(number)).contains("utokat_samtycke");
        assertThat(of(number, SOCIAL).mustAttend()).isFalse();
        extend(number, true);
        assertThat(disclosures.covers(number, INTAKE)).isTrue();
    }

    @Test
    @Clause({"VGU-105", "VGV-08"})
    void whenTheFamilyDoesNotWantTheOtherUnitTheRecipientAttendsItself() {
        String number = called.toAnswers(SOCIAL, BUP);
        wrongUnit(number, SOCIAL);
        sip.as("kollega", SOCIAL);
        sip.fill(number, "ratt_enhet", found(INTAKE));
        sip.today("2026-03-10");
        journey.convener();

        extend(number, false);

        assertThat(disclosures.covers(number, INTAKE)).isFalse();
        assertThat(called.confirmed(number)).extracting(Participant::unitId).contains(SOCIAL).doesNotContain(INTAKE);
        assertThat(of(number, SOCIAL).mustAttend()).isTrue();
        called.answer(number, SOCIAL, Journey.svar());
    }

    @Test
    @Clause("VGU-105")
    void aRecipientThatFindsNobodyElseAttendsItselfAndNamesWhoComes() {
        String number = called.toAnswers(SOCIAL, BUP);
        wrongUnit(number, SOCIAL);
        sip.as("kollega", SOCIAL);
        sip.fill(number, "ratt_enhet", form("contactWith", "Anna", "contactOn", "2026-03-06", "clarified",
                "Stöd hemma", "found", false));

        assertThat(of(number, SOCIAL)).satisfies(i -> {
            assertThat(i.mustAttend()).isTrue();
            assertThat(i.status()).isEqualTo(Status.SENT);
        });
        answerRefused(number, SOCIAL, form("answer", "WRONG_UNIT", "reason", "Känner inte barnet."), "answer");
        answerRefused(number, SOCIAL, form("answer", "PREVENTED", "substituteComes", false, "reason", "Sjuk."),
                "substituteComes");
        called.answer(number, SOCIAL, Journey.svar());
        assertThat(of(number, SOCIAL).isRepresented()).isTrue();
    }

    @Test
    @Clause({"VGU-80", "VGU-81"})
    void theConvenerRegistersTheAnswerOfAUnitWithoutALogin() {
        String number = called.toAnswers(BUP, WITHOUT_LOGIN);
        assertThat(of(number, WITHOUT_LOGIN).channel()).isEqualTo(Channel.PRINTED_FROM_IT_SERVICE);
        Task task = called.answerOf(number, SCHOOL);

        sip.today("2026-03-09");
        journey.convener();
        assertThatThrownBy(() -> sip.fill(task, "svar", Journey.svar()))
                .hasMessageContaining("answerWay").hasMessageContaining("answerCameOn")
                .hasMessageContaining("answerGivenBy");
        var answer = new HashMap<>(Journey.svar());
        answer.putAll(form("answerWay", "PHONE", "answerCameOn", "2026-03-05", "answerGivenBy", "Rektorn"));
        assertThatThrownBy(() -> sip.fill(task, "svar", answer)).hasMessageContaining("answerCameOn");
        answer.put("answerCameOn", "2026-03-09");
        sip.fill(task, "svar", answer);

        assertThat(of(number, WITHOUT_LOGIN).answer()).satisfies(a -> {
            assertThat(a.way()).isEqualTo(AnswerWay.PHONE);
            assertThat(a.givenBy()).isEqualTo("Rektorn");
            assertThat(a.cameOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        });
    }

    @Test
    @Clause({"VGU-81", "HAL-71"})
    void aUnitWithoutALoginHasTheMeetingInItsCalendarWhereItMovesAndDisappears() throws Exception {
        String number = called.toAnswers(BUP, WITHOUT_LOGIN);
        sip.deliver(number);
        journey.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "MEETING_MOVED", "reason", "Läraren är sjuk.",
                "newDate", "2026-03-20", "newStart", "13:00", "newEnd", "14:30"));
        sip.runJobs().deliver(number);
        journey.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "MEETING_CANCELLED", "reason", "Alva är inlagd."));
        sip.runJobs().deliver(number);

        List<String> entries = TestMail.entries("rektor@friskolan-tallen.example.se", number);
        assertThat(entries).hasSize(3).allSatisfy(e -> assertThat(e).doesNotContain("Alva", "Läraren"));
        assertThat(entries.get(0)).contains("METHOD:REQUEST", "20260319T120000Z");
        assertThat(entries.get(1)).contains("METHOD:REQUEST", "20260320T120000Z");
        assertThat(entries.get(2)).contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(entries).extracting(e -> e.replaceAll("(?s).*\\R(UID:[^\\r\\n]+).*", "$1")).as("one event")
                .containsOnly("UID:" + number.toLowerCase(java.util.Locale.ROOT) + "-mote-" + meetings.of(number).get(0).id());
    }

    @Test
    @Clause({"VGU-81", "VGV-11"})
    void whoIsCalledAndDoesNotAnswerIsRemindedAndThenTheManagerIsTold() {
        String number = called.toAnswers(SOCIAL, BUP);
        called.answer(number, SOCIAL, Journey.svar());

        sip.goTo("2026-03-10");
        assertThat(of(number, BUP).remindedAt()).isNotNull();
        assertThat(of(number, SOCIAL).remindedAt()).isNull();
        assertThat(of(number, BUP).toldManagerAt()).isNull();

        sip.goTo("2026-03-14");
        assertThat(of(number, BUP).toldManagerAt()).isNotNull();
        assertThat(called.groups(called.answerOf(number, BUP))).contains(BUP, BUP + "-chef");
        assertThat(log.of(number)).extracting(e -> e.kind()).contains("ANSWER_REMINDED", "ANSWER_OVERDUE");
        called.answer(number, BUP, Journey.svar());
        assertThat(sip.open(number)).contains("mote");
    }

    @Test
    @Clause("VGV-11")
    void whenTheMeetingBeginsNobodyIsAskedAnyLonger() {
        String number = called.toAnswers(SOCIAL, BUP);
        sip.at(LocalDateTime.of(2026, 3, 19, 13, 1)).runJobs();

        assertThat(sip.open(number)).doesNotContain("svar").contains("mote");
        assertThat(invitations.current(number)).allSatisfy(i -> assertThat(i.status()).isEqualTo(Status.SENT));
    }

    @Test
    @Clause({"VGV-09", "VGU-89"})
    void whoIsInvitedMayDeclineAndIsNotReminded() {
        String number = called.toConsent(SOCIAL, BUP);
        Participant guest = called.guest(number);
        called.consent(number);
        called.dispatch(number);

        sip.goTo("2026-03-15");
        assertThat(invitations.current(number)).filteredOn(i -> i.participantId().equals(guest.id())).singleElement()
                .satisfies(i -> {
                    assertThat(i.remindedAt()).isNull();
                    assertThat(i.toldManagerAt()).isNull();
                });
        Task task = called.answerOf(number, SCHOOL);
        journey.convener();
        sip.fill(task, "svar", form("answer", "DECLINES", "answerWay", "PHONE", "answerCameOn", "2026-03-15",
                "answerGivenBy", "Karin"));

        assertThat(invitations.current(number)).filteredOn(i -> i.participantId().equals(guest.id())).singleElement()
                .satisfies(i -> assertThat(i.status()).isEqualTo(Status.ANSWERED));
        assertThat(sip.open(number)).contains("svar", "svar");
    }

    @Test
    @Clause({"VGV-08", "VGU-61"})
    void aLateUnitGetsNothingBeforeTheFamilyHasSaidYesAndThenAProcessOfItsOwn() {
        String number = called.toAnswers(SOCIAL, BUP);
        called.answer(number, SOCIAL, Journey.svar());
        called.answer(number, BUP, Journey.svar());
        Participant late = called.late(number, HEALTH_CENTRE);

        assertThat(invitations.startFor(number, late.id())).isEmpty();
        assertThat(disclosures.covers(number, HEALTH_CENTRE)).isFalse();

        sip.today("2026-03-10").asSystem();
        processes.correlate(number, "enhet_tillkommer", Map.of(ProcessVariable.SUBJECT, String.valueOf(late.id())));
        sip.runJobs();
        journey.convener();
        extend(number, true);

        assertThat(disclosures.covers(number, HEALTH_CENTRE)).isTrue();
        assertThat(of(number, HEALTH_CENTRE).status()).isEqualTo(Status.SENT);
        assertThat(called.groups(called.answerOf(number, HEALTH_CENTRE))).contains(HEALTH_CENTRE);
        assertThat(invitations.startFor(number, late.id())).as("asked already").isEmpty();

        invitations.over(new MeetingHeld(number));
        assertThat(sip.open(number)).doesNotContain("svar").contains("mote");
    }

    @Test
    @Clause("VGV-08")
    void beforeTheFirstDispatchALateUnitWaitsForTheInvitationsToBeWritten() {
        String number = unwritten();
        Participant any = called.confirmed(number).stream().filter(p -> BUP.equals(p.unitId())).findFirst()
                .orElseThrow();
        assertThat(invitations.startFor(number, any.id())).isEmpty();
        assertThat(invitations.of(number)).isEmpty();
    }

    @Test
    @Clause({"VGU-81", "VGB-14"})
    void afterAMovedMeetingTheFormKnowsTheNewDayAndAllAreAskedAnew() {
        String number = called.toAnswers(SOCIAL, BUP);
        called.answer(number, BUP, Journey.svar());
        moved(number);

        var known = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        assertThat(known.get("meetingDate").asText()).isEqualTo("2026-03-20");
        assertThat(known.get("purpose").asText()).isNotBlank();
        assertThat(known.get("recipients")).hasSize(2);
        assertThat(invitations.current(number)).isEmpty();
        sip.fill(number, "kallelse", Map.of());
        sip.runJobs();

        assertThat(invitations.current(number)).hasSize(2).allSatisfy(i -> {
            assertThat(i.status()).isEqualTo(Status.SENT);
            assertThat(i.answer()).isNull();
        });
        assertThat(sip.tasksWith(number, "svar")).hasSize(2);
    }

    @Test
    @Clause({"VGU-158", "VGV-25"})
    void aWithdrawalWhileAnswersAreAwaitedEndsTheAskingAtOnce() {
        String number = called.toAnswers(SOCIAL, BUP);
        wrongUnit(number, SOCIAL);
        consents.withdraw(number, WhoWithdrew.GUARDIAN, "per telefon", LocalDateTime.of(2026, 3, 6, 15, 40));
        sip.asSystem();
        assertThat(processes.correlate(number, "samtycke_aterkallas", Map.of())).isTrue();
        sip.runJobs();

        assertThat(sip.open(number)).doesNotContain("svar", "ratt_enhet");
        assertThat(invitations.current(number)).isEmpty();
        assertThat(disclosures.covers(number, BUP)).isFalse();
    }

    @Test
    @Clause({"VGU-81", "VGV-11"})
    void fourUnitsThatAnswerAtOnceAllGetThrough() throws InterruptedException {
        String number = called.toAnswers(SOCIAL, BUP, HEALTH_CENTRE, DISABILITY);
        for (int round = 1; round <= 10; round++) {
            assertThat(answeredAtOnce(number, SOCIAL, BUP, HEALTH_CENTRE, DISABILITY)).as("round %d", round).isEmpty();
            sip.runJobs();
            assertThat(invitations.current(number)).hasSize(4)
                    .allSatisfy(i -> assertThat(i.status()).isEqualTo(Status.ANSWERED));
            assertThat(sip.open(number)).contains("mote").doesNotContain("svar");
            moved(number);
            sip.fill(number, "kallelse", Map.of());
            sip.runJobs();
        }
    }

    /** What went wrong when each unit's answer was handed in at the same moment. */
    private Collection<Throwable> answeredAtOnce(String number, String... units) throws InterruptedException {
        var faults = new ConcurrentLinkedQueue<Throwable>();
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (String unit : units) {
            Task task = called.answerOf(number, unit);
            threads.add(new Thread(() -> {
                try {
                    start.await();
                    sip.as("kollega-" + unit, unit);
                    sip.fill(task, "svar", Journey.svar());
                } catch (Throwable fault) {
                    faults.add(fault);
                }
            }));
        }
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return faults;
    }

    /** The convener's kallelse waits anew, with the day the meeting was moved to. */
    private void moved(String number) {
        meetings.move(number, LocalDateTime.of(2026, 3, 20, 9, 0), LocalDateTime.of(2026, 3, 20, 10, 0), "Sjukdom");
        sip.asSystem();
        assertThat(processes.correlate(number, "mote_andras", Map.of(ProcessVariable.EVENT, "MEETING_MOVED"))).isTrue();
        sip.runJobs();
        journey.convener();
    }

    private String unwritten() {
        unwritten = unwritten == null ? called.toDispatch(SOCIAL, BUP) : unwritten;
        sip.today("2026-03-06");
        journey.convener();
        return unwritten;
    }

    private void refused(String number, Map<String, Object> content, String fault) {
        journey.convener();
        assertThatThrownBy(() -> sip.fill(number, "kallelse", content)).hasMessageContaining(fault);
    }

    private void answerRefused(String number, String unit, Map<String, Object> content, String fault) {
        Task task = called.answerOf(number, unit);
        sip.as("kollega", unit);
        assertThatThrownBy(() -> sip.fill(task, "svar", content)).hasMessageContaining(fault);
    }

    private void rightUnitRefused(String number, Map<String, Object> content, String fault) {
        assertThatThrownBy(() -> sip.fill(number, "ratt_enhet", content)).hasMessageContaining(fault);
    }

    private void wrongUnit(String number, String unit) {
        answerRefused(number, unit, form("answer", "WRONG_UNIT"), "reason");
        called.answer(number, unit, form("answer", "WRONG_UNIT", "reason", "Barnet är inte känt här."));
        assertThat(of(number, unit).status()).isEqualTo(Status.WRONG_UNIT);
        assertThat(sip.open(number)).contains("ratt_enhet");
    }

    private static Map<String, Object> found(String unit) {
        return form("contactWith", "Anna", "contactOn", "2026-03-06", "clarified", "Stöd hemma", "found", true,
                "unitId", unit);
    }

    private void extend(String number, boolean yes) {
        sip.fill(number, "utokat_samtycke", extension(yes));
        sip.runJobs();
    }

    private static HashMap<String, Object> extension(boolean yes) {
        var answer = Map.of("answer", "YES", "plan", "YES", "givenOn", "2026-03-10", "manner", "ORAL");
        var form = new HashMap<>(Journey.samtycke());
        form.remove("until");
        form.put("informedOn", "2026-03-10");
        form.put("guardians", List.of(answer, answer));
        form.put("childGivenOn", "2026-03-10");
        form.put("recipients", List.of(Map.of("included", yes)));
        if (!yes) {
            var no = Map.of("answer", "NO", "givenOn", "2026-03-10");
            form.put("guardians", List.of(no, no));
            form.put("childAnswer", "NO");
        }
        return form;
    }

    private static Map<String, Object> row(String field, Object value) {
        return form("asked", value, "contribution", "Berätta", "oralContact", true, "oralContactWith", "Kim",
                "oralContactOn", "2026-03-06").entrySet().stream()
                .collect(HashMap::new, (m, e) -> m.put(e.getKey(), e.getKey().equals(field) ? value : e.getValue()),
                        HashMap::putAll);
    }

    private Invitation of(String number, String unit) {
        return invitations.current(number).stream().filter(i -> unit.equals(i.unitId())).findFirst().orElseThrow();
    }

    private DecisionRecord last(String number, String table) {
        return decisions.of(number).stream().filter(d -> d.tableKey().equals(table)).reduce((a, b) -> b)
                .orElseThrow();
    }
}
