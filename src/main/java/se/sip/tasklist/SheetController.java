package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.engine.TaskVariables;

/** Shows what a form will send, as it is filled in now. */
@RestController
@RequestMapping("/api")
class SheetController {

    private final TaskService tasks;
    private final StartForms startForms;
    private final Forms forms;
    private final Sheets sheets;
    private final StaffDirectory staff;
    private final TaskVariables variables;
    private final Clock clock;

    SheetController(TaskService tasks, StartForms startForms, Forms forms, Sheets sheets, StaffDirectory staff,
            TaskVariables variables, Clock clock) {
        this.tasks = tasks;
        this.startForms = startForms;
        this.forms = forms;
        this.sheets = sheets;
        this.staff = staff;
        this.variables = variables;
        this.clock = clock;
    }

    /** @param document whether a PDF can be asked for */
    record Line(String recipient, String what, String way, String why, Collection<String> clauses,
            boolean document) {
    }

    /** What is wrong stands in {@code faults}; then nothing is shown. */
    record Shown(List<Faults.Fault> faults, List<Line> sheets) {
    }

    @ReadsCase(AuditSubject.TASK)
    @PostMapping("/tasks/{id}/form/sheets")
    Shown all(@PathVariable String id, @RequestBody JsonNode content) {
        Task task = visible(id);
        return shown(form(task), content, situation(task));
    }

    @ReadsCase(AuditSubject.TASK)
    @PostMapping("/tasks/{id}/form/sheets/{number}")
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable int number, @RequestBody JsonNode content) {
        Task task = visible(id);
        return document(sheets.of(form(task), content, situation(task)), number);
    }

    @PostMapping("/processes/{key}/form/sheets")
    Shown allOfStart(@PathVariable String key, @RequestBody JsonNode content) {
        StartForms.StartForm start = startForms.of(key);
        return shown(start.form(), content, start.where());
    }

    @PostMapping("/processes/{key}/form/sheets/{number}")
    ResponseEntity<byte[]> oneOfStart(@PathVariable String key, @PathVariable int number,
            @RequestBody JsonNode content) {
        StartForms.StartForm start = startForms.of(key);
        return document(sheets.of(start.form(), content, start.where()), number);
    }

    private Shown shown(String form, JsonNode content, FormSituation where) {
        List<Faults.Fault> faults = forms.read(forms.required(form), content, where).faults().list();
        return new Shown(faults, faults.isEmpty() ? sheets.of(form, content, where).stream().map(s -> new Line(
                s.recipient(), s.what(), s.way(), s.why(), s.clauses(), s.document() != null)).toList() : List.of());
    }

    private static ResponseEntity<byte[]> document(List<FormSheets.Sheet> found, int number) {
        if (number < 0 || number >= found.size() || found.get(number).document() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(found.get(number).document().get());
    }

    private Task visible(String id) {
        Task task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
        if (task == null || task.getFormKey() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND,
                    "Uppgiften finns inte eller är inte din. Den kan ha slutförts av någon annan.");
        }
        return task;
    }

    private static String form(Task task) {
        return TaskController.formOf(task.getFormKey());
    }

    private FormSituation situation(Task task) {
        return new FormSituation(task.getTenantId(), task.getProcessDefinitionId().split(":")[0],
                task.getProcessDefinitionId(), variables.caseNumber(task.getId()), task.getId(), staff.current().orElseThrow(),
                LocalDate.now(clock), variables.readOnly(task.getId()));
    }
}
