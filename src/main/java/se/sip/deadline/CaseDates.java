package se.sip.deadline;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;

/** The dates that count from the day the need was discovered (VGB-12, VGB-17), as records and as the process' timers. */
@Service
@Transactional
public class CaseDates {

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final CaseProcesses processes;

    CaseDates(CaseFiles cases, Deadlines deadlines, CaseProcesses processes) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.processes = processes;
    }

    /** Computes the dates of a case and keeps them with it. */
    public CaseFile keep(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return cases.save(caseFile
                .withStartDue(of(caseFile, "start", caseFile.discoveredOn()))
                .withMeetingDue(meetingDue(caseFile)));
    }

    /** After a stay at a hospital the meeting counts from the discharge, which sets its day (VGU-36). */
    private LocalDate meetingDue(CaseFile caseFile) {
        return caseFile.audience() == Audience.DISCHARGE && caseFile.meetingDue() != null ? caseFile.meetingDue()
                : of(caseFile, "motet", caseFile.discoveredOn());
    }

    /** By the tables of the version that the case is on: what has been published since does not hold for it. */
    private LocalDate of(CaseFile caseFile, String rule, LocalDate from) {
        return deadlines.of(caseFile, rule, from).lastDay();
    }

    /** The dates kept with the case, as its process takes them. */
    public Map<ProcessVariable, Object> variables(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        LocalDate meetingDue = caseFile.meetingDue();
        var dates = new EnumMap<ProcessVariable, Object>(ProcessVariable.class);
        dates.put(ProcessVariable.START_DUE, EngineDates.endOf(caseFile.startDue()));
        dates.put(ProcessVariable.MEETING_REMINDER_AT, EngineDates.startOf(
                of(caseFile, "paminnelse_mote", meetingDue)));
        dates.put(ProcessVariable.MEETING_DUE_PASSED_AT, EngineDates.startOf(meetingDue.plusDays(1)));
        return dates;
    }

    /** The day the need was discovered has changed: dates and running timers follow. */
    public void recalculate(String caseNumber) {
        keep(caseNumber);
        processes.recalculateTimers(caseNumber, variables(caseNumber));
    }
}
