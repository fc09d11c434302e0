package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionInputs;
import se.sip.decision.DecisionRecords;
import se.sip.decision.DecisionSituation;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitation.Status;
import se.sip.preparation.Routing;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule;
import se.sip.party.PartiesRule.Moment;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Asks consent and recipients again just before the invitations go out: table {@code utskick}. */
@Component
class DispatchInputs implements DecisionInputs {

    private final Dispatch dispatch;
    private final InvitationRepository invitations;
    private final ParticipantRepository participants;
    private final UnitRepository units;
    private final Routing routing;
    private final Consents consents;
    private final CaseFiles cases;
    private final DecisionRecords decisions;
    private final PartiesRule parties;
    private final PartiesOfCase verdicts;
    private final Clock clock;

    DispatchInputs(Dispatch dispatch, InvitationRepository invitations, ParticipantRepository participants,
            UnitRepository units, Routing routing, Consents consents, CaseFiles cases, DecisionRecords decisions,
            PartiesRule parties, PartiesOfCase verdicts, Clock clock) {
        this.verdicts = verdicts;
        this.dispatch = dispatch;
        this.invitations = invitations;
        this.participants = participants;
        this.units = units;
        this.routing = routing;
        this.consents = consents;
        this.cases = cases;
        this.decisions = decisions;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "utskick";
    }

    @Override
    public Map<String, Object> inputs(DecisionSituation where) {
        LocalDate today = LocalDate.now(clock);
        String number = where.caseNumber();
        List<Invitation> recipients = recipients(number);
        return Map.of(
                "consent", consents.stateOn(number, today).name(),
                "allCovered", recipients.stream()
                        .allMatch(i -> consents.coversUnit(number, i.participantId(), today)),
                "excluded", recipients.stream().anyMatch(i -> dispatch.isExcluded(number, i.unitId(), i.name())),
                "bothPrincipals", parties.of(cases.byNumber(number), Moment.CALLED,
                        kinds(number, recipients)).enough(),
                "routesStand", recipients.stream().allMatch(i -> stands(i.unitId(), today))
                        && routing.again(number, null).stream().allMatch(r -> leadsTo(r, recipients)));
    }

    @Override
    public void decided(DecisionAnswer answer, DecisionSituation where) {
        String outcome = answer.text("outcome");
        if (outcome.equals("VALID")) {
            verdicts.ask(cases.byNumber(where.caseNumber()), Moment.CALLED,
                    kinds(where.caseNumber(), recipients(where.caseNumber())));
        }
        where.variables().set(ProcessVariable.DISPATCH_OUTCOME, outcome);
        decisions.store(where.caseNumber(), answer, outcome, null);
    }

    private List<Invitation> recipients(String number) {
        Long round = dispatch.latestRound(number).id();
        return invitations.findByCaseNumberOrderById(number).stream()
                .filter(i -> i.roundId().equals(round) && i.status() == Status.WRITTEN).toList();
    }

    /** The convening unit counts for its own principal. */
    private List<UnitKind> kinds(String number, List<Invitation> recipients) {
        var found = new ArrayList<UnitKind>();
        units.findById(cases.byNumber(number).convenerUnit()).ifPresent(u -> found.add(u.kind()));
        recipients.forEach(i -> participants.findById(i.participantId()).map(Participant::kind)
                .ifPresent(found::add));
        return found;
    }

    /** A need still leads to a recipient with the same duty; what the starter chose otherwise is left alone. */
    private static boolean leadsTo(Routing.Route route, List<Invitation> recipients) {
        return route.unit() == null || recipients.stream().filter(i -> route.unit().id().equals(i.unitId()))
                .allMatch(i -> i.duty() == route.duty());
    }

    private boolean stands(String unitId, LocalDate today) {
        return unitId == null || units.findById(unitId).map(u -> u.validOn(today)).orElse(false);
    }
}
