package se.sip.followup;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.checklist.Checklist.Question;
import se.sip.checklist.Checklist;
import se.sip.correspondence.Outbox;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.HeldMeetingRules;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.Intervention;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Records a held follow-up, or that it has to be called anew. */
@Component
class FollowUpIntake implements FormIntake<FollowUpForm> {

    private final FollowUps followUps;
    private final Meetings meetings;
    private final HeldMeetingRules rules;
    private final Plans plans;
    private final Parties parties;
    private final CloseReasons reasons;
    private final FollowUpLetters letters;
    private final Outbox outbox;
    private final CaseLog log;
    private final Checklist checklist;
    private final CaseFiles cases;
    private final Clock clock;

    FollowUpIntake(FollowUps followUps, Meetings meetings, HeldMeetingRules rules, Plans plans, Parties parties,
            CloseReasons reasons, FollowUpLetters letters, Outbox outbox, CaseLog log, Checklist checklist,
            CaseFiles cases, Clock clock) {
        this.checklist = checklist;
        this.cases = cases;
        this.followUps = followUps;
        this.meetings = meetings;
        this.rules = rules;
        this.plans = plans;
        this.parties = parties;
        this.reasons = reasons;
        this.letters = letters;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "uppfoljning";
    }

    @Override
    public Class<FollowUpForm> type() {
        return FollowUpForm.class;
    }

    @Override
    public void check(FollowUpForm form, FormSituation where, Faults faults) {
        if (form.tookPlace() == null) {
            return;
        }
        if (!form.tookPlace()) {
            faults.addIf(isBlank(form.notHeldWhy()), "notHeldWhy", "Skriv varför uppföljningen inte hölls.");
            return;
        }
        rules.check(form, where, faults);
        rules.checkParties(form, where, "uppföljningen", faults);
        faults.addIf(Stream.of(form.goals(), form.newInformation(), form.interventionsDone(), form.effect(),
                form.otherInterventions()).allMatch(FollowUpIntake::isBlank), "goals",
                "Skriv vad ni kom fram till på minst en av frågorna.");
        faults.addIf(form.needFromRegion() == null, "needFromRegion",
                "Ange om insatser fortfarande behövs från regionen.");
        faults.addIf(form.needFromMunicipality() == null, "needFromMunicipality",
                "Ange om insatser fortfarande behövs från kommunen.");
        faults.addIf(form.goalChange() == null, "goalChange", "Ange om det långsiktiga målet har ändrats.");
        faults.addIf(form.collaborationWorks() == null && asksCollaboration(where)
                && Boolean.TRUE.equals(form.needFromRegion()) && Boolean.TRUE.equals(form.needFromMunicipality()),
                "collaborationWorks", "Ange om samarbetet mellan aktörerna är etablerat och fungerar.");
        if (asksCoordination(where)) {
            CaseFile caseFile = cases.byNumber(where.caseNumber());
            faults.addIf(form.coordinationRemains() == null, "coordinationRemains",
                    "Ange om behovet av samordning finns kvar (BOR-71, BOR-73).");
            checklist.check(caseFile.county(), caseFile.audience(), Question.JUDGED_TOGETHER, form.judgedTogether(),
                    "judgedTogether", form.judgedNote(), "judgedNote", faults);
        }
    }

    @Override
    public void accept(FollowUpForm form, FormSituation where) {
        if (!form.tookPlace()) {
            meetings.cancel(where.caseNumber(), form.notHeldWhy());
            where.variables().set(ProcessVariable.MEETING_OUTCOME, "NOT_HELD");
            return;
        }
        plans.wake(where.caseNumber());
        PlanVersion plan = plans.current(where.caseNumber()).orElseThrow(
                () -> new IllegalStateException("Case " + where.caseNumber() + " has no plan in force"));
        Meeting held = rules.keep(form, where, rules.held(form, where, null, null, null));
        FollowUp kept = followUps.keep(followUp(form, where, plan.id(), held.id()));
        letters.summaries(where.caseNumber(), FollowUpLetters.subjectOf(kept), form.byPost()).forEach(outbox::send);
        for (Party party : parties.of(where.caseNumber())) {
            if (party.isPrincipals()) {
                log.add(where.caseNumber(), "DOCUMENT_IN_OWN_SYSTEM",
                        party.name() + " påminns om att dokumentera uppföljningen i sitt eget system (VGU-122, HAL-109).");
            }
        }
        where.variables().set(ProcessVariable.MEETING_OUTCOME, "HELD");
    }

    /** The follow-up as it will be kept; what becomes of it is decided after. */
    FollowUp followUp(FollowUpForm form, FormSituation where, Long planId, Long meetingId) {
        return new FollowUp(null, where.caseNumber(), planId, meetingId, form.goals(), form.newInformation(),
                form.interventionsDone(), form.effect(), form.otherInterventions(), form.needFromRegion(),
                form.needFromMunicipality(), form.goalChange(),
                asksCollaboration(where) && Boolean.TRUE.equals(form.collaborationWorks()),
                asksCoordination(where) ? form.coordinationRemains() : null,
                asksCoordination(where) ? form.judgedTogether() : null, form.judgedNote(), null,
                LocalDateTime.now(clock));
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new LinkedHashMap<>(rules.known(where));
        known.put("asksCollaboration", asksCollaboration(where));
        known.put("asksCoordination", asksCoordination(where));
        known.put("familyCopy", FollowUpForm.FamilyCopy.BY_POST);
        return known;
    }

    /** Only a county where an established collaboration closes a SIP asks whether there is one (HAL-123). */
    private boolean asksCollaboration(FormSituation where) {
        return reasons.of(where.caseNumber()).stream().anyMatch(r -> r.code().equals("COLLABORATION_ESTABLISHED"));
    }

    /** Where the need of coordination is judged together with the family, and decides how it goes on (BOR-73). */
    private boolean asksCoordination(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        return checklist.asks(caseFile.county(), caseFile.audience(), Question.JUDGED_TOGETHER);
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var choices = new LinkedHashMap<>(rules.choices(where));
        choices.put("reports", plans.current(where.caseNumber()).map(plans::interventionsOf).orElse(List.of())
                .stream().map(FollowUpIntake::line).toList());
        return choices;
    }

    private static String line(Intervention i) {
        String state = switch (i.report()) {
            case DONE -> "genomförd";
            case FAILED -> "blev inte av: " + i.reportNote();
            case NONE -> switch (i.confirmation()) {
                case CONFIRMED -> "inte rapporterad än";
                case UNCONFIRMED -> "ej bekräftad";
                case DECLINED -> "enheten åtog sig den inte: " + i.declineWhy();
            };
        };
        return i.what() + " (" + i.ownerName() + "): " + state + (i.isWithheld() ? ". " + i.withheldText() : "");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
