package se.sip.monitoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineAuthority;

/** What a step is called in its diagram. A published diagram never changes, so each is read once. */
@Component
class StepNames {

    private static final int MOST = 20_000;

    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final EngineAuthority engine;

    StepNames(RepositoryService repository, EngineAuthority engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** The step's name, else the id it has; what belongs to no diagram is a step of the system. */
    String of(String definitionId, String activityId) {
        if (definitionId == null || activityId == null) {
            return "Systemets eget steg";
        }
        if (names.size() > MOST) {
            names.clear();
        }
        return names.computeIfAbsent(definitionId + "/" + activityId, k -> engine.unchecked(() -> {
            String id = activityId.replaceFirst("#multiInstanceBody$", "");
            return repository.getBpmnModelInstance(definitionId).getModelElementById(id) instanceof FlowElement step
                    && step.getName() != null && !step.getName().isBlank() ? step.getName() : id;
        }));
    }
}
