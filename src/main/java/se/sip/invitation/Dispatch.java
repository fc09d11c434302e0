package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionRecords;
import se.sip.invitation.Invitation.Status;

/**
 * Sends invitations: to each recipient that the consent covers today, and to nobody else. What is sent is logged as
 * a disclosure on the consent that names the recipient, and ordered to be sent.
 */
@Service
@Transactional
class Dispatch {

    private static final String WHAT = "INVITATION";

    private final InvitationRepository invitations;
    private final InvitationRoundRepository rounds;
    private final ParticipantRepository participants;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Channels channels;
    private final DecisionRecords decisions;
    private final CallLetters letters;
    private final CaseFiles cases;
    private final CaseLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dispatch(InvitationRepository invitations, InvitationRoundRepository rounds, ParticipantRepository participants,
            Consents consents, Disclosures disclosures, Channels channels,
            DecisionRecords decisions, CallLetters letters, CaseFiles cases, CaseLog log,
            ApplicationEventPublisher events, Clock clock) {
        this.invitations = invitations;
        this.rounds = rounds;
        this.participants = participants;
        this.consents = consents;
        this.disclosures = disclosures;
        this.channels = channels;
        this.decisions = decisions;
        this.letters = letters;
        this.cases = cases;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends the latest round. Done again it sends only what is not sent yet.
     *
     * @param processDefinitionId whose set of tables is used
     * @return keys of the invitations whose answers are awaited
     */
    List<String> sendRound(String caseNumber, String processDefinitionId) {
        InvitationRound round = latestRound(caseNumber);
        CaseFile caseFile = cases.byNumber(caseNumber);
        invitations.findByCaseNumberOrderById(caseNumber).stream().filter(i -> i.status() == Status.WRITTEN)
                .forEach(i -> send(caseFile, i, processDefinitionId));
        if (!round.isSent()) {
            rounds.save(round.withSentAt(LocalDateTime.now(clock)));
            events.publishEvent(new InvitationsSent(caseNumber, LocalDateTime.now(clock)));
            letters.inviteFamily(caseFile, round);
        }
        return invitations.findByCaseNumberOrderById(caseNumber).stream()
                .filter(i -> i.roundId().equals(round.id()) && i.status() == Status.SENT).map(Invitation::key).toList();
    }

    /** Sends one invitation, unless the consent does not cover its recipient today. */
    Optional<Invitation> send(CaseFile caseFile, Invitation invitation, String processDefinitionId) {
        if (!mayReceive(invitation)) {
            log.add(invitation.caseNumber(), "INVITATION_WITHHELD", invitation.name());
            return Optional.empty();
        }
        DecisionAnswer channels = channels(caseFile, invitation.unitId(), processDefinitionId);
        Invitation sent = invitations.save(invitation.sent(
                channel(caseFile, invitation.participantId(), invitation.unitId(), channels),
                disclose(caseFile.number(), invitation.participantId(), invitation.unitId()),
                LocalDateTime.now(clock)));
        log.add(caseFile.number(), sent.isCalled() ? "CALLED" : "INVITED", sent.name());
        letters.call(caseFile, sent, channels);
        return Optional.of(sent);
    }

    /** Hands an invitation over to the unit that a wrong recipient found; the first one stops seeing the case. */
    Invitation passOn(Invitation invitation, String processDefinitionId) {
        CaseFile caseFile = cases.byNumber(invitation.caseNumber());
        Participant right = participants.findById(invitation.forwarding().participantId()).orElseThrow();
        participants.findById(invitation.participantId())
                .ifPresent(p -> participants.save(p.withStatus(Participant.Status.REMOVED)));
        participants.save(right.withStatus(Participant.Status.CONFIRMED));
        letters.goneOn(invitation);
        disclosures.close(caseFile.number(), recipientId(invitation.participantId(), invitation.unitId()));
        DecisionAnswer channels = channels(caseFile, right.unitId(), processDefinitionId);
        Invitation passed = invitations.save(invitation.passedOn(right.id(), right.unitId(), right.name(),
                channel(caseFile, right.id(), right.unitId(), channels),
                disclose(caseFile.number(), right.id(), right.unitId()), LocalDateTime.now(clock)));
        log.add(caseFile.number(), "INVITATION_PASSED_ON", invitation.name() + " → " + right.name());
        letters.call(caseFile, passed, channels);
        return passed;
    }

    boolean mayReceive(Invitation invitation) {
        return covered(invitation.caseNumber(), invitation.participantId(), invitation.unitId(), invitation.name());
    }

    boolean covered(String caseNumber, long participantId, String unitId, String name) {
        return consents.coversUnit(caseNumber, participantId, LocalDate.now(clock))
                && !isExcluded(caseNumber, unitId, name);
    }

    boolean isExcluded(String caseNumber, String unitId, String name) {
        return unitId != null && consents.excludes(caseNumber, unitId) || consents.excludes(caseNumber, name);
    }

    InvitationRound latestRound(String caseNumber) {
        return rounds.findFirstByCaseNumberOrderByIdDesc(caseNumber).orElseThrow(
                () -> new IllegalStateException("No invitations are written in case " + caseNumber));
    }

    private String disclose(String caseNumber, long participantId, String unitId) {
        var ground = consents.groundFor(caseNumber, participantId, LocalDate.now(clock)).orElseThrow(
                () -> new IllegalStateException("No ground to disclose on, case " + caseNumber));
        disclosures.open(caseNumber, recipientId(participantId, unitId), ground.ground(), ground.ref(), WHAT);
        return ground.ref();
    }

    private Channel channel(CaseFile caseFile, long participantId, String unitId, DecisionAnswer answer) {
        Channel channel = Channel.valueOf(answer.text("channel"));
        decisions.store(caseFile.number(), answer, channel.swedish(), String.valueOf(participantId));
        return channel;
    }

    /** The county's ways to a recipient, in order. */
    DecisionAnswer channels(CaseFile caseFile, String unitId, String processDefinitionId) {
        return channels.between(caseFile.county(), caseFile.convenerUnit(), unitId, processDefinitionId);
    }

    /** A recipient outside the unit register is logged under its participant's key. */
    private static String recipientId(long participantId, String unitId) {
        return unitId == null ? "deltagare-" + participantId : unitId;
    }
}
