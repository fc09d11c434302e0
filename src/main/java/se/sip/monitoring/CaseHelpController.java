package se.sip.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CaseTasks;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** One case for an admin, from a process instance in Cockpit, and what may be done about it. */
@RestController
@RequestMapping("/api/situation")
class CaseHelpController {

    private final Admins admins;
    private final StuckCases stuck;
    private final CaseTimeline history;
    private final CaseMoments moments;
    private final CaseHelp help;
    private final CaseFiles cases;
    private final CaseTasks tasks;
    private final UnitRepository units;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseHelpController(Admins admins, StuckCases stuck, CaseTimeline history, CaseMoments moments, CaseHelp help,
            CaseFiles cases, CaseTasks tasks, UnitRepository units, JdbcClient jdbc, Clock clock) {
        this.admins = admins;
        this.stuck = stuck;
        this.history = history;
        this.moments = moments;
        this.help = help;
        this.cases = cases;
        this.tasks = tasks;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param grounded whether a ground lets the unit see the case */
    record UnitChoice(String id, String name, boolean grounded) {
    }

    /** @param tasks what the unit has to do */
    record Holder(String id, String name, List<String> tasks) {
    }

    /**
     * @param phase where the case stands, in Swedish
     * @param next the nearest of its dates from today on; null where it has none
     * @param holders units with open tasks
     * @param units where a task can go
     */
    record InstanceView(String number, boolean open, String phase, String convener, String why, List<String> faults,
            CaseMoments.Moment next, List<CaseMoments.Moment> moments, List<Holder> holders, List<UnitChoice> units,
            List<CaseTimeline.Line> timeline) {
    }

    record Done(String done) {
    }

    record DateOrder(CaseMoments.Kind kind, String id, LocalDate to, String reason) {
    }

    record UnitOrder(String from, String to, String reason) {
    }

    @GetMapping("/instances/{id}")
    InstanceView instance(@PathVariable String id) {
        Set<String> counties = admins.counties(null);
        CaseFile caseFile = jdbc.sql("select business_key_ from act_hi_procinst where proc_inst_id_ = :id").param("id", id)
                .query(String.class).list().stream().filter(k -> k != null).findFirst().flatMap(cases::find)
                .filter(c -> counties.contains(c.county())).orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Processen hör inte till något ärende i dina län."));
        return view(caseFile, counties);
    }

    @PostMapping("/cases/{number}/date")
    Done date(@PathVariable String number, @RequestBody DateOrder order) {
        return new Done(help.moveDate(open(number), order.kind(), order.id(), order.to(), order.reason()));
    }

    @PostMapping("/cases/{number}/reminder")
    Done reminder(@PathVariable String number) {
        return new Done(help.remind(open(number)));
    }

    @PostMapping("/cases/{number}/unit")
    Done unit(@PathVariable String number, @RequestBody UnitOrder order) {
        return new Done(help.changeUnit(open(number), order.from(), order.to(), order.reason()));
    }

    private CaseFile open(String number) {
        Set<String> counties = admins.counties(null);
        CaseFile found = cases.find(number).filter(c -> counties.contains(c.county())).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Ärendet finns inte, eller så hör det till ett annat län."));
        if (!found.isOpen()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Ärendet är avslutat.");
        }
        return found;
    }

    private InstanceView view(CaseFile caseFile, Set<String> counties) {
        LocalDate today = LocalDate.now(clock);
        Optional<StuckCases.Row> row = stuck.one(counties, caseFile.number());
        List<CaseMoments.Moment> all = moments.of(caseFile.number());
        Set<String> grounded = help.covered(caseFile);
        List<Unit> ofCounty = units.findByCountyOrderByName(caseFile.county()).stream().filter(u -> u.validOn(today)).toList();
        var open = tasks.of(List.of(caseFile.number())).getOrDefault(caseFile.number(), List.of());
        var names = new UnitNames(jdbc, open.stream().flatMap(t -> t.groups().stream()).toList());
        List<Holder> holders = open.stream().flatMap(t -> t.groups().stream()).distinct()
                .map(g -> new Holder(g, names.of(g), open.stream().filter(t -> t.groups().contains(g))
                        .map(CaseTasks.CaseTask::name).distinct().toList())).toList();
        LocalDateTime now = LocalDateTime.now(clock);
        return new InstanceView(caseFile.number(), caseFile.isOpen(), caseFile.phase().swedish(),
                row.map(StuckCases.Row::convener).orElse(""), row.map(StuckCases.Row::why).orElse("Ärendet är avslutat."),
                row.map(StuckCases.Row::faults).orElse(List.of()),
                all.stream().filter(m -> m.at().isAfter(now)).findFirst().orElse(null), all, holders,
                ofCounty.stream().map(u -> new UnitChoice(u.id(), u.name(), grounded.contains(u.id()))).toList(),
                history.of(caseFile.number()));
    }
}
