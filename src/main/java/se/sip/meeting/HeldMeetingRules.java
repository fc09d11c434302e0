package se.sip.meeting;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.meeting.AnnouncedAttendance.Announced;
import se.sip.party.PartiesRule;
import se.sip.party.PartiesRule.Moment;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;

/** The rules of recording a meeting, shared by the planning meeting and the follow-up. */
@Component
public class HeldMeetingRules {

    private final Meetings meetings;
    private final Parties parties;
    private final CaseFiles cases;
    private final LiveConsent consent;
    private final AnnouncedAttendance announced;
    private final Agenda agenda;
    private final MeetingLeader leader;
    private final MeetingLength length;
    private final MeetingClocks clocks;
    private final PartiesRule rule;

    HeldMeetingRules(Meetings meetings, Parties parties, CaseFiles cases, LiveConsent consent,
            AnnouncedAttendance announced, Agenda agenda, MeetingLeader leader,
            MeetingLength length, MeetingClocks clocks, PartiesRule rule) {
        this.meetings = meetings;
        this.parties = parties;
        this.cases = cases;
        this.consent = consent;
        this.announced = announced;
        this.agenda = agenda;
        this.leader = leader;
        this.length = length;
        this.clocks = clocks;
        this.rule = rule;
    }

    /** Adds every fault of the meeting's record. */
    public void check(HeldMeeting form, FormSituation where, Faults faults) {
        if (meetings.booked(where.caseNumber()).isEmpty()) {
            faults.add("", "Inget möte är bokat i ärendet. Boka mötet innan det registreras som hållet.");
        }
        checkTime(form, where, faults);
        checkAttendance(form, where, faults);
        checkPerson(form, where, faults);
    }

    private void checkTime(HeldMeeting form, FormSituation where, Faults faults) {
        faults.addIf(form.heldOn() == null, "heldOn", "Ange vilken dag mötet hölls.");
        faults.addIf(form.startedAt() == null, "startedAt", "Ange när mötet började.");
        faults.addIf(form.endedAt() == null, "endedAt", "Ange när mötet slutade.");
        faults.addIf(isBlank(form.documenter()), "documenter", "Skriv vem som dokumenterade mötet.");
        if (form.heldOn() != null) {
            faults.addIf(form.heldOn().isAfter(where.today()), "heldOn",
                    "Mötet kan inte registreras före den dag det hålls.");
            consent.faultOn(where.caseNumber(), form.heldOn()).ifPresent(fault -> faults.add("", fault));
        }
        faults.addIf(form.startedAt() != null && form.endedAt() != null
                && !form.endedAt().isAfter(form.startedAt()), "endedAt", "Mötet slutar efter att det har börjat.");
        length.check(where.county(), form.startedAt(), form.endedAt(), "breakTaken", form.breakTaken(),
                form.lengthWhy(), faults);
    }

    private void checkAttendance(HeldMeeting form, FormSituation where, Faults faults) {
        Map<String, Party> expected = parties.of(where.caseNumber()).stream()
                .collect(Collectors.toMap(Party::key, p -> p, (a, b) -> a, LinkedHashMap::new));
        List<AttendanceRow> rows = form.attendance() == null ? List.of() : form.attendance();
        List<String> keys = rows.stream().map(AttendanceRow::party).toList();
        faults.addIf(keys.size() != expected.size() || !expected.keySet().containsAll(keys)
                || keys.stream().distinct().count() != keys.size(), "attendance",
                "Deltagarna har ändrats sedan formuläret öppnades. Öppna uppgiften igen.");
        for (int i = 0; i < rows.size(); i++) {
            AttendanceRow row = rows.get(i);
            String at = "attendance[" + i + "].";
            faults.addIf(row.present() == null, at + "present", "Ange om enheten var med på mötet.");
            if (Boolean.TRUE.equals(row.present())) {
                faults.addIf(isBlank(row.who()), at + "who", "Skriv vem som kom från enheten.");
                faults.addIf(row.mandate() == null, at + "mandate",
                        "Ange om personen har mandat att besluta om sin enhets insatser.");
            } else if (Boolean.FALSE.equals(row.present())) {
                Party party = expected.get(row.party());
                faults.addIf(party != null && party.called() && isBlank(row.absentWhy()), at + "absentWhy",
                        "Enheten var kallad. Skriv varför ingen kom.");
            }
        }
    }

    /**
     * In Halland both principals must attend, the planning meeting and the follow-up alike; otherwise it was another
     * meeting than a SIP (HAL-12).
     *
     * @param meeting what the meeting is called, in the definite form
     */
    public void checkParties(HeldMeeting form, FormSituation where, String meeting, Faults faults) {
        if (form.attendance() == null || form.attendance().stream().anyMatch(r -> r.present() == null)) {
            return;
        }
        Set<String> came = form.attendance().stream().filter(r -> r.present()).map(AttendanceRow::party)
                .collect(Collectors.toSet());
        var verdict = rule.of(cases.byNumber(where.caseNumber()), Moment.ATTENDED, parties.kinds(where.caseNumber(), came));
        faults.addIf(!verdict.enough(), "attendance", verdict.why() + " Registrera att " + meeting + " inte hölls och "
                + "kalla på nytt, eller registrera händelsen att det blir en annan mötesform.");
    }

    private void checkPerson(HeldMeeting form, FormSituation where, Faults faults) {
        faults.addIf(form.personTookPart() == null, "personTookPart",
                "Ange om personen själv var med på mötet.");
        if (Boolean.FALSE.equals(form.personTookPart())) {
            faults.addIf(isBlank(form.personAbsentWhy()), "personAbsentWhy",
                    "Skriv varför personen inte var med.");
            faults.addIf(isBlank(form.personHeardHow()), "personHeardHow",
                    "Skriv hur personens röst kom fram i stället.");
        }
        boolean guardianAsked = hasGuardian(where);
        faults.addIf(guardianAsked && form.guardianPart() == null, "guardianPart",
                "Ange hur vårdnadshavarna var med.");
        faults.addIf(guardianAsked && form.guardianPart() == GuardianPart.NO_GUARDIAN, "guardianPart",
                "Ärendet har en vårdnadshavare. Ange hur vårdnadshavaren var med.");
        boolean needsNote = form.guardianPart() == GuardianPart.YOUTH_OBJECTED
                || form.guardianPart() == GuardianPart.NOT_SUITABLE;
        faults.addIf(needsNote && isBlank(form.guardianPartNote()), "guardianPartNote",
                "Skriv vad den unge sa, eller varför det inte var lämpligt.");
    }

    private boolean hasGuardian(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        return !cases.personOf(caseFile).isAdultOn(where.today()) && !cases.guardiansOf(caseFile).isEmpty();
    }

    /** What the form shows from the start: the time booked, the documenter and a row per party. */
    public Map<String, Object> known(FormSituation where) {
        var known = new LinkedHashMap<String, Object>();
        meetings.booked(where.caseNumber()).ifPresent(meeting -> {
            known.put("heldOn", meeting.startsAt().toLocalDate());
            known.put("startedAt", meeting.startsAt().toLocalTime());
            known.put("endedAt", meeting.endsAt().toLocalTime());
            known.put("documenter", meeting.documenter());
        });
        meetings.booked(where.caseNumber()).flatMap(m -> length.of(m.id())).ifPresent(planned -> {
            known.put("breakTaken", planned.breakPlanned());
            known.put("lengthWhy", planned.why());
        });
        meetings.booked(where.caseNumber()).flatMap(m -> clocks.of(m.id())).ifPresent(clock -> {
            known.put("heldOn", clock.begunAt().toLocalDate());
            known.put("startedAt", clock.begunAt().toLocalTime().truncatedTo(ChronoUnit.MINUTES));
            known.put("breakTaken", !clock.breaks().isEmpty());
        });
        known.put("lengthRuled", length.rule(where.county()).isPresent());
        known.put("hasGuardian", hasGuardian(where));
        List<Announced> answers = answers(where.caseNumber());
        known.put("attendance", parties.of(where.caseNumber()).stream().map(p -> row(p, answers)).toList());
        return known;
    }

    /** Answers were given to the invitation to the planning meeting; a follow-up has none. */
    private List<Announced> answers(String caseNumber) {
        return meetings.booked(caseNumber).filter(m -> m.occasion() == Meeting.Occasion.PLANNING)
                .map(m -> announced.of(caseNumber)).orElse(List.of());
    }

    /** Whether they came is always answered anew. */
    private static AttendanceRow row(Party party, List<Announced> answers) {
        return answers.stream()
                .filter(a -> a.participantId() != null && a.participantId().equals(party.participantId())).findFirst()
                .map(a -> new AttendanceRow(party.key(), party.name(), null, a.who(), a.workRole(), a.mandate(),
                        a.substitute(), a.absentWhy()))
                .orElse(new AttendanceRow(party.key(), party.name(), null, null, null, null, null, null));
    }

    /** What is said of the booked meeting above the form: when, where, why, who leads, its agenda and questions. */
    public Map<String, Object> choices(FormSituation where) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("lengthRule", length.rule(where.county()).orElse(""));
        meetings.booked(where.caseNumber()).ifPresent(meeting -> {
            shown.put("booked", "%tF %<tR–%tR, %s. %s.".formatted(meeting.startsAt(), meeting.endsAt(),
                    meeting.place(), meeting.form().swedish()));
            shown.put("digitalPreparation", meeting.form().isDigital() ? text(meeting.digitalPreparation()) : "");
            shown.put("purpose", text(meeting.purpose()));
            shown.put("longTermGoal", text(meeting.longTermGoal()));
            shown.put("agenda", agenda.of(where.caseNumber(), meeting.occasion()));
            shown.put("questions", meeting.occasion() == Meeting.Occasion.PLANNING ? lines(meeting.questions())
                    : List.of());
            shown.put("leads", leader.of(where.caseNumber()));
            shown.put("breaks", clocks.of(meeting.id()).map(MeetingClock::inWords).orElse(""));
        });
        return shown;
    }

    /** Keeps the meeting, and what was said of its length. */
    public Meeting keep(HeldMeeting form, FormSituation where, Held held) {
        Meeting kept = meetings.held(where.caseNumber(), held);
        if (form.breakTaken() != null || form.lengthWhy() != null) {
            length.keep(kept.id(), form.breakTaken(), form.lengthWhy());
        }
        return kept;
    }

    /** @param planAgreed the family's answer to whether a plan is made, where it was asked */
    public Held held(HeldMeeting form, FormSituation where, Boolean allPrepared, String unpreparedNote,
            Boolean planAgreed) {
        Map<String, String> names = parties.of(where.caseNumber()).stream()
                .collect(Collectors.toMap(Party::key, Party::name, (a, b) -> a));
        List<Attendance> attendance = form.attendance().stream().map(AttendanceRow::toAttendance)
                .map(a -> new Attendance(a.party(), names.get(a.party()), a.present(), a.who(), a.workRole(),
                        a.mandate(), a.substitute(), a.absentWhy()))
                .toList();
        return new Held(form.heldOn().atTime(form.startedAt()), form.heldOn().atTime(form.endedAt()),
                form.documenter(), new ArrayList<>(attendance), form.othersPresent(), form.personTookPart(),
                form.personTookPart() ? null : form.personAbsentWhy(),
                form.personTookPart() ? null : form.personHeardHow(),
                Objects.requireNonNullElse(form.guardianPart(), GuardianPart.NO_GUARDIAN), form.guardianPartNote(),
                allPrepared, unpreparedNote, planAgreed);
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
