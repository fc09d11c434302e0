package se.sip.tasklist;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.engine.TaskVariables;

/** The forms that start a process, for whoever is logged in. */
@Component
class StartForms {

    private final RepositoryService repository;
    private final FormService formService;
    private final TaskVariables variables;
    private final StaffDirectory staff;
    private final Clock clock;

    StartForms(RepositoryService repository, FormService formService, TaskVariables variables, StaffDirectory staff,
            Clock clock) {
        this.repository = repository;
        this.formService = formService;
        this.variables = variables;
        this.staff = staff;
        this.clock = clock;
    }

    /** A process that can be started, the name of its form, and who starts it when. */
    record StartForm(String definitionId, String form, FormSituation where) {
    }

    /**
     * @param key of a process, or the id of a definition: who works in two counties says which county's is meant
     * @throws ResponseStatusException where there is none that the caller may start
     */
    StartForm of(String key) {
        var query = repository.createProcessDefinitionQuery().active().startableInTasklist();
        query = key.contains(":") ? query.processDefinitionId(key) : query.processDefinitionKey(key).latestVersion();
        ProcessDefinition definition = query.list().stream().findFirst().orElseThrow(TaskController::notFound);
        StaffMember me = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return new StartForm(definition.getId(), TaskController.formOf(formService.getStartFormKey(definition.getId())),
                new FormSituation(definition.getTenantId(), definition.getKey(), definition.getId(), null, null, me, LocalDate.now(clock),
                        variables.none()));
    }
}
