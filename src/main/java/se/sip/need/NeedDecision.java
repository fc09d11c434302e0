package se.sip.need;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.engine.ProcessVariable;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule;
import se.sip.party.PartiesRule.Moment;
import se.sip.unit.Principal;
import se.sip.unit.UnitKind;

/** Whether a SIP is due: interventions from both principals are needed, and no other routine holds (VGB-05, VGB-13). */
@Component
class NeedDecision implements DecisionInputs {

    private final CaseFiles cases;
    private final DecisionRecords decisions;
    private final NeedAssessments assessments;
    private final PartiesOfCase parties;

    NeedDecision(CaseFiles cases, DecisionRecords decisions, NeedAssessments assessments, PartiesOfCase parties) {
        this.assessments = assessments;
        this.parties = parties;
        this.cases = cases;
        this.decisions = decisions;
    }

    @Override
    public String table() {
        return "behov_av_sip";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Optional<NeedAssessment> assessed = assessments.of(where.caseNumber());
        return Map.of(
                "denied", Boolean.TRUE.equals(where.variables().get(ProcessVariable.DENIED)),
                "inpatient", caseFile.inpatient(),
                "region", needs(caseFile, Principal.REGION),
                "municipality", needs(caseFile, Principal.MUNICIPALITY),
                "audience", caseFile.audience().name(),
                "kinds", PartiesRule.sortsOf(kinds(caseFile)),
                "moreActors", assessed.map(NeedAssessment::moreActors).orElse(true),
                "coordinate", assessed.map(NeedAssessment::mustCoordinate).orElse(true));
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        String outcome = answer.text("outcome");
        decisions.store(where.caseNumber(), answer, outcome, null);
        if (outcome.equals("SIP")) {
            CaseFile caseFile = cases.byNumber(where.caseNumber());
            parties.ask(caseFile, Moment.PLANNED, kinds(caseFile));
        }
        where.variables().set(ProcessVariable.NEED_OUTCOME, outcome);
        where.variables().set(ProcessVariable.END_KIND, switch (outcome) {
            case "SIP" -> null;
            case "DENIED" -> EndKind.DENIED.name();
            case "DISCHARGE" -> EndKind.DISCHARGE_ROUTINE.name();
            case "OTHER_MEETING" -> EndKind.OTHER_MEETING.name();
            default -> EndKind.NO_SIP_DUE.name();
        });
    }

    private static boolean needs(CaseFile caseFile, Principal principal) {
        return kinds(caseFile).stream().anyMatch(kind -> kind.principal() == principal);
    }

    private static List<UnitKind> kinds(CaseFile caseFile) {
        return caseFile.needsFrom().values().stream().map(UnitKind::valueOf).toList();
    }
}
