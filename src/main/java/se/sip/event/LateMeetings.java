package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.deadline.CaseDates;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meetings;
import se.sip.unit.UnitRepository;

/** The recommended date of the meeting: reminded of, passed, and given a reason and a new date (VGB-17, VGU-85). */
@Service
@Transactional
public class LateMeetings {

    private final LateMeetingRepository late;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Notices notices;
    private final CaseProcesses processes;
    private final UnitRepository units;
    private final CaseDates dates;
    private final Clock clock;

    LateMeetings(LateMeetingRepository late, CaseFiles cases, CaseLog log, Meetings meetings, Invitations invitations,
            Notices notices, CaseProcesses processes, UnitRepository units, CaseDates dates,
            Clock clock) {
        this.late = late;
        this.cases = cases;
        this.log = log;
        this.meetings = meetings;
        this.invitations = invitations;
        this.notices = notices;
        this.processes = processes;
        this.units = units;
        this.dates = dates;
        this.clock = clock;
    }

    /** A week remains: the convener is reminded, and those called who have named nobody (VGU-81). */
    void remind(String caseNumber) {
        if (isHeld(caseNumber)) {
            return;
        }
        CaseFile caseFile = cases.byNumber(caseNumber);
        refuseClosedUnit(caseFile);
        notices.tell(caseNumber, NoticeKind.MEETING_REMINDER, List.of(Addressee.unit(caseFile.convenerUnit())));
        var silent = new ArrayList<Addressee>();
        invitations.of(caseNumber).stream().filter(Invitation::isCalled).filter(Invitation::isOut)
                .filter(i -> !i.isRepresented() && i.unitId() != null)
                .forEach(i -> silent.add(Addressee.unit(i.unitId())));
        notices.tell(caseNumber, NoticeKind.NAME_PARTICIPANT, silent);
        invitations.remindUnanswered(caseNumber);
    }

    /** A reminder to a unit that has closed down would reach nobody; an admin sees the job fail, and frees the case. */
    private void refuseClosedUnit(CaseFile caseFile) {
        if (units.findById(caseFile.convenerUnit()).filter(u -> u.validOn(LocalDate.now(clock))).isEmpty()) {
            throw new IllegalStateException("Case " + caseFile.number() + " is convened by unit "
                    + caseFile.convenerUnit() + ", which has closed. Hand the case over to another unit (event HAND_OVER),"
                    + " then retry this job.");
        }
    }

    /** The day has passed: noted, counted, and the managers told. The case goes on. */
    void passed(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        LocalDate lastDay = dueNow(caseFile);
        late.save(new LateMeeting(null, caseNumber, lastDay, LocalDateTime.now(clock), null, null, null, null));
        log.add(caseNumber, "MEETING_DUE_PASSED", "Rekommenderad tid passerad: " + lastDay + ".");
        notices.tell(caseNumber, NoticeKind.MEETING_DUE_PASSED,
                List.of(Addressee.unit(caseFile.convenerUnit()), Addressee.managersOf(caseFile.convenerUnit())));
    }

    /** Why, and when instead. */
    void explained(String caseNumber, String reason, LocalDate newDate, String by) {
        late.findFirstByCaseNumberOrderByIdDesc(caseNumber).ifPresent(l -> late.save(l.withReason(reason)
                .withNewDate(newDate).withGivenBy(by).withGivenAt(LocalDateTime.now(clock))));
        cases.save(cases.byNumber(caseNumber).withLateReason(reason));
        log.add(caseNumber, "MEETING_LATE_EXPLAINED", "Nytt datum " + newDate + ". " + reason);
        processes.recalculateTimers(caseNumber,
                Map.of(ProcessVariable.MEETING_DUE_PASSED_AT, EngineDates.startOf(newDate.plusDays(1))));
    }

    /** The dates of the case are counted anew; a new day that its convener has given still holds. */
    public void countAnew(String caseNumber) {
        dates.recalculate(caseNumber);
        late.findFirstByCaseNumberOrderByIdDesc(caseNumber).map(LateMeeting::newDate)
                .ifPresent(day -> processes.recalculateTimers(caseNumber,
                        Map.of(ProcessVariable.MEETING_DUE_PASSED_AT, EngineDates.startOf(day.plusDays(1)))));
    }

    /** The last day that counts now: the convener's new date where one was given, else the recommended day. */
    LocalDate dueNow(CaseFile caseFile) {
        return late.findFirstByCaseNumberOrderByIdDesc(caseFile.number()).map(LateMeeting::newDate)
                .orElse(caseFile.meetingDue());
    }

    /** Whether the case is marked "rekommenderad tid passerad". */
    @Transactional(readOnly = true)
    public boolean isPassed(String caseNumber) {
        return late.findFirstByCaseNumberOrderByIdDesc(caseNumber).isPresent();
    }

    @Transactional(readOnly = true)
    boolean isHeld(String caseNumber) {
        return meetings.lastHeld(caseNumber).isPresent();
    }
}
