package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Hands a checked form to the engine, the same way as Tasklist does: one transient Json variable. */
@Component
class FormHandIn {

    private static final int TRIES = 4;
    private final FormService engine;

    FormHandIn(FormService engine) {
        this.engine = engine;
    }

    void complete(String taskId, JsonNode content) {
        for (int attempt = 1;; attempt++) {
            try {
                engine.submitTaskForm(taskId, variables(content));
                return;
            } catch (OptimisticLockingException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    ProcessInstance start(String definitionId, JsonNode content) {
        return engine.submitStartForm(definitionId, variables(content));
    }

    private static VariableMap variables(JsonNode content) {
        return Variables.createVariables().putValueTyped(EngineIntake.FORM_VARIABLE,
                SpinValues.jsonValue(content.toString()).setTransient(true).create());
    }
}
