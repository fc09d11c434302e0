package se.sip.deviation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.decision.DecisionTables;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;

/**
 * Deviations of a case: noted at any time, then made without delay by the routine of the unit's own principal (HAL-129,
 * HAL-130). The case goes on meanwhile.
 */
@Service
@Transactional
public class Deviations {

    private static final String PROCESS = "avvikelse";

    private final DeviationRepository deviations;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final DecisionTables tables;
    private final CaseLog log;
    private final Clock clock;

    Deviations(DeviationRepository deviations, CaseFiles cases, CaseProcesses processes, DecisionTables tables,
            CaseLog log, Clock clock) {
        this.deviations = deviations;
        this.cases = cases;
        this.processes = processes;
        this.tables = tables;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Notes a deviation and gives the unit the task to make it. The process knows its key only.
     *
     * @param unitId unit that noted it
     * @param notedBy user id
     */
    public void note(String caseNumber, String unitId, String what, String notedBy) {
        Deviation noted = deviations.save(new Deviation(null, caseNumber, unitId, what, LocalDateTime.now(clock),
                notedBy, null, null, null));
        log.add(caseNumber, "DEVIATION_NOTED");
        processes.start(PROCESS, cases.byNumber(caseNumber).county(), caseNumber, Map.of(
                ProcessVariable.SUBJECT, String.valueOf(noted.id()), ProcessVariable.NOTICE_GROUP, unitId));
    }

    /** Every deviation of a case, the first first. */
    @Transactional(readOnly = true)
    public List<Deviation> of(String caseNumber) {
        return deviations.findByCaseNumberOrderById(caseNumber);
    }

    Deviation byKey(String key) {
        return deviations.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalArgumentException("No deviation has the key asked for"));
    }

    void made(String key, LocalDate on, String reference, String madeBy) {
        Deviation made = deviations.save(byKey(key).withMadeOn(on).withReference(reference).withMadeBy(madeBy));
        log.add(made.caseNumber(), "DEVIATION_MADE", reference);
    }

    /** What the county's table {@code avvikelse} says of how it is made. */
    String routine(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return tables.evaluate(caseFile.county(), null, "avvikelse", Map.of("malgrupp", caseFile.audience().name()))
                .text("rutin");
    }
}
