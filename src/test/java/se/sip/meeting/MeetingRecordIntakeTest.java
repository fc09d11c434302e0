package se.sip.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.sip.Clause;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.engine.CaseVariables;
import se.sip.engine.ProcessVariable;
import se.sip.party.PartiesRule;
import se.sip.preparation.Preparations;
import se.sip.tasklist.Faults;
import se.sip.tasklist.Faults.Fault;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Principal;

class MeetingRecordIntakeTest {

    private static final String CASE = "SIP-2026-000001";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 19);

    private final Meetings meetings = mock(Meetings.class);
    private final Parties parties = mock(Parties.class);
    private final CaseFiles cases = mock(CaseFiles.class);
    private final LiveConsent consent = mock(LiveConsent.class);
    private final AnnouncedAttendance announced = mock(AnnouncedAttendance.class);
    private final PartiesRule rule = mock(PartiesRule.class);
    private final Map<ProcessVariable, Object> variables = new EnumMap<>(ProcessVariable.class);
    private final FormSituation where = new FormSituation("vgr", "mote", CASE, "t1",
            new StaffMember("anna", Set.of("skolan"), Set.of("vgr")), TODAY, new Variables());
    private final MeetingRecordIntake intake = new MeetingRecordIntake(meetings,
            new HeldMeetingRules(meetings, parties, cases, consent, announced, mock(Agenda.class),
                    mock(MeetingLeader.class), mock(MeetingLength.class), mock(MeetingClocks.class), rule),
            consent, mock(Preparations.class));

    @BeforeEach
    void alvasMeetingIsBooked() {
        when(rule.of(any(), any(), any())).thenReturn(new PartiesRule.Verdict(true, false, ""));
        when(meetings.booked(CASE)).thenReturn(Optional.of(mock(Meeting.class)));
        when(parties.of(CASE)).thenReturn(List.of(
                new Party("skolan", "skolan", null, "Skolan", Principal.MUNICIPALITY, true, true),
                new Party("fk", "fk", 3L, "Försäkringskassan", Principal.OTHER, false, false)));
        var caseFile = mock(CaseFile.class);
        when(cases.byNumber(CASE)).thenReturn(caseFile);
        when(cases.personOf(caseFile)).thenReturn(child());
        when(cases.guardiansOf(caseFile)).thenReturn(List.of(
                new Guardian(1L, 1L, "Maria", null, null, null, Protection.NONE, null)));
        when(consent.faultOn(eq(CASE), any())).thenReturn(Optional.empty());
    }

    @Test
    void aMeetingIsRecordedAsHeld() {
        assertThat(faults(form().build())).isEmpty();

        intake.accept(form().build(), where);

        verify(meetings).held(eq(CASE), any());
        assertThat(variables).containsEntry(ProcessVariable.MEETING_OUTCOME, "HELD")
                .doesNotContainKey(ProcessVariable.END_KIND);
    }

    @Test
    @Clause({"VGU-109", "VGU-111", "VGU-119"})
    void everythingThatIsMissingIsSaidAtOnce() {
        var nothing = new MeetingRecordForm(true, null, null, null, null, null, List.of(), null, null, null, null,
                null, null, null, null, null, null, null, null, null, null);

        assertThat(faults(nothing)).extracting(Fault::field).containsExactlyInAnyOrder("heldOn", "startedAt",
                "endedAt", "documenter", "attendance", "personTookPart", "guardianPart", "allPrepared");
    }

    @Test
    void aMeetingThatWasNotHeldIsCalledAnew() {
        var notHeld = new MeetingRecordForm(false, "Snöoväder", null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null);
        assertThat(faults(notHeld)).isEmpty();

        intake.accept(notHeld, where);

        verify(meetings).cancel(CASE, "Snöoväder");
        verify(meetings, never()).held(any(), any());
        assertThat(variables).containsEntry(ProcessVariable.MEETING_OUTCOME, "NOT_HELD");
    }

    @Test
    @Clause("VGU-109")
    void aChildThatWasNotThereIsHeardAnotherWay() {
        var form = form();
        form.personTookPart = false;

        assertThat(faults(form.build())).extracting(Fault::field)
                .containsExactly("personAbsentWhy", "personHeardHow");
    }

    @Test
    @Clause("VGU-110")
    void aYouthsObjectionIsWrittenDown() {
        var form = form();
        form.guardianPart = GuardianPart.YOUTH_OBJECTED;

        assertThat(faults(form.build())).extracting(Fault::field).containsExactly("guardianPartNote");
    }

    @Test
    @Clause("VGU-110")
    void aGuardianIsNotForgotten() {
        var form = form();
        form.guardianPart = GuardianPart.NO_GUARDIAN;

        assertThat(faults(form.build())).extracting(Fault::field).containsExactly("guardianPart");
    }

    @Test
    @Clause("VGU-88")
    void onlyTheCalledGiveAReasonForStayingAway() {
        var form = form();
        form.attendance = List.of(
                new AttendanceRow("skolan", null, false, null, null, null, null, null),
                new AttendanceRow("fk", null, false, null, null, null, null, null));

        assertThat(faults(form.build())).extracting(Fault::field).containsExactly("attendance[0].absentWhy");
    }

    @Test
    void nobodyIsAddedToTheRowsFromOutside() {
        var form = form();
        form.attendance = List.of(form.attendance.get(0),
                new AttendanceRow("en-annan-enhet", null, true, "Bo", null, true, null, null));

        assertThat(faults(form.build())).extracting(Fault::field).containsExactly("attendance");
    }

    @Test
    @Clause("VGU-63")
    void aMeetingWithoutLiveConsentIsNotRecorded() {
        when(consent.faultOn(CASE, TODAY)).thenReturn(Optional.of("Samtycket har gått ut. Hämta ett nytt samtycke."));

        assertThat(faults(form().build())).containsExactly(
                new Fault("", "Samtycket har gått ut. Hämta ett nytt samtycke."));
    }

    @Test
    @Clause({"VGU-81", "VGU-82"})
    void theRowsOpenWithWhatWasAnsweredButNotWhetherTheyCame() {
        var booked = mock(Meeting.class);
        when(booked.occasion()).thenReturn(Meeting.Occasion.PLANNING);
        when(booked.startsAt()).thenReturn(TODAY.atTime(13, 0));
        when(booked.endsAt()).thenReturn(TODAY.atTime(14, 0));
        when(meetings.booked(CASE)).thenReturn(Optional.of(booked));
        when(announced.of(CASE)).thenReturn(List.of(
                new AnnouncedAttendance.Announced(3L, "Bo Berg", "Handläggare", true, true, null)));

        assertThat(intake.known(where).get("attendance")).isEqualTo(List.of(
                new AttendanceRow("skolan", "Skolan", null, null, null, null, null, null),
                new AttendanceRow("fk", "Försäkringskassan", null, "Bo Berg", "Handläggare", true, true, null)));
    }

    @Test
    void aMeetingIsNotRecordedBeforeItIsHeld() {
        var form = form();
        form.heldOn = TODAY.plusDays(1);

        assertThat(faults(form.build())).extracting(Fault::field).contains("heldOn");
    }

    @Test
    @Clause("VGU-65")
    void aPlanLeftToTheMeetingIsAskedThere() {
        when(consent.planIsLeftToMeeting(CASE)).thenReturn(true);

        assertThat(faults(form().build())).extracting(Fault::field).containsExactly("planConsent");
    }

    @Test
    @Clause({"VGU-65", "VGU-147"})
    void aNoToThePlanEndsTheCaseAndTheMeetingStaysHeld() {
        when(consent.planIsLeftToMeeting(CASE)).thenReturn(true);
        var form = form();
        form.planConsent = false;
        assertThat(faults(form.build())).isEmpty();

        intake.accept(form.build(), where);

        verify(meetings).held(eq(CASE), any());
        verify(consent).decidePlan(CASE, false, TODAY);
        assertThat(variables).containsEntry(ProcessVariable.MEETING_OUTCOME, "PLAN_REFUSED")
                .containsEntry(ProcessVariable.END_KIND, "CONSENT_REFUSED");
    }

    private List<Fault> faults(MeetingRecordForm form) {
        var faults = new Faults();
        intake.check(form, where, faults);
        return faults.list();
    }

    private static Person child() {
        return new Person(1L, "vgr", "20140312-2383", "PERSONNUMMER", LocalDate.of(2014, 3, 12), "Alva", "Lindqvist",
                null, "1490", null, Protection.NONE, null, null);
    }

    private static Filled form() {
        return new Filled();
    }

    /** A form filled without a fault; a test changes what it is about. */
    private static final class Filled {
        LocalDate heldOn = TODAY;
        List<AttendanceRow> attendance = List.of(
                new AttendanceRow("skolan", null, true, "Anna", "Kurator", true, false, null),
                new AttendanceRow("fk", null, false, null, null, null, null, null));
        boolean personTookPart = true;
        GuardianPart guardianPart = GuardianPart.TOOK_PART;
        Boolean planConsent;

        MeetingRecordForm build() {
            return new MeetingRecordForm(true, null, heldOn, LocalTime.of(13, 0), LocalTime.of(14, 30), "Anna",
                    attendance, null, personTookPart, null, null, null, guardianPart, null, true, null, null, null,
                    null, null, planConsent);
        }
    }

    private final class Variables implements CaseVariables {
        @Override
        public Object get(ProcessVariable variable) {
            return variables.get(variable);
        }

        @Override
        public void set(ProcessVariable variable, Object value) {
            variables.put(variable, value);
        }

        @Override
        public void setCaseNumber(String number) {
            throw new UnsupportedOperationException();
        }
    }
}
