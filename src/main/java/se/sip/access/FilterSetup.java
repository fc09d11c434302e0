package se.sip.access;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the four lists of Tasklist at every start. They hold what the user may see anyway: the engine's authorisation
 * limits each to the user's own tasks and those of their units.
 */
@Component
class FilterSetup implements SmartInitializingSingleton {

    /** Shown on every card; set on each task when it is created. */
    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", "caseNumber", "label", "Ärende"),
            Map.of("name", "phase", "label", "Fas"),
            Map.of("name", "date", "label", "Datum"));

    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identity;

    FilterSetup(FilterService filters, TaskService tasks, IdentityService identity) {
        this.filters = filters;
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public void afterSingletonsInstantiated() {
        identity.clearAuthentication();
        make(1, "Mina uppgifter", "Uppgifter som du har tagit", tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}"));
        make(2, "Enhetens uppgifter", "Alla uppgifter hos dina enheter, tagna och lediga, och de där "
                + "du är namngiven", tasks.createTaskQuery()
                .taskCandidateUserExpression("${currentUser()}").includeAssignedTasks());
        make(3, "Förfaller inom tre dagar", "Sista dag i dag eller någon av de tre följande dagarna",
                tasks.createTaskQuery()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().plusDays(4).withTimeAtStartOfDay()}"));
        make(4, "Försenade", "Sista dagen har gått", tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    }

    private void make(int order, String name, String description, TaskQuery query) {
        var existing = filters.createFilterQuery().filterName(name).singleResult();
        var filter = existing == null ? filters.newTaskFilter(name) : existing;
        filter.setQuery(query.active());
        filter.setProperties(Map.of(
                "description", description,
                "priority", order * 10,
                "color", "#1a4e8a",
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", CARD));
        filters.saveFilter(filter);
    }
}
