package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.engine.TaskVariables;

/** Works a task as whoever is logged in would in a browser: opens the form with what is known, hands it in. */
@Service
public class StaffWork {

    /** Content {@code {each: ...}} is filled into every row the form opens with. */
    private static final String EVERY_ROW = "each";
    private static final StaffMember NOBODY = new StaffMember("systemet", Set.of(), Set.of());

    private final Forms forms;
    private final Sheets sheets;
    private final FormHandIn handIn;
    private final TaskService tasks;
    private final TaskVariables variables;
    private final StaffDirectory staff;
    private final Clock clock;

    StaffWork(Forms forms, Sheets sheets, FormHandIn handIn, TaskService tasks, TaskVariables variables, StaffDirectory staff,
            Clock clock) {
        this.forms = forms;
        this.sheets = sheets;
        this.handIn = handIn;
        this.tasks = tasks;
        this.variables = variables;
        this.staff = staff;
        this.clock = clock;
    }

    /** Starts a process by its form; the answer is the case number. */
    public String start(String processDefinitionId, JsonNode content) {
        return handIn.start(processDefinitionId, content).getBusinessKey();
    }

    /** What the form of a task shows when it opens. */
    public JsonNode known(Task task, String form) {
        return forms.known(forms.required(form), situation(task));
    }

    /** What the form, as it opened with the content filled in over it, shows that it will send. */
    public List<FormSheets.Sheet> sheetsOver(Task task, String form, JsonNode content) {
        return sheets.of(form, laidOver(known(task, form), content), situation(task));
    }

    private FormSituation situation(Task task) {
        return new FormSituation(task.getTenantId(), task.getProcessDefinitionId().split(":")[0],
                task.getProcessDefinitionId(), variables.caseNumber(task.getId()), task.getId(), staff.current().orElse(NOBODY),
                LocalDate.now(clock), variables.readOnly(task.getId()));
    }

    /** Claims the task and hands its form in. */
    public void complete(Task task, JsonNode content) {
        tasks.claim(task.getId(), staff.current().orElse(NOBODY).userId());
        handIn.complete(task.getId(), content);
    }

    /** Claims the task and hands its form in as it opened, with the content filled in over it. */
    public void completeOver(Task task, String form, JsonNode content) {
        complete(task, laidOver(known(task, form), content));
    }

    /** What the form knows with the step's content over it; rows that are there keep the keys they came with. */
    private static JsonNode laidOver(JsonNode known, JsonNode content) {
        if (known instanceof ObjectNode below && content instanceof ObjectNode above) {
            ObjectNode merged = below.deepCopy();
            above.fields().forEachRemaining(field -> merged.set(field.getKey(), merged.has(field.getKey())
                    ? laidOver(merged.get(field.getKey()), field.getValue()) : field.getValue()));
            return merged;
        }
        if (known instanceof ArrayNode below && content.has(EVERY_ROW)) {
            var merged = below.arrayNode();
            below.forEach(row -> merged.add(laidOver(row, content.get(EVERY_ROW))));
            return merged;
        }
        if (known instanceof ArrayNode below && content instanceof ArrayNode above && !below.isEmpty()
                && below.get(0).isObject()) {
            var merged = below.arrayNode();
            for (int i = 0; i < Math.max(below.size(), above.size()); i++) {
                merged.add(i >= above.size() ? below.get(i)
                        : i >= below.size() ? above.get(i) : laidOver(below.get(i), above.get(i)));
            }
            return merged;
        }
        return content;
    }
}
