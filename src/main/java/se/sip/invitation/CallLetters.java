package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Person;
import se.sip.casefile.ToldGuardians;
import se.sip.correspondence.Addressee;
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

    /** From 15 a youth has a say of their own in matters of social services and gets an invitation of their own. */
    static final int OWN_SAY = 15;

    private final Outbox outbox;
    private final UnitRepository units;
    private final Meetings meetings;
    private final AnswerTimes times;
    private final CaseFiles cases;
    private final ToldGuardians told;
    private final Clock clock;

    CallLetters(Outbox outbox, UnitRepository units, Meetings meetings, AnswerTimes times, CaseFiles cases,
            ToldGuardians told, Clock clock) {
        this.outbox = outbox;
        this.units = units;
        this.meetings = meetings;
        this.times = times;
        this.cases = cases;
        this.told = told;
        this.clock = clock;
    }

    /** The call or invitation, by the county's ways in order; and to a unit with a login that a task waits. */
    void call(CaseFile caseFile, Invitation invitation, DecisionAnswer channels) {
        Purpose purpose = invitation.isCalled() ? Purpose.CALL : Purpose.INVITATION;
        List<Way> ways = Stream.of("channel", "second", "third").map(channels::text).filter(Objects::nonNull)
                .filter(c -> !c.isEmpty()).map(c -> way(Channel.valueOf(c))).distinct().toList();
        LocalDate answerBy = meetings.booked(caseFile.number()).map(Meeting::startsAt)
                .map(at -> times.from(caseFile.county(), at.toLocalDate()).due()).orElse(null);
        outbox.send(Order.of(caseFile.number(), purpose, addressee(invitation), subject(invitation),
                version(invitation), ways.toArray(Way[]::new)).withParticipantId(invitation.participantId())
                .withAnswerBy(answerBy).withClauses(channels.clauses()).withWhy(channels.why()));
        if (mailbox(invitation).isPresent() && hasLogin(invitation)) {
            outbox.send(mail(invitation, Purpose.TASK_WAITS, version(invitation)).withAnswerBy(answerBy));
        }
    }

    /** A guardian or the person gets an invitation at home; nobody gets another's. */
    void inviteFamily(CaseFile caseFile, InvitationRound round) {
        for (Addressee one : family(caseFile)) {
            outbox.send(Order.of(caseFile.number(), Purpose.FAMILY_INVITATION, one, "omgang:" + round.id(), "1",
                    Way.LETTER));
        }
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
        String answered = String.valueOf(out.stream().filter(i -> !i.awaitsAnswer()).count());
        for (Addressee one : family(cases.byNumber(caseNumber))) {
            outbox.send(Order.of(caseNumber, Purpose.PARTICIPANTS, one, "omgang:" + round, answered, Way.LETTER));
        }
    }

    /** The recipient has answered, so it has received the call. */
    void answered(Invitation invitation) {
        outbox.acknowledgeSubject(invitation.caseNumber(), subject(invitation), invitation.name());
    }

    private List<Addressee> family(CaseFile caseFile) {
        Person person = cases.personOf(caseFile);
        LocalDate today = LocalDate.now(clock);
        var family = new ArrayList<Addressee>();
        if (person.ageOn(today) >= OWN_SAY) {
            family.add(Addressee.person());
        }
        if (!person.isAdultOn(today)) {
            told.of(caseFile).forEach(g -> family.add(Addressee.guardian(g.id())));
        }
        return family;
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

    private static Way way(Channel channel) {
        return switch (channel) {
            case IT_SERVICE -> Way.IT_SERVICE;
            case PRINTED_FROM_IT_SERVICE -> Way.PRINTED_FROM_IT_SERVICE;
            case LETTER, TEMPLATE -> Way.LETTER;
        };
    }
}
