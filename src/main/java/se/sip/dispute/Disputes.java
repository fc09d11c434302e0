package se.sip.dispute;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.deadline.Deadlines;
import se.sip.decision.DecisionTables;
import se.sip.dispute.Dispute.Status;
import se.sip.dispute.DisputeStep.Outcome;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * Disputes between units. First the nearest managers with mandate on both sides solve it together; where they do not, or
 * the step's date passes, each principal's line organisation takes it, step by step. The case goes on meanwhile. How long
 * a step may take is the county's table {@code frister} (BOR-83, BOR-84).
 */
@Service
@Transactional
public class Disputes {

    private static final String PROCESS = "tvist";
    private static final String TABLE = "tvist";
    private static final String NEAREST = "tvist_narmaste_chef";
    private static final String LINE = "tvist_linje";

    private final DisputeRepository disputes;
    private final DisputeStepRepository steps;
    private final UnitRepository units;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final DecisionTables tables;
    private final Deadlines deadlines;
    private final Notices notices;
    private final CaseLog log;
    private final Clock clock;

    Disputes(DisputeRepository disputes, DisputeStepRepository steps, UnitRepository units, CaseFiles cases,
            CaseProcesses processes, DecisionTables tables, Deadlines deadlines, Notices notices, CaseLog log,
            Clock clock) {
        this.disputes = disputes;
        this.steps = steps;
        this.units = units;
        this.cases = cases;
        this.processes = processes;
        this.tables = tables;
        this.deadlines = deadlines;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the county has a ladder at all. */
    @Transactional(readOnly = true)
    public boolean hasLadder(String county) {
        return tables.has(county, TABLE) && tables.evaluate(county, null, TABLE, Map.of("malgrupp", Audience.CHILD.name())).text("ordning")
                .equals("TRAPPA");
    }

    /**
     * Raises a dispute and gives the nearest managers of both units their joint task. The process knows its key only.
     *
     * @param raisedBy unit that raises it
     * @param otherUnit unit it is with
     * @param what what they disagree on
     */
    public void raise(String caseNumber, String raisedBy, String otherUnit, String what, String user) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        LocalDate due = due(caseFile.county(), NEAREST);
        Dispute raised = disputes.save(new Dispute(null, caseNumber, caseFile.county(), raisedBy, otherUnit, what,
                LocalDateTime.now(clock), user, Status.OPEN, Dispute.NEAREST_MANAGERS, due, null, null, 0));
        log.add(caseNumber, "DISPUTE_RAISED", name(raisedBy) + " och " + name(otherUnit) + ". Senast " + due + ".");
        notices.tell(caseNumber, NoticeKind.DISPUTE_RAISED, managers(raised));
        processes.start(PROCESS, caseFile.county(), caseNumber, Map.of(
                ProcessVariable.SUBJECT, raised.key(),
                ProcessVariable.DISPUTE_GROUPS, new ArrayList<>(sides(raised).map(Unit::managerGroup).toList()),
                ProcessVariable.DISPUTE_DUE, EngineDates.endOf(due),
                ProcessVariable.DISPUTE_STEP_AT, EngineDates.startOf(due.plusDays(1))));
    }

    /** Disputes of a case, the first first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(String caseNumber) {
        return disputes.findByCaseNumberOrderById(caseNumber);
    }

    /** The story of a dispute: every task of its ladder that is over. */
    @Transactional(readOnly = true)
    public List<DisputeStep> stepsOf(Dispute dispute) {
        return steps.findByDisputeIdOrderById(dispute.id());
    }

    Dispute byKey(String key) {
        return disputes.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalArgumentException("No dispute has the key asked for"));
    }

    /** A task of the ladder is done. */
    void answered(Dispute dispute, String unitId, Outcome outcome, String deciders, String note, String user) {
        keep(dispute, unitId, outcome, deciders, note, user);
        log.add(dispute.caseNumber(), "DISPUTE_" + outcome.name(), dispute.where());
        if (outcome == Outcome.SOLVED) {
            disputes.save(dispute.withSolution(joined(dispute.solution(), note)));
        }
    }

    /** The next level: a task in each principal's line, with a date of its own. */
    void raiseInLine(String key, CaseVariables variables) {
        Dispute dispute = byKey(key);
        if (!Outcome.NOT_SOLVED.name().equals(variables.text(ProcessVariable.DISPUTE_OUTCOME))) {
            keep(dispute, null, Outcome.DATE_PASSED, null, null, "systemet");
        }
        LocalDate due = due(dispute.county(), LINE);
        Dispute raised = disputes.save(dispute.withLevel(dispute.level() + 1).withStepDue(due).withSolution(null));
        List<Unit> lines = lines(raised);
        log.add(raised.caseNumber(), "DISPUTE_RAISED_IN_LINE", raised.where() + ". Senast " + due + ".");
        notices.tell(raised.caseNumber(), NoticeKind.DISPUTE_RAISED_IN_LINE, Stream.concat(managers(raised).stream(),
                lines.stream().map(line -> Addressee.managersOf(line.id()))).toList());
        variables.set(ProcessVariable.DISPUTE_LINES, new ArrayList<>(lines.stream().map(Unit::managerGroup).toList()));
        variables.set(ProcessVariable.DISPUTE_DUE, EngineDates.endOf(due));
        variables.set(ProcessVariable.DISPUTE_STEP_AT, EngineDates.startOf(due.plusDays(1)));
        variables.set(ProcessVariable.DISPUTE_OUTCOME, null);
    }

    /** The units on both sides are told that it is over. */
    void end(String key, String outcome) {
        Dispute dispute = byKey(key);
        boolean fallen = Outcome.FALLEN.name().equals(outcome);
        disputes.save(dispute.withStatus(fallen ? Status.FALLEN : Status.SOLVED)
                .withEndedAt(LocalDateTime.now(clock)));
        log.add(dispute.caseNumber(), "DISPUTE_ENDED", fallen ? Status.FALLEN.swedish() : Status.SOLVED.swedish());
        notices.tell(dispute.caseNumber(), NoticeKind.DISPUTE_ENDED, Stream.concat(managers(dispute).stream(),
                sides(dispute).map(unit -> Addressee.unit(unit.id()))).toList());
    }

    /** The line organisation of each principal among the two units; of the unit's own municipality. */
    private List<Unit> lines(Dispute dispute) {
        var lines = new LinkedHashSet<Unit>();
        for (Unit side : sides(dispute).toList()) {
            lineOf(side).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("The unit register of county " + dispute.county() + " names no line"
                    + " organisation for " + dispute.raisedBy() + " or " + dispute.otherUnit());
        }
        return List.copyOf(lines);
    }

    /** The line organisation that a unit belongs to; empty where the register names none. */
    Optional<Unit> lineOf(Unit unit) {
        LocalDate today = LocalDate.now(clock);
        return units.findByCountyOrderByName(unit.county()).stream().filter(u -> u.kind().isLine() && u.validOn(today))
                .filter(u -> u.principal() == unit.principal())
                .filter(u -> u.municipalityCode() == null || u.municipalityCode().equals(unit.municipalityCode()))
                .findFirst();
    }

    private Stream<Unit> sides(Dispute dispute) {
        return Stream.of(dispute.raisedBy(), dispute.otherUnit()).flatMap(id -> units.findById(id).stream());
    }

    private Set<Addressee> managers(Dispute dispute) {
        var managers = new LinkedHashSet<Addressee>();
        sides(dispute).forEach(unit -> managers.add(Addressee.managersOf(unit.id())));
        return managers;
    }

    private void keep(Dispute dispute, String unitId, Outcome outcome, String deciders, String note, String user) {
        steps.save(new DisputeStep(null, dispute.id(), dispute.level(), unitId, dispute.stepDue(), outcome, deciders,
                note, LocalDateTime.now(clock), user));
    }

    private LocalDate due(String county, String rule) {
        return deadlines.of(county, rule, LocalDate.now(clock)).lastDay();
    }

    String name(String unitId) {
        return units.findById(unitId).map(Unit::name).orElse("");
    }

    private static String joined(String before, String note) {
        return before == null || before.isBlank() ? note : before + "\n" + note;
    }
}
