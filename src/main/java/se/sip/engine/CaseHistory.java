package se.sip.engine;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What the engine still knows of a case's ended processes. It goes only when the case's records go. */
@Service
public class CaseHistory {

    private final HistoryService history;
    private final EngineAuthority engine;

    CaseHistory(@Lazy HistoryService history, EngineAuthority engine) {
        this.history = history;
        this.engine = engine;
    }

    /** Ids of all tasks that the case has had. */
    public List<String> tasks(String caseNumber) {
        return engine.unchecked(() -> history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(caseNumber).list().stream().map(HistoricTaskInstance::getId).toList());
    }

    /** Takes all of it away. Nothing happens where nothing is left; an error where a process of the case still runs. */
    public void remove(String caseNumber) {
        List<String> ended = engine.unchecked(() -> history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber).list().stream().map(HistoricProcessInstance::getId).toList());
        if (!ended.isEmpty()) {
            engine.unchecked(() -> {
                history.deleteHistoricProcessInstances(ended);
                return null;
            });
        }
    }
}
