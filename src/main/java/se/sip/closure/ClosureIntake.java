package se.sip.closure;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.checklist.Checklist;
import se.sip.checklist.Checklist.Question;
import se.sip.engine.ProcessVariable;
import se.sip.followup.CloseReasons;
import se.sip.followup.FollowUp;
import se.sip.followup.FollowUps;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in whether a SIP is to be closed; the county's table then says whether it may. */
@Component
class ClosureIntake implements FormIntake<ClosureForm> {

    static final String GO_ON_AT = CasePhase.FOLLOW_UP.name();
    static final String NONE = "NONE";

    private final Closures closures;
    private final CaseFiles cases;
    private final CaseLog log;
    private final FollowUps followUps;
    private final CloseReasons reasons;
    private final Checklist checklist;
    private final Clock clock;

    ClosureIntake(Closures closures, CaseFiles cases, CaseLog log, FollowUps followUps,
            CloseReasons reasons, Checklist checklist, Clock clock) {
        this.checklist = checklist;
        this.reasons = reasons;
        this.followUps = followUps;
        this.closures = closures;
        this.cases = cases;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "avsluta";
    }

    @Override
    public Class<ClosureForm> type() {
        return ClosureForm.class;
    }

    @Override
    public void check(ClosureForm form, FormSituation where, Faults faults) {
        if (!Boolean.TRUE.equals(form.closeIt())) {
            return;
        }
        faults.addIf(form.reason() == null, "reason", "Välj skäl för avslut.");
        faults.addIf(form.needsMunicipality() == null, "needsMunicipality",
                "Svara om insatser från kommunen behövs.");
        faults.addIf(form.needsRegion() == null, "needsRegion", "Svara om insatser från regionen behövs.");
        faults.addIf(form.reason() == CloseReason.NO_NEW_NEED_EXPECTED && form.newNeedsExpected() == null,
                "newNeedsExpected", "Svara om nya behov väntas inom den närmaste tiden.");
        faults.addIf(form.reason() == CloseReason.GOAL_CHANGED_RESTART && form.goalChanged() == null,
                "goalChanged", "Svara om det långsiktiga målet har ändrats påtagligt.");
        faults.addIf(asksCoordination(where) && form.coordinationRemains() == null, "coordinationRemains",
                "Svara om behovet av samordning finns kvar (BOR-71, BOR-77).");
        faults.addIf(form.why() == null, "why", "Skriv varför SIP:en avslutas.");
        faults.addIf(form.whereToTurn() == null, "whereToTurn",
                "Skriv vart familjen vänder sig om behov uppstår igen.");
    }

    @Override
    public void accept(ClosureForm form, FormSituation where) {
        if (form.closeIt()) {
            closures.propose(new Closure(null, where.caseNumber(), form.reason().endKind(), form.why(),
                    form.needsMunicipality(), form.needsRegion(), form.newNeedsExpected(), form.goalChanged(),
                    asksCoordination(where) ? form.coordinationRemains() : null,
                    form.whereToTurn(), cases.byNumber(where.caseNumber()).phase(), where.staff().userId(),
                    LocalDateTime.now(clock), null, null, null, null, null, 0));
            where.variables().set(ProcessVariable.RESUME_AT, NONE);
        } else {
            log.add(where.caseNumber(), "CLOSING_DECLINED", "SIP:en avslutas inte. Uppföljningen fortsätter.");
            where.variables().set(ProcessVariable.RESUME_AT, GO_ON_AT);
        }
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<String, Object>();
        known.put("asksCoordination", asksCoordination(where));
        followUps.latest(where.caseNumber()).ifPresent(f -> {
            if (f.coordinationRemains() != null) {
                known.put("coordinationRemains", f.coordinationRemains());
            }
            known.put("needsMunicipality", f.needFromMunicipality());
            known.put("needsRegion", f.needFromRegion());
            if (f.outcome() == FollowUp.Outcome.CLOSE && f.needFromBoth()) {
                known.put("closeIt", true);
                known.put("reason", CloseReason.COLLABORATION_ESTABLISHED);
            }
            if (f.outcome() == FollowUp.Outcome.RESTART) {
                known.put("closeIt", true);
                known.put("reason", CloseReason.GOAL_CHANGED_RESTART);
                known.put("goalChanged", true);
            }
        });
        closures.latest(where.caseNumber()).filter(c -> c.registeredAt() == null).ifPresent(c -> {
            known.put("closeIt", true);
            known.put("reason", c.endKind());
            known.put("needsMunicipality", c.needsMunicipality());
            known.put("needsRegion", c.needsRegion());
            known.put("newNeedsExpected", c.newNeedsExpected());
            known.put("goalChanged", c.goalChanged());
            known.put("coordinationRemains", c.coordinationRemains());
            known.put("why", c.why());
            known.put("whereToTurn", c.whereToTurn());
        });
        return known;
    }

    private boolean asksCoordination(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        return checklist.asks(caseFile.county(), caseFile.audience(), Question.JUDGED_TOGETHER);
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return Map.of("reasons", reasons.of(where.caseNumber()).stream().filter(CloseReasons.Reason::inForm)
                .map(r -> Map.of("value", r.code(), "label", r.text())).toList());
    }
}
