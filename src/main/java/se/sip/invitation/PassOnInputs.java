package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.engine.ProcessVariable;

/** Whether the unit that a wrong recipient found may see the content: table {@code vidarebefordran}. */
@Component
class PassOnInputs implements DecisionInputs {

    private static final String ASK_FAMILY = "ASK_CONSENT";

    private final Invitations invitations;
    private final RightUnit rightUnit;
    private final Dispatch dispatch;
    private final ParticipantRepository participants;
    private final Consents consents;
    private final DecisionRecords decisions;
    private final Clock clock;

    PassOnInputs(Invitations invitations, RightUnit rightUnit, Dispatch dispatch, ParticipantRepository participants,
            Consents consents, DecisionRecords decisions, Clock clock) {
        this.invitations = invitations;
        this.rightUnit = rightUnit;
        this.dispatch = dispatch;
        this.participants = participants;
        this.consents = consents;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "vidarebefordran";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        Invitation invitation = invitation(where);
        Participant right = participants.findById(invitation.forwarding().participantId()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "consent", consents.stateOn(where.caseNumber(), today).name(),
                "covered", consents.coversUnit(where.caseNumber(), right.id(), today),
                "excluded", dispatch.isExcluded(where.caseNumber(), right.unitId(), right.name()),
                "asked", invitation.forwarding().asked() && !consents.awaitsExtension(where.caseNumber(), today));
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        Invitation invitation = invitation(where);
        String outcome = answer.text("outcome");
        String participant = String.valueOf(invitation.forwarding().participantId());
        if (outcome.equals(ASK_FAMILY)) {
            rightUnit.familyAsked(invitation);
            where.variables().set(ProcessVariable.SUBJECT, participant);
        }
        where.variables().set(ProcessVariable.ANSWER, outcome);
        decisions.store(where.caseNumber(), answer, outcome, participant);
    }

    private Invitation invitation(DecisionSituation where) {
        return invitations.byKey(where.variables().text(ProcessVariable.INVITATION));
    }
}
