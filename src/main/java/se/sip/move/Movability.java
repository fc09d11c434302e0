package se.sip.move;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Whether a running process can be taken over to another version of its diagram: it must stand in nothing that changes. */
@Component
class Movability {

    private static final String BODY = "#multiInstanceBody";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    /** A published diagram never changes. */
    private final Map<String, Drawing> drawings = new ConcurrentHashMap<>();

    Movability(RepositoryService repository, RuntimeService runtime, ManagementService management) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
    }

    Drawing drawing(String definitionId) {
        return drawings.computeIfAbsent(definitionId, id -> Drawing.of(repository.getProcessModel(id)));
    }

    /** Why it cannot, in Swedish; empty where it can. The caller asks without the engine's checks. */
    List<String> hindrances(ProcessInstance instance, String targetDefinitionId) {
        Drawing now = drawing(instance.getProcessDefinitionId());
        Drawing next = drawing(targetDefinitionId);
        var standsIn = new LinkedHashSet<String>();
        collect(runtime.getActivityInstance(instance.getId()), standsIn);
        var why = new ArrayList<String>();
        standsIn.forEach(element -> judge(instance, element, now, next, why));
        return why;
    }

    private void judge(ProcessInstance instance, String element, Drawing now, Drawing next, List<String> why) {
        if (!next.has(element)) {
            why.add("Steget " + now.title(element) + " finns inte i den nya versionen.");
            return;
        }
        // The process itself: its version and texts may differ.
        boolean isProcess = instance.getProcessDefinitionId().startsWith(element + ":");
        if (!isProcess && !now.meaning(element).equals(next.meaning(element))) {
            why.add("Ärendet står mitt i " + now.title(element) + ", som ändras.");
        }
        for (String event : now.awaitedIn(element)) {
            if (!isAwaited(instance, event, now)) {
                continue;
            }
            if (!next.has(event)) {
                why.add("Ärendet väntar på " + now.title(event) + ", som inte finns i den nya versionen.");
            } else if (!now.meaning(event).equals(next.meaning(event))) {
                why.add("Ärendet väntar på " + now.title(event) + ", som ändras.");
            }
        }
    }

    /** A time that has passed is waited for no more. */
    private boolean isAwaited(ProcessInstance instance, String event, Drawing now) {
        return !now.isTimer(event) || management.createJobQuery().processInstanceId(instance.getId()).activityId(event)
                .count() > 0;
    }

    private static void collect(ActivityInstance at, Set<String> standsIn) {
        standsIn.add(at.getActivityId().contains(":") ? at.getActivityId().substring(0, at.getActivityId().indexOf(':'))
                : at.getActivityId().replace(BODY, ""));
        for (ActivityInstance inside : at.getChildActivityInstances()) {
            collect(inside, standsIn);
        }
        for (var between : at.getChildTransitionInstances()) {
            standsIn.add(between.getActivityId().replace(BODY, ""));
        }
    }
}
