package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.discharge.Planning.Outcome;
import se.sip.discharge.ReadyNotice.CalledHow;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.InvitationsSent;

/**
 * The three calendar days of the call (LUS 4:3, VGU-99). They always count from the day the ready-for-discharge notice
 * was sent, also when a judgement that no SIP is needed is taken up again.
 */
@Service
@Transactional
class CallClock {

    private static final String BEGINS = "kallelsetid_borjar";
    private static final String ENDS = "kallelsetid_upphor";
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private final ReadyNoticeRepository notices;
    private final PlanningRepository plannings;
    private final DischargeLimits limits;
    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Notices tell;
    private final se.sip.invitation.Invitations invitations;
    private final Clock clock;

    CallClock(ReadyNoticeRepository notices, PlanningRepository plannings, DischargeLimits limits,
            CaseProcesses processes, CaseFiles cases, CaseLog log, Notices tell,
            se.sip.invitation.Invitations invitations, Clock clock) {
        this.notices = notices;
        this.plannings = plannings;
        this.limits = limits;
        this.processes = processes;
        this.cases = cases;
        this.log = log;
        this.tell = tell;
        this.invitations = invitations;
        this.clock = clock;
    }

    Optional<ReadyNotice> current(String caseNumber) {
        return notices.findFirstByCaseNumberOrderByIdDesc(caseNumber).filter(ReadyNotice::isActive);
    }

    ReadyNotice save(ReadyNotice notice) {
        return notices.save(notice);
    }

    /** The days run from the notice, unless the call has gone out already or none is due. */
    void begin(String caseNumber) {
        Optional<ReadyNotice> ready = current(caseNumber).filter(ReadyNotice::awaitsCall);
        if (ready.isEmpty() || !callIsDue(caseNumber)) {
            return;
        }
        boolean already = invitations.current(caseNumber).stream().anyMatch(i -> i.sentAt() != null);
        if (already) {
            notices.save(ready.get().withCalledAt(ready.get().sentAt()).withCalledHow(CalledHow.HERE));
            return;
        }
        processes.correlate(caseNumber, BEGINS, Map.of());
    }

    private boolean callIsDue(String caseNumber) {
        return cases.byNumber(caseNumber).isOpen() && plannings.findFirstByCaseNumberOrderByIdDesc(caseNumber)
                .map(Planning::outcome).map(o -> o != Outcome.NOT_NEEDED && o != Outcome.CARE_PLAN).orElse(true);
    }

    /** The dates of the clock, counted from the moment the notice was sent. */
    void setDates(String caseNumber, CaseVariables variables) {
        ReadyNotice ready = current(caseNumber).orElseThrow();
        LocalDate due = ready.callDue();
        variables.set(ProcessVariable.INVITE_DUE, EngineDates.endOf(due));
        variables.set(ProcessVariable.INVITE_REMINDER_AT, EngineDates.at(limits.reminderOn(due).atTime(MORNING)));
        variables.set(ProcessVariable.INVITE_OVERDUE_AT, EngineDates.startOf(due.plusDays(1)));
        variables.set(ProcessVariable.INVITE_IN_TIME, true);
        log.add(caseNumber, "CALL_DUE", "Kallelsen ska skickas senast " + due + ".");
    }

    void remind(String caseNumber) {
        current(caseNumber).ifPresent(r -> notices.save(r.withRemindedAt(LocalDateTime.now(clock))));
        tell.tell(caseNumber, NoticeKind.CALL_REMINDER,
                List.of(Addressee.unit(cases.byNumber(caseNumber).convenerUnit())));
    }

    /** The third day is over without a call: a broken senast rule, noted and counted. The call is still to be sent. */
    void noteBroken(String caseNumber) {
        current(caseNumber).filter(r -> r.brokenAt() == null).ifPresent(r -> {
            notices.save(r.withBrokenAt(LocalDateTime.now(clock)));
            log.add(caseNumber, "CALL_OVERDUE", "Senast " + r.callDue() + " (LUS 4:3, VGU-99).");
            String convener = cases.byNumber(caseNumber).convenerUnit();
            tell.tell(caseNumber, NoticeKind.CALL_OVERDUE,
                    List.of(Addressee.unit(convener), Addressee.managersOf(convener)));
        });
    }

    void explainLate(String caseNumber, String reason, String by) {
        notices.findByCaseNumberOrderById(caseNumber).stream().filter(r -> r.brokenAt() != null)
                .reduce((a, b) -> b).ifPresent(r -> notices.save(r.withLateReason(reason).withLateGivenBy(by)
                        .withLateGivenAt(LocalDateTime.now(clock))));
        log.add(caseNumber, "CALL_LATE_EXPLAINED", reason);
    }

    boolean awaitsCall(String caseNumber) {
        return current(caseNumber).filter(ReadyNotice::awaitsCall).isPresent();
    }

    @EventListener
    void sent(InvitationsSent sent) {
        if (awaitsCall(sent.caseNumber())) {
            called(sent.caseNumber(), sent.at(), CalledHow.HERE);
            stop(sent.caseNumber());
        }
    }

    /** Keeps that the call went out, and that it was late where it was. */
    ReadyNotice called(String caseNumber, LocalDateTime at, CalledHow how) {
        ReadyNotice ready = current(caseNumber).orElseThrow();
        boolean late = ready.isLate(at);
        ReadyNotice called = notices.save(ready.withCalledAt(at).withCalledHow(how)
                .withBrokenAt(late ? ready.brokenAt() == null ? at : ready.brokenAt() : null));
        log.add(caseNumber, "CALL_SENT", "Kallelsen skickades " + at.toLocalDate() + (late
                ? ", efter sista dagen " + ready.callDue() + " (LUS 4:3, VGU-99)."
                : ", senast " + ready.callDue() + "."));
        return called;
    }

    /** Nobody waits for a call any longer; timers and task go. */
    void stop(String caseNumber) {
        boolean inTime = current(caseNumber).map(r -> r.brokenAt() == null).orElse(true);
        processes.correlate(caseNumber, ENDS, Map.of(ProcessVariable.INVITE_IN_TIME, inTime));
    }

    /**
     * The person is not ready for discharge after all.
     *
     * @return whether a notice stood
     */
    boolean withdraw(String caseNumber, String why) {
        Optional<ReadyNotice> ready = current(caseNumber);
        ready.ifPresent(r -> {
            stop(caseNumber);
            notices.save(current(caseNumber).orElseThrow().withWithdrawnAt(LocalDateTime.now(clock))
                    .withWithdrawnWhy(why));
            log.add(caseNumber, "READY_WITHDRAWN", why);
        });
        return ready.isPresent();
    }
}
