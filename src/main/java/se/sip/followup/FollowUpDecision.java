package se.sip.followup;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.decision.DecisionTables;
import se.sip.engine.ProcessVariable;
import se.sip.followup.FollowUp.Outcome;

/** How it goes on after a follow-up: table {@code uppfoljning}. */
@Component
class FollowUpDecision implements DecisionInputs {

    private final FollowUps followUps;
    private final DecisionTables tables;
    private final DecisionRecords records;

    FollowUpDecision(FollowUps followUps, DecisionTables tables, DecisionRecords records) {
        this.followUps = followUps;
        this.tables = tables;
        this.records = records;
    }

    @Override
    public String table() {
        return "uppfoljning";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        return inputs(latest(where));
    }

    /** What the table would answer, without anything being kept. */
    Outcome expected(String county, FollowUp followUp) {
        return Outcome.valueOf(tables.evaluateFor(followUp.caseNumber(), county, null, table(), inputs(followUp)).text("utfall"));
    }

    private static Map<String, Object> inputs(FollowUp followUp) {
        return Map.of("behovRegion", followUp.needFromRegion(), "behovKommun", followUp.needFromMunicipality(),
                "malandring", followUp.goalChange().name(), "samverkanFungerar", followUp.collaborationWorks(),
                "samordning", followUp.needsCoordination());
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        FollowUp followUp = latest(where);
        Outcome outcome = Outcome.valueOf(answer.text("utfall"));
        followUps.decided(followUp, outcome);
        records.store(where.caseNumber(), answer, outcome.name(), "uppfoljning:" + followUp.id());
        where.variables().set(ProcessVariable.FOLLOW_UP_OUTCOME, outcome.name());
    }

    private FollowUp latest(DecisionSituation where) {
        return followUps.latest(where.caseNumber()).orElseThrow(
                () -> new IllegalStateException("Case " + where.caseNumber() + " has no follow-up"));
    }
}
