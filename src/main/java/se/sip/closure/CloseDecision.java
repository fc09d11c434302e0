package se.sip.closure;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.engine.ProcessVariable;

/** Asks the county's table {@code avslut} whether the reason given closes the SIP. */
@Component
class CloseDecision implements DecisionInputs {

    private final Closures closures;
    private final DecisionRecords decisions;
    private final CaseLog log;

    CloseDecision(Closures closures, DecisionRecords decisions, CaseLog log) {
        this.closures = closures;
        this.decisions = decisions;
        this.log = log;
    }

    @Override
    public String table() {
        return "avslut";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        Closure proposed = closures.latest(where.caseNumber()).orElseThrow();
        var inputs = new HashMap<String, Object>();
        inputs.put("reason", proposed.endKind().name());
        inputs.put("needFromBoth", proposed.needFromBoth());
        inputs.put("newNeedsExpected", Boolean.TRUE.equals(proposed.newNeedsExpected()));
        inputs.put("goalChanged", Boolean.TRUE.equals(proposed.goalChanged()));
        inputs.put("coordinationRemains", proposed.needsCoordination());
        return inputs;
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        String outcome = answer.text("outcome");
        decisions.store(where.caseNumber(), answer, outcome, null);
        if (outcome.equals("REFUSED")) {
            log.add(where.caseNumber(), "CLOSING_REFUSED", answer.why());
        }
        where.variables().set(ProcessVariable.CLOSE_OUTCOME, outcome);
    }
}
