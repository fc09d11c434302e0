package se.sip.preparation;

import java.util.List;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Codes;
import se.sip.casefile.Participant;
import se.sip.casefile.Participant.Status;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecords;
import se.sip.unit.UnitKind;

/** Whom the table and the family propose, until the starter confirms. */
@Service
class ProposedParticipants {

    private final ParticipantRepository participants;
    private final DecisionRecords decisions;
    private final Routing routing;
    private final CaseFiles cases;

    ProposedParticipants(ParticipantRepository participants, DecisionRecords decisions, Routing routing,
            CaseFiles cases) {
        this.participants = participants;
        this.decisions = decisions;
        this.routing = routing;
        this.cases = cases;
    }

    /** Drops proposals of an earlier preparation and proposes those whom the family wants there (VGV-09). */
    void startAnew(Preparation preparation) {
        participants.findByCaseNumberAndStatusOrderById(preparation.caseNumber(), Status.PROPOSED)
                .forEach(p -> participants.save(p.withStatus(Status.REMOVED)));
        String county = cases.byNumber(preparation.caseNumber()).county();
        for (var relative : preparation.relatives()) {
            var answer = routing.dutyOf(county, UnitKind.RELATIVE);
            if (standing(preparation.caseNumber()).stream().noneMatch(p -> p.name().equals(relative.name()))) {
                var kept = participants.save(new Participant(null, preparation.caseNumber(), null, relative.name(),
                        UnitKind.RELATIVE.principal(), UnitKind.RELATIVE, relative.email(), relative.postalAddress(),
                        relative.relation(), true, Participant.Duty.valueOf(answer.text("duty")),
                        answer.text("route"), answer.clauses(), Status.PROPOSED));
                decisions.store(preparation.caseNumber(), answer, answer.text("route"), subject(kept));
            }
        }
    }

    /** Needs that lead to the same unit make one proposal. */
    void propose(String caseNumber, Routing.Route route) {
        String need = needed(route);
        var same = standing(caseNumber).stream().filter(p -> isSame(p, route)).findFirst();
        var kept = participants.save(same.map(p -> p.withNeed(Routing.joined(p.need(), need))
                        .withClauses(union(p.clauses(), route.answer().clauses())))
                .orElseGet(() -> new Participant(null, caseNumber, route.unit() == null ? null : route.unit().id(),
                        route.name(), route.kind().principal(), route.kind(), null, null, need,
                        route.need().knownThere(), route.duty(), route.route(), route.answer().clauses(),
                        Status.PROPOSED)));
        decisions.store(caseNumber, route.answer(), route.route(), subject(kept));
    }

    /** Where another unit is contacted first, the one that is needed stays readable. */
    private static String needed(Routing.Route route) {
        return Routing.contactFirst(route.answer()).isEmpty() ? route.need().need()
                : Routing.cut(route.need().kind().swedish() + ": " + route.need().need());
    }

    /** Proposed or confirmed, in the order they came. */
    List<Participant> standing(String caseNumber) {
        return participants.findByCaseNumberOrderById(caseNumber).stream()
                .filter(p -> p.status() != Status.REMOVED).toList();
    }

    static String subject(Participant participant) {
        return "deltagare:" + participant.id();
    }

    private static boolean isSame(Participant participant, Routing.Route route) {
        return route.unit() == null
                ? participant.unitId() == null && participant.name().equals(route.name())
                        && participant.kind() == route.kind()
                : route.unit().id().equals(participant.unitId());
    }

    private static Codes union(Codes one, Codes other) {
        var all = new java.util.LinkedHashSet<>(one.values());
        all.addAll(other.values());
        return new Codes(all);
    }
}
