package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Purpose;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitation.Status;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingHeld;
import se.sip.meeting.Meetings;

/** The invitations of a case: who is called or invited, what they answered, who comes. */
@Service
@Transactional
public class Invitations {

    /** The end of {@code inbjudan.bpmn} where nobody is asked any longer. */
    private static final String ANSWERED_END = "besvarad";
    private static final String PROCESS = "inbjudan";

    private final InvitationRepository invitations;
    private final InvitationRoundRepository rounds;
    private final ParticipantRepository participants;
    private final Dispatch dispatch;
    private final CallLetters letters;
    private final Meetings meetings;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final CaseLog log;
    private final StaffDirectory staff;
    private final Clock clock;

    Invitations(InvitationRepository invitations, InvitationRoundRepository rounds,
            ParticipantRepository participants, Dispatch dispatch, CallLetters letters, Meetings meetings, CaseFiles cases,
            CaseProcesses processes, CaseLog log, StaffDirectory staff, Clock clock) {
        this.invitations = invitations;
        this.rounds = rounds;
        this.participants = participants;
        this.dispatch = dispatch;
        this.letters = letters;
        this.meetings = meetings;
        this.cases = cases;
        this.processes = processes;
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    /** Every invitation of the case, of all rounds, oldest first. */
    @Transactional(readOnly = true)
    public List<Invitation> of(String caseNumber) {
        return invitations.findByCaseNumberOrderById(caseNumber);
    }

    /** The invitations that have been sent and still count: one per recipient. */
    @Transactional(readOnly = true)
    public List<Invitation> current(String caseNumber) {
        return of(caseNumber).stream().filter(Invitation::isOut).toList();
    }

    /**
     * @param key as in the process variable {@code invitation}
     * @throws IllegalArgumentException where there is none
     */
    @Transactional(readOnly = true)
    public Invitation byKey(String key) {
        return invitations.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalArgumentException("No invitation has the key asked for"));
    }

    /** The fourth phase begins, for the first time or after a moved meeting: all are asked anew. */
    void startCalling(String caseNumber) {
        cases.enter(caseNumber, CasePhase.CALL);
        cancelAll(caseNumber, "Alla kallas på nytt.");
    }

    /**
     * Calls or invites a unit that came later, in a process of its own. Before the first dispatch nothing is started:
     * the unit is then among the recipients when the invitations are written.
     *
     * @return the invitation; empty where nothing was sent, because the consent does not cover the unit or the
     *         invitations are yet to be written
     */
    public Optional<Invitation> startFor(String caseNumber, long participantId) {
        Optional<InvitationRound> round = rounds.findFirstByCaseNumberOrderByIdDesc(caseNumber)
                .filter(InvitationRound::isSent);
        Optional<Meeting> meeting = meetings.booked(caseNumber);
        if (round.isEmpty() || meeting.isEmpty() || isAsked(caseNumber, participantId)) {
            return Optional.empty();
        }
        Participant late = participants.findById(participantId).orElseThrow();
        if (!late.takesPart()) {
            return Optional.empty();
        }
        if (!dispatch.covered(caseNumber, participantId, late.unitId(), late.name())) {
            log.add(caseNumber, "INVITATION_WITHHELD", late.name());
            return Optional.empty();
        }
        CaseFile caseFile = cases.byNumber(caseNumber);
        Invitation written = invitations.save(Invitation.written(caseNumber, round.get().id(), participantId,
                late.unitId(), late.name(), late.duty(), late.need() == null ? meeting.get().questions() : late.need(),
                new OralContact(false, null, null, "Enheten tillkom efter kallelsen.")));
        Optional<Invitation> sent = dispatch.send(caseFile, written, null);
        sent.ifPresent(i -> {
            var variables = new HashMap<ProcessVariable, Object>();
            variables.put(ProcessVariable.INVITATION, i.key());
            variables.put(ProcessVariable.CONVENER_GROUP, caseFile.convenerUnit());
            variables.put(ProcessVariable.MANAGER_GROUP, caseFile.convenerUnit() + "-chef");
            variables.put(ProcessVariable.MEETING_AT, EngineDates.at(meeting.get().startsAt()));
            processes.start(PROCESS, caseFile.county(), caseNumber, Map.copyOf(variables));
        });
        return sent;
    }

    /**
     * A meeting is moved or cancelled: letters to those who do not read here, the family first of all.
     *
     * @param purpose {@code MEETING_CHANGED} or {@code MEETING_CANCELLED}
     * @param told everybody who learns of it
     */
    public void writeOfChange(Meeting meeting, Purpose purpose, Collection<Addressee> told) {
        letters.changed(meeting.caseNumber(), purpose, meeting, told);
    }

    /** Keeps an answer, whoever registers it. */
    public Invitation registerAnswerFor(String key, Answer answer, List<Attendee> attendees) {
        Invitation answered = invitations.save(byKey(key).answered(answer, attendees));
        log.add(answered.caseNumber(), "INVITATION_" + answer.kind().name(),
                answered.name() + ": " + answer.kind().swedish());
        letters.answered(answered);
        tellWhoComes(answered.caseNumber());
        return answered;
    }

    /** When all have answered the family knows who comes, and anew when an answer changes. */
    private void tellWhoComes(String caseNumber) {
        List<Invitation> out = current(caseNumber);
        if (out.stream().noneMatch(Invitation::awaitsAnswer)) {
            letters.whoComes(caseNumber, out);
        }
    }

    /**
     * A recipient that has answered answers anew, or its answer was typed in wrongly. How the first answer came stands.
     *
     * @param reason why; also why nobody comes, where nobody does
     */
    public void answerAnew(Invitation invitation, AnswerKind kind, List<Attendee> coming, String reason) {
        Answer before = invitation.answer();
        invitations.save(invitation.answered(new Answer(kind, coming.isEmpty() ? reason : null, before.preparation(),
                LocalDateTime.now(clock), staff.current().map(s -> s.userId()).orElse("systemet"), before.way(),
                before.cameOn(), before.givenBy()), coming));
        log.add(invitation.caseNumber(), "ANSWER_CHANGED", "%s: %s. Tidigare: %s.%s".formatted(invitation.name(),
                said(kind, coming), said(before.kind(), invitation.attendees()), reason == null ? "" : " " + reason));
        tellWhoComes(invitation.caseNumber());
    }

    private static String said(AnswerKind kind, List<Attendee> coming) {
        return coming.isEmpty() ? kind.swedish() : kind.swedish() + ", " + coming.stream()
                .map(a -> a.name() + " (" + a.workRole() + ")").collect(Collectors.joining(", ")) + " kommer";
    }

    /**
     * Calls off every invitation that is out or written, and ends the processes of units that came later. Those inside
     * the case's own process end with it.
     *
     * @param reason for the case's story, not for the recipients
     */
    public void cancelAll(String caseNumber, String reason) {
        List<Invitation> open = of(caseNumber).stream().filter(Invitation::isOpen).toList();
        open.forEach(i -> invitations.save(i.withStatus(Status.CANCELLED)));
        if (!open.isEmpty()) {
            log.add(caseNumber, "INVITATIONS_CANCELLED", reason);
        }
        endLateProcesses(caseNumber, "cancelled");
    }

    /**
     * Calls off the invitation of one participant, and ends its process where it came later.
     *
     * @return whether one was out
     */
    public boolean callOff(String caseNumber, long participantId) {
        List<Invitation> open = of(caseNumber).stream().filter(i -> i.participantId() == participantId)
                .filter(Invitation::isOpen).toList();
        open.forEach(i -> {
            invitations.save(i.withStatus(Status.CANCELLED));
            processes.finish(caseNumber, PROCESS, ProcessVariable.INVITATION, i.key(), ANSWERED_END);
        });
        return open.stream().anyMatch(i -> i.sentAt() != null);
    }

    /** What was never answered stays unanswered, and nobody is asked any longer. */
    @EventListener
    void over(MeetingHeld meeting) {
        endLateProcesses(meeting.caseNumber(), "meeting held");
    }

    /**
     * Reminds the called who have not named who comes (VGU-81). The invited are not reminded.
     *
     * @return how many
     */
    public int remindUnanswered(String caseNumber) {
        List<Invitation> silent = current(caseNumber).stream()
                .filter(i -> i.isCalled() && i.awaitsAnswer()).toList();
        silent.forEach(this::remind);
        return silent.size();
    }

    void remind(Invitation invitation) {
        letters.remind(invitation);
        invitations.save(invitation.withRemindedAt(LocalDateTime.now(clock)));
        log.add(invitation.caseNumber(), "ANSWER_REMINDED", invitation.name());
    }

    void toldManager(Invitation invitation) {
        letters.tellManager(invitation);
        letters.whoComes(invitation.caseNumber(), current(invitation.caseNumber()));
        invitations.save(invitation.withToldManagerAt(LocalDateTime.now(clock)));
        log.add(invitation.caseNumber(), "ANSWER_OVERDUE", invitation.name());
    }

    Invitation save(Invitation invitation) {
        return invitations.save(invitation);
    }

    private boolean isAsked(String caseNumber, long participantId) {
        return current(caseNumber).stream().anyMatch(i -> i.participantId() == participantId);
    }

    private void endLateProcesses(String caseNumber, String why) {
        processes.cancel(caseNumber, PROCESS, why);
    }
}
