package se.sip.followup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.KvaCodes;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

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
    private final Parties parties;
    private final UnitRepository units;
    private final DecisionRecords records;

    CodeDecision(FollowUps followUps, Plans plans, KvaCodes codes, CaseFiles cases, Parties parties, UnitRepository units,
            DecisionRecords records) {
        this.followUps = followUps;
        this.plans = plans;
        this.codes = codes;
        this.cases = cases;
        this.parties = parties;
        this.units = units;
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
                "redanRegistrerad", !followUp && codes.isRegistered(where.caseNumber(), KvaCodes.PLAN),
                "malgrupp", cases.byNumber(where.caseNumber()).audience().name(),
                "halsoOchSjukvard", reportingUnit(where.caseNumber()).isPresent());
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        String occasion = uncodedFollowUp(where.caseNumber()).map(CodeDecision::occasion).orElse(KvaCodes.PLAN);
        String code = answer.text("kod");
        if (!code.equals(NO_CODE)) {
            codes.register(where.caseNumber(), occasion, code, reportingUnit(where.caseNumber()).orElseThrow());
        }
        records.store(where.caseNumber(), answer, code, occasion);
    }

    private Optional<FollowUp> uncodedFollowUp(String caseNumber) {
        return followUps.latest(caseNumber).filter(f -> !codes.isRegistered(caseNumber, occasion(f)));
    }

    private static String occasion(FollowUp followUp) {
        return "FOLLOW_UP-" + followUp.id();
    }

    /** The main responsible where it is health care, else the health care that takes part: only they report codes. */
    private Optional<String> reportingUnit(String caseNumber) {
        Stream<String> responsible = plans.current(caseNumber).map(PlanVersion::responsibleUnit).stream();
        Stream<String> taking = parties.of(caseNumber).stream().map(Party::unitId);
        return Stream.concat(responsible, taking).filter(Objects::nonNull).map(units::findById)
                .flatMap(Optional::stream).filter(u -> u.kind().isHealthCare()).map(Unit::id).findFirst();
    }
}
