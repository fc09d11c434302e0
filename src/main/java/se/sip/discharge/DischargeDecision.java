package se.sip.discharge;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.discharge.Planning.Outcome;
import se.sip.engine.ProcessVariable;

/** What is done at discharge, and who does it: the table {@code utskrivning_sip}. */
@Component
class DischargeDecision implements DecisionInputs {

    private final Plannings plannings;
    private final DecisionRecords decisions;

    DischargeDecision(Plannings plannings, DecisionRecords decisions) {
        this.plannings = plannings;
        this.decisions = decisions;
    }

    @Override
    public String table() {
        return "utskrivning_sip";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        Planning planning = plannings.latest(where.caseNumber()).orElseThrow();
        return Map.of("compulsoryCare", planning.compulsoryCare(), "existingSip", planning.existingSip(),
                "goalChanged", planning.goalChanged(), "region", planning.needsRegion(),
                "municipality", planning.needsMunicipality(), "answer", planning.offerAnswer().name());
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        Outcome outcome = Outcome.valueOf(answer.text("outcome"));
        decisions.store(where.caseNumber(), answer, outcome.name(), null);
        plannings.decided(where.caseNumber(), outcome, where.variables());
        where.variables().set(ProcessVariable.DISCHARGE_OUTCOME, outcome.name());
    }
}
