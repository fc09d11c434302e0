package se.sip.event;

import java.util.EnumMap;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.closure.Closures;
import se.sip.deadline.CaseDates;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Starts the process of a case again, in the phase it has come to. */
@Component
class Reopening {

    private final CaseFiles cases;
    private final Closures closures;
    private final CaseProcesses processes;
    private final UnitRepository units;
    private final CaseDates dates;

    Reopening(CaseFiles cases, Closures closures, CaseProcesses processes, UnitRepository units, CaseDates dates) {
        this.cases = cases;
        this.closures = closures;
        this.processes = processes;
        this.units = units;
        this.dates = dates;
    }

    /** A closed case goes on: what remains of its closing process ends, and a new one starts in the right phase. */
    void reopen(String caseNumber, String reason) {
        processes.cancel(caseNumber, "sip", "Återöppnat");
        startAt(caseNumber, closures.reopen(caseNumber, reason));
    }

    /** Starts the process of an open case in a phase. */
    void startAt(String caseNumber, CasePhase phase) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        Unit convener = units.findById(caseFile.convenerUnit()).orElseThrow();
        var variables = new EnumMap<ProcessVariable, Object>(ProcessVariable.class);
        variables.put(ProcessVariable.CONVENER_GROUP, convener.id());
        variables.put(ProcessVariable.ASSESSING_GROUP, convener.id());
        variables.put(ProcessVariable.RESPONSIBLE_GROUP, convener.id());
        variables.put(ProcessVariable.MANAGER_GROUP, convener.managerGroup());
        variables.put(ProcessVariable.ORIGIN, caseFile.origin().name());
        variables.put(ProcessVariable.DENIED, false);
        variables.put(ProcessVariable.RESUME_AT, phase.name());
        variables.put(ProcessVariable.END_KIND, null);
        variables.putAll(dates.variables(caseNumber));
        processes.startBefore("sip", "sip_processen", caseFile.county(), caseNumber, variables);
    }
}
