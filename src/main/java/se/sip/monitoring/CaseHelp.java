package se.sip.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseTasks;
import se.sip.engine.CaseTasks.CaseTask;
import se.sip.engine.EngineAuthority;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitations;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * What an admin may do to get a case moving, without seeing what it says: move a date, remind, and give a task to
 * another unit. Each is a line in the case's story, under the admin's name.
 */
@Service
@Transactional
class CaseHelp {

    private static final String PROCESS = "enhetsbyte";
    /** The owner of an intervention confirms and reports it, and nobody in its place. */
    private static final Set<String> OF_THE_OWNER = Set.of("bekrafta", "rapport");

    private final CaseMoments moments;
    private final CaseTasks open;
    private final CaseProcesses processes;
    private final TaskService tasks;
    private final EngineAuthority engine;
    private final Disclosures disclosures;
    private final Invitations invitations;
    private final Notices notices;
    private final UnitRequestRepository requests;
    private final UnitRepository units;
    private final StaffDirectory staff;
    private final CaseLog log;
    private final Clock clock;

    CaseHelp(CaseMoments moments, CaseTasks open, CaseProcesses processes, TaskService tasks, EngineAuthority engine,
            Disclosures disclosures, Invitations invitations, Notices notices, UnitRequestRepository requests,
            UnitRepository units, StaffDirectory staff, CaseLog log, Clock clock) {
        this.moments = moments;
        this.open = open;
        this.processes = processes;
        this.tasks = tasks;
        this.engine = engine;
        this.disclosures = disclosures;
        this.invitations = invitations;
        this.notices = notices;
        this.requests = requests;
        this.units = units;
        this.staff = staff;
        this.log = log;
        this.clock = clock;
    }

    /** Which units a ground lets see the case: the convener's, and those it is disclosed to. */
    @Transactional(readOnly = true)
    public Set<String> covered(CaseFile caseFile) {
        var covered = new TreeSet<String>();
        covered.add(caseFile.convenerUnit());
        disclosures.of(caseFile.number()).stream().filter(d -> d.closedAt() == null).map(Disclosure::unitId)
                .forEach(covered::add);
        return covered;
    }

    /** @return what was done, in Swedish */
    public String moveDate(CaseFile caseFile, CaseMoments.Kind kind, String id, LocalDate to, String reason) {
        demand(reason);
        LocalDate today = LocalDate.now(clock);
        refuseIf(to == null || to.isBefore(today) || to.isAfter(today.plusYears(1)), "Välj en dag från i dag och högst ett år framåt.");
        CaseMoments.Moment moment = moments.of(caseFile.number()).stream()
                .filter(m -> m.kind() == kind && m.id().equals(id)).findFirst()
                .orElseThrow(() -> refused("Datumet finns inte längre. Ladda om."));
        refuseIf(moment.fixed() != null, moment.fixed());
        moments.move(moment, to);
        log.add(caseFile.number(), "OPERATOR_DATE_MOVED", moment.what() + ": från " + moment.at().toLocalDate() + " till "
                + to + ". " + reason.strip());
        return "Flyttat till " + to + ". Den rekommenderade dagen i statistiken är densamma.";
    }

    /** Reminds those called who have not answered, else the units that have a task; once a day. */
    public String remind(CaseFile caseFile) {
        refuseIf(log.of(caseFile.number()).stream().anyMatch(e -> e.kind().equals("OPERATOR_REMINDED")
                && e.happenedAt().toLocalDate().equals(LocalDate.now(clock))), "Ärendet har redan påmints i dag.");
        int reminded = invitations.remindUnanswered(caseFile.number());
        if (reminded == 0) {
            var waited = new LinkedHashSet<Addressee>();
            tasksOf(caseFile).stream().flatMap(t -> t.groups().stream()).forEach(g -> waited.add(
                    g.endsWith(Unit.MANAGER_SUFFIX) ? Addressee.managersOf(g.substring(0, g.length() - Unit.MANAGER_SUFFIX.length()))
                            : Addressee.unit(g)));
            refuseIf(waited.isEmpty(), "Ingen enhet har en uppgift att påminnas om.");
            notices.tell(caseFile.number(), NoticeKind.WAITING, waited);
            reminded = waited.size();
        }
        log.add(caseFile.number(), "OPERATOR_REMINDED", reminded == 1 ? "1 mottagare" : reminded + " mottagare");
        return reminded == 1 ? "1 mottagare påminns." : reminded + " mottagare påminns.";
    }

    /** Tasks of one unit go to another that a ground covers; otherwise the convener gets a task to take a stand. */
    public String changeUnit(CaseFile caseFile, String from, String to, String reason) {
        demand(reason);
        Unit target = units.findById(to == null ? "" : to).filter(u -> u.county().equals(caseFile.county())
                && u.validOn(LocalDate.now(clock))).orElseThrow(() -> refused("Välj en enhet i länet som finns kvar."));
        refuseIf(to.equals(from), "Enheten har redan uppgiften.");
        List<CaseTask> theirs = tasksOf(caseFile).stream().filter(t -> t.groups().contains(from)).toList();
        refuseIf(theirs.isEmpty(), "Enheten har ingen uppgift i ärendet.");
        refuseIf(from.equals(caseFile.convenerUnit()), "Sammankallande enhet lämnar över ärendet själv, på ärendets sida:"
                + " ”Lämna över till en annan enhet”. Påminn den, eller tala med dess chef.");
        if (!covered(caseFile).contains(to)) {
            return ask(caseFile, from, target, reason);
        }
        refuseIf(!target.hasLogin(), "Enheten har ingen inloggning och kan inte arbeta med uppgiften här.");
        List<CaseTask> movable = theirs.stream().filter(this::isForAnother).toList();
        refuseIf(movable.isEmpty(), "En insats bekräftas och rapporteras av den som har den. Ändra den i planen.");
        movable.forEach(t -> engine.unchecked(() -> {
            tasks.deleteCandidateGroup(t.id(), from);
            tasks.addCandidateGroup(t.id(), from.endsWith(Unit.MANAGER_SUFFIX) ? target.managerGroup() : to);
            tasks.setAssignee(t.id(), null);
            return null;
        }));
        String names = nameOf(from) + " till " + target.name();
        log.add(caseFile.number(), "OPERATOR_UNIT_CHANGED", names + ". " + reason.strip());
        notices.tell(caseFile.number(), NoticeKind.WAITING, List.of(Addressee.unit(to)));
        return (movable.size() == 1 ? "1 uppgift har" : movable.size() + " uppgifter har") + " gått från " + names + ".";
    }

    private String ask(CaseFile caseFile, String from, Unit to, String reason) {
        String by = staff.current().map(s -> s.userId()).orElse("systemet");
        UnitRequest request = requests.save(new UnitRequest(null, caseFile.number(), from, to.id(), reason.strip(),
                LocalDateTime.now(clock), by, null, null, null, null));
        processes.start(PROCESS, caseFile.county(), caseFile.number(), Map.of(ProcessVariable.SUBJECT,
                String.valueOf(request.id()), ProcessVariable.NOTICE_GROUP, caseFile.convenerUnit()));
        log.add(caseFile.number(), "OPERATOR_UNIT_ASKED", nameOf(from) + " till " + to.name() + ". " + reason.strip());
        return "Ingen grund omfattar " + to.name() + ". Sammankallande har fått en uppgift att ta ställning.";
    }

    private boolean isForAnother(CaseTask task) {
        return engine.unchecked(() -> {
            String form = tasks.createTaskQuery().taskId(task.id()).initializeFormKeys().singleResult().getFormKey();
            return form == null || OF_THE_OWNER.stream().noneMatch(f -> form.endsWith("/" + f + ".html"));
        });
    }

    private List<CaseTask> tasksOf(CaseFile caseFile) {
        return open.of(List.of(caseFile.number())).getOrDefault(caseFile.number(), List.of());
    }

    private String nameOf(String unitId) {
        return units.findById(unitId).map(Unit::name).orElse(unitId);
    }

    private static void demand(String reason) {
        refuseIf(reason == null || reason.isBlank(), "Skriv varför.");
        refuseIf(reason.length() > 500, "Skriv högst 500 tecken.");
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw refused(message);
        }
    }

    private static ResponseStatusException refused(String message) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
    }
}
