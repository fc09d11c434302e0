package se.sip.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.correspondence.AddressBook;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Family;
import se.sip.correspondence.Order;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.decision.DecisionAnswer;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Orders what is sent about a meeting: the call itself, that a task waits, reminders, and who comes. */
@Component
class CallLetters {

    /** What an invitation, reminder or list says of a meeting that changes, or an earlier change, holds no longer. */
    private static final Set<Purpose> OVERTAKEN = EnumSet.of(Purpose.CALL, Purpose.INVITATION,
            Purpose.FAMILY_INVITATION, Purpose.TASK_WAITS, Purpose.MEETING_TIME, Purpose.ANSWER_REMINDER, Purpose.ANSWER_OVERDUE,
            Purpose.PARTICIPANTS, Purpose.FOLLOW_UP_CALL, Purpose.FOLLOW_UP_INVITATION, Purpose.FOLLOW_UP_FAMILY,
            Purpose.FOLLOW_UP_BOOKED, Purpose.MEETING_CHANGED);

    private static final String ANSWER_CHANGED = "ANSWER_CHANGED";
    private static final String MEETING_MOVED = "MEETING_MOVED";

    private final Outbox outbox;
    private final UnitRepository units;
    private final Meetings meetings;
    private final AnswerTimes times;
    private final CaseFiles cases;
    private final Family family;
    private final CaseLog log;
    private final AddressBook addresses;

    CallLetters(Outbox outbox, UnitRepository units, Meetings meetings, AnswerTimes times, CaseFiles cases,
            Family family, CaseLog log, AddressBook addresses) {
        this.addresses = addresses;
        this.outbox = outbox;
        this.units = units;
        this.meetings = meetings;
        this.times = times;
        this.cases = cases;
        this.family = family;
        this.log = log;
    }

    /**
     * The call or invitation, by the county's ways in order; and by mail the time for the calendar, to a unit with a
     * login with the task that waits.
     */
    void call(CaseFile caseFile, Invitation invitation, DecisionAnswer channels) {
        LocalDate answerBy = meetings.booked(caseFile.number()).map(Meeting::startsAt)
                .map(at -> times.from(caseFile.county(), at.toLocalDate()).due()).orElse(null);
        outbox.send(order(caseFile, invitation.isCalled(), addressee(invitation), invitation.participantId(),
                subject(invitation), channels).withAnswerBy(answerBy));
        time(caseFile.number(), invitation.unitId(), invitation.participantId(), subject(invitation))
                .ifPresent(order -> outbox.send(order.withAnswerBy(answerBy)));
    }

    /** The mail with the time; empty for one without a functional mailbox. */
    Optional<Order> time(String caseNumber, String unitId, long participantId, String subject) {
        Optional<Unit> unit = unitId == null ? Optional.empty() : units.findById(unitId);
        return unit.filter(u -> u.email() != null && !u.email().isBlank()).map(u -> Order.of(caseNumber,
                u.hasLogin() ? Purpose.TASK_WAITS : Purpose.MEETING_TIME,
                u.hasLogin() ? Addressee.unit(u.id()) : Addressee.outside(participantId), subject,
                String.valueOf(participantId), Way.MAIL).withParticipantId(participantId)
                .withClauses(Codes.of(List.of("PRODUKT"))).withWhy("Tiden läggs i enhetens kalender."));
    }

    /** @param subject an invitation that is passed on goes to another participant: a message of its own */
    static Order order(CaseFile caseFile, boolean called, Addressee to, long participantId, String subject,
            DecisionAnswer channels) {
        return Order.of(caseFile.number(), called ? Purpose.CALL : Purpose.INVITATION, to, subject,
                String.valueOf(participantId), Channels.ways(channels)).withParticipantId(participantId)
                .withClauses(channels.clauses()).withWhy(channels.why());
    }

    /** A guardian or the person gets an invitation at home; nobody gets another's. */
    void inviteFamily(CaseFile caseFile, InvitationRound round) {
        familyOrders(caseFile, "omgang:" + round.id()).forEach(outbox::send);
    }

    List<Order> familyOrders(CaseFile caseFile, String subject) {
        return family.writtenTo(caseFile).stream().map(one -> Order.of(caseFile.number(), Purpose.FAMILY_INVITATION,
                one, subject, "1", Way.LETTER).withClauses(Codes.of(List.of("VGV-20", "VGU-89")))
                .withWhy("Var och en får sin egen inbjudan.")).toList();
    }

    void remind(Invitation invitation) {
        if (mailbox(invitation).isPresent()) {
            outbox.send(mail(invitation, Purpose.ANSWER_REMINDER, version(invitation))
                    .withAnswerBy(invitation.answerDue()));
        }
    }

    void tellManager(Invitation invitation) {
        if (mailbox(invitation).isPresent()) {
            outbox.send(mail(invitation, Purpose.ANSWER_OVERDUE, version(invitation))
                    .withAddressee(Addressee.managersOf(invitation.unitId())));
        }
    }

    /** The family knows in time who comes: when all have answered, or when an answer is late (NSPHiG, VGV-20). */
    void whoComes(String caseNumber, List<Invitation> out) {
        if (out.isEmpty() || meetings.booked(caseNumber).isEmpty()) {
            return;
        }
        Long round = out.get(out.size() - 1).roundId();
        String answered = out.stream().filter(i -> !i.awaitsAnswer()).count() + "." + count(caseNumber, ANSWER_CHANGED);
        String subject = "omgang:" + round;
        if (outbox.of(caseNumber).stream().anyMatch(d -> d.purpose() == Purpose.PARTICIPANTS
                && d.subject().equals(subject) && d.subjectVersion().equals(answered))) {
            return;
        }
        outbox.overtaken(caseNumber, Set.of(Purpose.PARTICIPANTS));
        for (Addressee one : family.writtenTo(cases.byNumber(caseNumber))) {
            outbox.send(Order.of(caseNumber, Purpose.PARTICIPANTS, one, subject, answered, Way.LETTER)
                    .withClauses(Codes.of(List.of("VGV-20")))
                    .withWhy("Den det gäller får före mötet veta vilka som kommer."));
        }
    }

    /**
     * The booked meeting is moved, or it was cancelled: what says otherwise is called off, and the family and those who
     * do not read here get a letter. Who reads here is told by a notice.
     *
     * @param told everybody who learns of it
     */
    void changed(String caseNumber, Purpose purpose, Meeting meeting, Collection<Addressee> told) {
        outbox.overtaken(caseNumber, OVERTAKEN);
        changeOrders(caseNumber, purpose, InvitationDocuments.subjectOf(meeting), told).forEach(outbox::send);
    }

    List<Order> changeOrders(String caseNumber, Purpose purpose, String subject, Collection<Addressee> told) {
        var to = new LinkedHashSet<>(family.writtenTo(cases.byNumber(caseNumber)));
        told.stream().filter(a -> !a.isFamily() && !a.readsHere()).forEach(to::add);
        String version = String.valueOf(count(caseNumber, MEETING_MOVED));
        var orders = new ArrayList<>(to.stream().map(one -> Order.of(caseNumber, purpose, one, subject, version, Way.LETTER)
                .withClauses(Codes.of(List.of("HAL-71", "HAL-72", "VGU-81"))).withWhy(one.isFamily()
                        ? "Den det gäller får ett eget brev. Skälet står aldrig i det."
                        : "Mottagaren har ingen inloggning. Skälet står aldrig i brevet.")).toList());
        to.stream().filter(a -> a.kind() == Addressee.Kind.OUTSIDE && addresses.mailboxOf(a) != null)
                .forEach(a -> orders.add(Order.of(caseNumber, purpose, a, subject + ":kalender", version, Way.MAIL)
                        .withClauses(Codes.of(List.of("PRODUKT"))).withWhy("Tiden ändras i enhetens kalender.")));
        return orders;
    }

    /** The call has gone on to another unit: the first one takes the meeting out of its calendar (VGU-103). */
    void goneOn(Invitation invitation) {
        if (mailbox(invitation).isPresent()) {
            outbox.send(mail(invitation, Purpose.NOT_CONCERNED, version(invitation)).withAddressee(hasLogin(invitation)
                    ? Addressee.unit(invitation.unitId()) : Addressee.outside(invitation.participantId())));
        }
    }

    private long count(String caseNumber, String event) {
        return log.of(caseNumber).stream().filter(e -> e.kind().equals(event)).count();
    }

    /** The recipient has answered, so it has received the call. */
    void answered(Invitation invitation) {
        outbox.acknowledgeSubject(invitation.caseNumber(), subject(invitation), invitation.name());
    }

    private static Order mail(Invitation invitation, Purpose purpose, String version) {
        return Order.of(invitation.caseNumber(), purpose, Addressee.unit(invitation.unitId()), subject(invitation),
                version, Way.MAIL).withParticipantId(invitation.participantId());
    }

    private static Addressee addressee(Invitation invitation) {
        return invitation.unitId() == null ? Addressee.outside(invitation.participantId())
                : Addressee.unit(invitation.unitId());
    }

    private static String subject(Invitation invitation) {
        return InvitationDocuments.subjectOf(invitation);
    }

    /** An invitation that is passed on goes to another participant: a message of its own. */
    private static String version(Invitation invitation) {
        return String.valueOf(invitation.participantId());
    }

    private Optional<String> mailbox(Invitation invitation) {
        return unit(invitation).map(Unit::email).filter(m -> !m.isBlank());
    }

    private boolean hasLogin(Invitation invitation) {
        return unit(invitation).map(Unit::hasLogin).orElse(false);
    }

    private Optional<Unit> unit(Invitation invitation) {
        return invitation.unitId() == null ? Optional.empty() : units.findById(invitation.unitId());
    }
}
