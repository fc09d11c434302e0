package se.sip.preparation;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Person;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionSituation;
import se.sip.engine.ProcessVariable;
import se.sip.preparation.Preparation.Need;

/** Proposes a participant for one need of the case; the task runs once per need. */
@Component
class RecipientInputs implements DecisionInputs {

    private final Routing routing;
    private final Preparations preparations;
    private final ProposedParticipants proposals;
    private final CaseFiles cases;

    RecipientInputs(Routing routing, Preparations preparations, ProposedParticipants proposals, CaseFiles cases) {
        this.routing = routing;
        this.preparations = preparations;
        this.proposals = proposals;
        this.cases = cases;
    }

    @Override
    public String table() {
        return Routing.TABLE;
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        Preparation preparation = prepared(where);
        return routing.inputs(need(where, preparation), preparation, cases.byNumber(where.caseNumber()));
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        Preparation preparation = prepared(where);
        proposals.propose(where.caseNumber(),
                routing.route(need(where, preparation), preparation, person(where), answer));
    }

    private Preparation prepared(DecisionSituation where) {
        return preparations.of(where.caseNumber()).orElseThrow();
    }

    private static Need need(DecisionSituation where, Preparation preparation) {
        return preparation.needs().get(Integer.parseInt(where.variables().text(ProcessVariable.NEED)));
    }

    private Person person(DecisionSituation where) {
        return cases.personOf(cases.byNumber(where.caseNumber()));
    }
}
