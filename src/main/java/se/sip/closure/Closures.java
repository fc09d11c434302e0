package se.sip.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseEnded;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.CaseResumed;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.correspondence.Addressee;
import se.sip.plan.Plans;

/**
 * Ends cases. An ending is registered at once and told of when its window has passed, so that a mistake can be taken
 * back before anybody has heard of it. No ending ends an intervention (VGU-70).
 */
@Service
@Transactional
public class Closures {

    /** A withdrawal holds at once; an administrative end is no judgement to think over. */
    private static final Set<EndKind> FINAL = Set.of(EndKind.CONSENT_WITHDRAWN, EndKind.DECEASED, EndKind.MOVED,
            EndKind.REGISTERED_IN_ERROR, EndKind.SIP_NOT_NEEDED, EndKind.SIP_DECLINED,
            EndKind.EXISTING_SIP_FOLLOWED_UP, EndKind.REPLACED_AT_DISCHARGE, EndKind.COORDINATED_CARE_PLAN);

    private final ClosureRepository closures;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Disclosures disclosures;
    private final Plans plans;
    private final Involved involved;
    private final Notices notices;
    private final StaffDirectory staff;
    private final Clock clock;
    private final Duration undoWindow;
    private final ApplicationEventPublisher events;

    Closures(ClosureRepository closures, CaseFiles cases, CaseLog log, Disclosures disclosures, Plans plans,
            Involved involved, Notices notices, StaffDirectory staff, Clock clock,
            @Value("${sip.undo-window:10m}") Duration undoWindow, ApplicationEventPublisher events) {
        this.events = events;
        this.closures = closures;
        this.cases = cases;
        this.log = log;
        this.disclosures = disclosures;
        this.plans = plans;
        this.involved = involved;
        this.notices = notices;
        this.staff = staff;
        this.clock = clock;
        this.undoWindow = undoWindow;
    }

    /** Another form of meeting chosen later in the case is an event of its own, like an administrative end. */
    private static boolean isFinal(EndKind kind, CasePhase before) {
        return FINAL.contains(kind) || kind == EndKind.OTHER_MEETING && before != CasePhase.DISCOVER;
    }

    /** Keeps what the closer answered; nothing is closed yet. */
    void propose(Closure proposed) {
        closures.save(proposed);
    }

    /** The latest ending, proposed or registered. */
    @Transactional(readOnly = true)
    public Optional<Closure> latest(String caseNumber) {
        return closures.findFirstByCaseNumberOrderByIdDesc(caseNumber);
    }

    /**
     * Closes the case.
     *
     * @param kind the ending the process has come to; null where the closer proposed it
     * @return until when it can be taken back; empty where it cannot
     */
    public Optional<LocalDateTime> register(String caseNumber, EndKind kind) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        var now = LocalDateTime.now(clock);
        Closure proposed = latest(caseNumber).filter(c -> c.registeredAt() == null)
                .filter(c -> kind == null || c.endKind() == kind)
                .orElseGet(() -> new Closure(null, caseNumber, kind, caseFile.endReason(), null, null, null, null, null,
                        null, caseFile.phase(), who(), now, null, null, null, null, null, 0));
        LocalDateTime undoUntil = isFinal(proposed.endKind(), caseFile.phase()) ? null : now.plus(undoWindow);
        closures.save(proposed.withRegisteredAt(now).withUndoUntil(undoUntil));
        cases.save(caseFile.ended(proposed.endKind(), proposed.why(), now, undoUntil));
        plans.close(caseNumber);
        events.publishEvent(new CaseEnded(caseNumber));
        log.add(caseNumber, "CLOSED", proposed.endKind().swedish());
        return Optional.ofNullable(undoUntil);
    }

    /** Whether the ending can still be taken back. */
    @Transactional(readOnly = true)
    public boolean canBeUndone(String caseNumber) {
        return latest(caseNumber).filter(Closure::isRegistered).map(Closure::undoUntil)
                .filter(until -> LocalDateTime.now(clock).isBefore(until)).isPresent();
    }

    /** Notes why an ending is taken back; the process then restores the case. */
    public void noteUndo(String caseNumber, String reason) {
        closures.save(latest(caseNumber).orElseThrow().withUndoReason(reason));
    }

    /** The case goes on where it was. Nobody was told, so nobody needs to be told. */
    public CasePhase restore(String caseNumber) {
        Closure closure = latest(caseNumber).orElseThrow();
        closures.save(closure.withUndoneAt(LocalDateTime.now(clock)));
        log.add(caseNumber, "CLOSING_UNDONE", closure.undoReason());
        return goOn(caseNumber, closure);
    }

    /** A closed case goes on, with a reason, after its notices have left. */
    public CasePhase reopen(String caseNumber, String reason) {
        Closure closure = latest(caseNumber).orElseThrow();
        closures.save(closure.withUndoneAt(LocalDateTime.now(clock)).withUndoReason(reason));
        notices.drop(caseNumber);
        log.add(caseNumber, "REOPENED", reason);
        return goOn(caseNumber, closure);
    }

    private CasePhase goOn(String caseNumber, Closure closure) {
        CasePhase phase = closure.phaseBefore();
        cases.save(cases.byNumber(caseNumber).reopened(phase));
        plans.reopen(caseNumber);
        events.publishEvent(new CaseResumed(caseNumber));
        return phase;
    }

    /**
     * Tells all involved that the SIP no longer holds (VGU-160); reading of the case by other units ends.
     *
     * @return units that are to document the closing in their own system (VGU-161), the convening unit included where
     *         others were involved
     */
    public List<String> tellAll(String caseNumber) {
        Closure closure = latest(caseNumber).orElseThrow();
        List<Addressee> called = involved.called(caseNumber);
        notices.tell(caseNumber, NoticeKind.CLOSED, involved.ofEnding(caseNumber, closure.endKind()));
        disclosures.closeAll(caseNumber);
        closures.save(closure.withToldAt(LocalDateTime.now(clock)));
        return called.stream().filter(r -> r.kind() == Addressee.Kind.UNIT).map(Addressee::key).toList();
    }

    /** Keeps what the family was told about where to turn (VGU-162). */
    void whereToTurn(String caseNumber, String text) {
        closures.save(latest(caseNumber).orElseThrow().withWhereToTurn(text));
        log.add(caseNumber, "TOLD_WHERE_TO_TURN");
    }

    private String who() {
        return staff.current().map(StaffDirectory.StaffMember::userId).orElse("systemet");
    }
}
