package se.sip.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.consent.Consent.Kind;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.engine.ProcessVariable;

/** Whose consent is needed, and what the answers are worth today: the table {@code samtycke}. */
@Component
class ConsentInputs implements DecisionInputs {

    private final Consents consents;
    private final DecisionRecords decisions;
    private final Clock clock;

    ConsentInputs(Consents consents, DecisionRecords decisions, Clock clock) {
        this.consents = consents;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String table() {
        return Consents.TABLE;
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        return consents.facts(asked(where)).on(LocalDate.now(clock));
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        Consent consent = asked(where);
        ConsentState state = Consents.state(consent, answer);
        decisions.store(where.caseNumber(), answer, state.name(), Consents.refOf(consent));
        where.variables().set(ProcessVariable.CONSENT_OUTCOME, state.name());
        if (state == ConsentState.VALID) {
            letGo(consent, false);
        } else if ((state == ConsentState.REFUSED_ACCEPT || state == ConsentState.NO_GROUND)
                && consent.kind() == Kind.EXTENSION) {
            letGo(consent, true);
        }
    }

    /** Those whom the family does not want, or did not let in later, take no part (VGV-08). */
    private void letGo(Consent consent, boolean all) {
        Set<Long> unwanted = consent.recipients().stream().filter(r -> all || !r.included())
                .map(ConsentRecipient::participantId).collect(Collectors.toSet());
        consents.standing(consent.caseNumber()).stream().filter(p -> unwanted.contains(p.id()))
                .forEach(consents::remove);
    }

    private Consent asked(DecisionSituation where) {
        Set<String> judged = decisions.of(where.caseNumber()).stream().filter(d -> d.tableKey().equals(table()))
                .map(DecisionRecord::subject).filter(s -> s != null).collect(Collectors.toSet());
        return consents.toJudge(where.caseNumber(), judged, LocalDate.now(clock));
    }
}
