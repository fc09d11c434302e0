package se.sip.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import se.sip.engine.TaskVariables;

/** The forms of tasks as pages outside Tasklist show them: the deployed file, without its line of script. */
@Component
public class TaskForms {

    private final TaskService tasks;
    private final FormService forms;
    private final TaskVariables variables;

    TaskForms(TaskService tasks, FormService forms, TaskVariables variables) {
        this.tasks = tasks;
        this.forms = forms;
        this.variables = variables;
    }

    /**
     * A task with its form.
     *
     * @param form the file's name without folder and ending
     * @param markup the form element; checked when it was published
     */
    public record TaskForm(String taskId, String name, String form, String markup) {
    }

    /** The task of the case, where whoever is logged in may work on it; empty where it is done or another's. */
    public Optional<TaskForm> of(String caseNumber, String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult())
                .filter(t -> caseNumber.equals(variables.caseNumber(t.getId())))
                .map(t -> new TaskForm(t.getId(), t.getName(), formOf(t), markup(t)));
    }

    /** The open task of the case with the form, where whoever is logged in may work on it. */
    public Optional<String> open(String caseNumber, String form) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).active().initializeFormKeys().list()
                .stream().filter(t -> form.equals(formOf(t))).map(Task::getId).findFirst();
    }

    private static String formOf(Task task) {
        return task.getFormKey() == null ? ""
                : task.getFormKey().replaceFirst("^embedded:deployment:forms/", "").replaceFirst("\\.html$", "");
    }

    private String markup(Task task) {
        try (InputStream file = forms.getDeployedTaskForm(task.getId())) {
            return withoutScript(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String withoutScript(String file) {
        Document page = Jsoup.parseBodyFragment(file);
        page.outputSettings().prettyPrint(false);
        page.select("script").remove();
        return page.select("form").outerHtml();
    }
}
