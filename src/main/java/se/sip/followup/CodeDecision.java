package se.sip.followup;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.plan.KvaCodes;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;

/**
 * Which code of measure is registered: table {@code koder}. Asked right after a plan is final and right after a
 * follow-up is held, so what has happened is the follow-up that has no code yet, and otherwise the plan.
 */
@Component
class CodeDecision implements DecisionInputs {

    private static final String NO_CODE = "INGEN";

    private final FollowUps followUps;
    private final Plans plans;
    private final KvaCodes codes;
    private final CaseFiles cases;
    private final DecisionRecords records;

    CodeDecision(FollowUps followUps, Plans plans, KvaCodes codes, CaseFiles cases, DecisionRecords records) {
        this.followUps = followUps;
        this.plans = plans;
        this.codes = codes;
        this.cases = cases;
        this.records = records;
    }

    @Override
    public String table() {
        return "koder";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        boolean followUp = uncodedFollowUp(where.caseNumber()).isPresent();
        return Map.of("handelse", followUp ? "UPPFOLJNING" : "PLAN",
                "redanRegistrerad", !followUp && codes.isRegistered(where.caseNumber(), KvaCodes.PLAN));
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        String occasion = uncodedFollowUp(where.caseNumber()).map(CodeDecision::occasion).orElse(KvaCodes.PLAN);
        String code = answer.text("kod");
        if (!code.equals(NO_CODE)) {
            codes.register(where.caseNumber(), occasion, code, unit(where.caseNumber()));
        }
        records.store(where.caseNumber(), answer, code, occasion);
    }

    private Optional<FollowUp> uncodedFollowUp(String caseNumber) {
        return followUps.latest(caseNumber).filter(f -> !codes.isRegistered(caseNumber, occasion(f)));
    }

    private static String occasion(FollowUp followUp) {
        return "FOLLOW_UP-" + followUp.id();
    }

    private String unit(String caseNumber) {
        return plans.current(caseNumber).map(PlanVersion::responsibleUnit)
                .orElseGet(() -> cases.byNumber(caseNumber).convenerUnit());
    }
}
