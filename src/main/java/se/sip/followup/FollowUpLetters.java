package se.sip.followup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Family;
import se.sip.correspondence.Order;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.decision.DecisionAnswer;
import se.sip.invitation.Channels;
import se.sip.meeting.Meeting;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What goes out about a follow-up: the call, the family's invitation, the time for calendars, and the summary. */
@Component
class FollowUpLetters {

    private static final String BOOKED = "MEETING_BOOKED";

    private final Channels channels;
    private final Parties parties;
    private final Plans plans;
    private final UnitRepository units;
    private final Family family;
    private final CaseFiles cases;
    private final CaseLog log;

    FollowUpLetters(Channels channels, Parties parties, Plans plans, UnitRepository units,
            Family family, CaseFiles cases, CaseLog log) {
        this.channels = channels;
        this.parties = parties;
        this.plans = plans;
        this.units = units;
        this.family = family;
        this.cases = cases;
        this.log = log;
    }

    static String subjectOf(Meeting meeting) {
        return "mote:" + meeting.id();
    }

    static String subjectOf(FollowUp followUp) {
        return "uppfoljning:" + followUp.id();
    }

    /** The parties that are called and are not the one who calls. */
    List<Party> called(String caseNumber, Collection<String> invited) {
        String caller = plan(caseNumber).responsibleUnit();
        return parties.of(caseNumber).stream()
                .filter(p -> invited.contains(p.key()) && p.participantId() != null && !p.key().equals(caller)).toList();
    }

    /**
     * The call to each party by the county's ways, the time for the calendar of each that logs in here, and the
     * family's own invitation.
     *
     * @param subject of the meeting
     */
    List<Order> calls(String caseNumber, String subject, Collection<String> invited) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        String version = String.valueOf(log.of(caseNumber).stream().filter(e -> e.kind().equals(BOOKED)).count());
        var orders = new ArrayList<Order>();
        for (Party party : called(caseNumber, invited)) {
            DecisionAnswer answer = channels.between(caseFile.county(), plan(caseNumber).responsibleUnit(),
                    party.unitId(), null);
            orders.add(Order.of(caseNumber, party.called() ? Purpose.FOLLOW_UP_CALL : Purpose.FOLLOW_UP_INVITATION,
                    addressee(party), subject, version, Channels.ways(answer)).withParticipantId(party.participantId())
                    .withClauses(answer.clauses()).withWhy(answer.why()));
            if (readsHere(party)) {
                orders.add(Order.of(caseNumber, Purpose.FOLLOW_UP_BOOKED, addressee(party), subject, version, Way.MAIL)
                        .withParticipantId(party.participantId()).withClauses(Codes.of(List.of("PRODUKT")))
                        .withWhy("Tiden läggs i enhetens kalender."));
            } else if (unit(party) != null && unit(party).email() != null && !unit(party).email().isBlank()) {
                orders.add(Order.of(caseNumber, Purpose.MEETING_TIME, Addressee.outside(party.participantId()), subject,
                        version, Way.MAIL).withParticipantId(party.participantId())
                        .withClauses(Codes.of(List.of("PRODUKT"))).withWhy("Tiden läggs i enhetens kalender."));
            }
        }
        family.writtenTo(caseFile).forEach(one -> orders.add(Order.of(caseNumber, Purpose.FOLLOW_UP_FAMILY, one,
                subject, version, Way.LETTER).withClauses(Codes.of(List.of("VGU-136", "HAL-116", "BOR-74")))
                .withWhy("Var och en får sin egen inbjudan.")));
        return orders;
    }

    /**
     * The summary to each party and to the family.
     *
     * @param byPost whether the family gets it by post; otherwise they have got it at the meeting
     */
    List<Order> summaries(String caseNumber, String subject, boolean byPost) {
        var orders = new ArrayList<Order>();
        for (Party party : parties.of(caseNumber)) {
            if (party.participantId() != null) {
                orders.add(summary(caseNumber, party, subject));
            }
        }
        if (byPost) {
            family.writtenTo(cases.byNumber(caseNumber)).forEach(one -> orders.add(Order.of(caseNumber, Purpose.FOLLOW_UP_SUMMARY_FAMILY, one, subject, "1",
                            Way.LETTER).withClauses(Codes.of(List.of("VGV-20", "VGU-140", "HAL-110")))
                            .withWhy("Den det gäller får sammanfattningen med post.")));
        }
        return orders;
    }

    private Order summary(String caseNumber, Party party, String subject) {
        boolean service = unit(party) != null && unit(party).itService();
        Way[] ways = service ? new Way[] {Way.IT_SERVICE, Way.LETTER}
                : new Way[] {readsHere(party) ? Way.MAIL : Way.LETTER};
        return Order.of(caseNumber, Purpose.FOLLOW_UP_SUMMARY, addressee(party), subject, "1", ways)
                .withParticipantId(party.participantId())
                .withClauses(Codes.of(service ? List.of("VGU-118", "HAL-99") : List.of("VGU-122", "HAL-109")))
                .withWhy(service ? "Mottagaren har IT-tjänsten." : readsHere(party)
                        ? "Mottagaren läser uppföljningen här." : "Mottagaren har ingen inloggning.");
    }

    private boolean readsHere(Party party) {
        return party.hasLogin() && unit(party).email() != null && !unit(party).email().isBlank();
    }

    private Unit unit(Party party) {
        return party.unitId() == null ? null : units.findById(party.unitId()).orElse(null);
    }

    private static Addressee addressee(Party party) {
        return party.unitId() == null ? Addressee.outside(party.participantId()) : Addressee.unit(party.unitId());
    }

    private PlanVersion plan(String caseNumber) {
        return plans.current(caseNumber).orElseThrow(
                () -> new IllegalStateException("Case " + caseNumber + " has no plan in force"));
    }
}
