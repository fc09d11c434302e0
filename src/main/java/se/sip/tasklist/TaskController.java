package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffNames;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.NamedReaders;
import se.sip.engine.EngineDates;
import se.sip.engine.TaskVariables;

/**
 * Tasks and forms over HTTP: what a form shows when it opens, its check before it is handed in, drafts, and the same
 * work without a browser. Which tasks somebody sees is the engine's authorisation; a foreign task does not exist.
 */
@RestController
@RequestMapping("/api")
class TaskController {

    private static final String PLAN = "plan";

    private final TaskService tasks;
    private final StartForms startForms;
    private final Forms forms;
    private final FormContexts contexts;
    private final FormSchemas schemas;
    private final FormHandIn handIn;
    private final Drafts drafts;
    private final CaseFiles cases;
    private final NamedReaders namedReaders;
    private final StaffDirectory staff;
    private final StaffNames names;
    private final TaskVariables variables;
    private final Clock clock;

    TaskController(TaskService tasks, StartForms startForms, Forms forms,
            FormContexts contexts, FormSchemas schemas, FormHandIn handIn, Drafts drafts,
            CaseFiles cases, NamedReaders namedReaders, StaffDirectory staff, StaffNames names,
            TaskVariables variables, Clock clock) {
        this.tasks = tasks;
        this.startForms = startForms;
        this.forms = forms;
        this.contexts = contexts;
        this.schemas = schemas;
        this.handIn = handIn;
        this.drafts = drafts;
        this.cases = cases;
        this.namedReaders = namedReaders;
        this.staff = staff;
        this.names = names;
        this.variables = variables;
        this.clock = clock;
    }

    /** One line of a task list. */
    record TaskLine(String id, String name, String caseNumber, String form, String assignee, LocalDateTime created,
            LocalDate due) {
    }

    record Checked(List<Faults.Fault> faults) {
    }

    record SavedDraft(String author, LocalDateTime savedAt, long version) {
    }

    record Started(String caseNumber, String processInstanceId) {
    }

    /** @param which {@code mine}: claimed by me; otherwise all I may work on */
    @GetMapping("/tasks")
    List<TaskLine> list(@RequestParam(defaultValue = "all") String which) {
        var query = tasks.createTaskQuery().active().initializeFormKeys();
        if (which.equals("mine")) {
            query.taskAssignee(me().userId());
        }
        return query.orderByDueDate().asc().listPage(0, 500).stream()
                .map(t -> new TaskLine(t.getId(), t.getName(), variables.caseNumber(t.getId()), formOf(t.getFormKey()),
                        t.getAssignee(), moment(t.getCreateTime()),
                        t.getDueDate() == null ? null : EngineDates.dayOf(t.getDueDate())))
                .toList();
    }

    @ReadsCase(AuditSubject.TASK)
    @GetMapping("/tasks/{id}")
    FormContexts.Context context(@PathVariable String id) {
        Task task = visible(id);
        return contexts.of(task, formOf(task.getFormKey()), situation(task), draft(task));
    }

    @PostMapping("/tasks/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id) {
        Task task = visible(id);
        if (task.getAssignee() != null && !task.getAssignee().equals(me().userId())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "En kollega har redan tagit uppgiften.");
        }
        tasks.claim(id, me().userId());
    }

    @PostMapping("/tasks/{id}/form/check")
    Checked check(@PathVariable String id, @RequestBody JsonNode content) {
        Task task = visible(id);
        return new Checked(forms.read(forms.required(formOf(task.getFormKey())), content, situation(task)).faults()
                .list());
    }

    @PostMapping("/tasks/{id}/form")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody JsonNode content) {
        Task task = visible(id);
        if (!me().userId().equals(task.getAssignee())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Ta uppgiften innan du slutför den.");
        }
        var where = situation(task);
        refuseFaults(forms.read(forms.required(formOf(task.getFormKey())), content, where).faults());
        handIn.complete(id, content);
    }

    /** @param version of the draft that the writer has seen; without it whatever there is is written over */
    @PutMapping("/tasks/{id}/draft")
    SavedDraft keepDraft(@PathVariable String id, @RequestParam(required = false) Long version,
            @RequestBody JsonNode content) {
        visible(id);
        if (content.toString().length() > 200_000) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "Utkastet är för stort för att sparas.");
        }
        Draft kept = drafts.keep(id, me().userId(), content.toString(), version);
        return new SavedDraft(names.of(kept.author()), kept.savedAt(), kept.version());
    }

    @GetMapping("/forms/{name}/schema")
    JsonNode schema(@PathVariable String name) {
        Class<?> record = forms.intake(name).orElseThrow(TaskController::notFound).type();
        return me().counties().stream().findFirst().map(county -> schemas.of(record, forms.own(county, name)))
                .orElseGet(() -> schemas.of(record));
    }

    @GetMapping("/processes/{key}/form")
    FormContexts.Context startContext(@PathVariable String key) {
        StartForms.StartForm start = startForms.of(key);
        return contexts.ofStart(start.form(), start.where());
    }

    @PostMapping("/processes/{key}/form/check")
    Checked checkStart(@PathVariable String key, @RequestBody JsonNode content) {
        StartForms.StartForm start = startForms.of(key);
        return new Checked(forms.read(forms.required(start.form()), content, start.where()).faults().list());
    }

    @PostMapping("/processes/{key}/start")
    @ResponseStatus(HttpStatus.CREATED)
    Started start(@PathVariable String key, @RequestBody JsonNode content) {
        StartForms.StartForm start = startForms.of(key);
        refuseFaults(forms.read(forms.required(start.form()), content, start.where()).faults());
        var instance = handIn.start(start.definitionId(), content);
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /** The plan goes on from what was written at the meeting. */
    private Draft draft(Task task) {
        return drafts.of(task.getId()).or(() -> PLAN.equals(formOf(task.getFormKey()))
                ? drafts.of(Drafts.atMeeting(variables.caseNumber(task.getId()))) : java.util.Optional.empty())
                .orElse(null);
    }

    private void refuseFaults(Faults faults) {
        if (!faults.isEmpty()) {
            throw new FaultyFormException(faults);
        }
    }

    private Task visible(String id) {
        Task task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        if (task == null) {
            throw notFound();
        }
        boolean named = cases.find(variables.caseNumber(id)).map(c -> namedReaders.letsIn(me().userId(), c))
                .orElse(true);
        if (!named) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, EngineIntake.NOT_NAMED);
        }
        return task;
    }

    private FormSituation situation(Task task) {
        return new FormSituation(task.getTenantId(), task.getProcessDefinitionId().split(":")[0],
                task.getProcessDefinitionId(), variables.caseNumber(task.getId()), task.getId(), me(), LocalDate.now(clock),
                variables.readOnly(task.getId()));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    static String formOf(String formKey) {
        return formKey == null ? null : formKey.replaceFirst("^embedded:deployment:forms/", "").replaceFirst("\\.html$",
                "");
    }

    private static LocalDateTime moment(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), EngineDates.ZONE);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND,
                "Uppgiften finns inte, är redan slutförd eller hör till en annan enhet.");
    }
}
