package se.sip.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Attaches form intake, card values and whom tasks are offered to, to every diagram, so that none can leave them out. */
class GlobalListeners extends AbstractBpmnParseListener {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String FORM_PREFIX = "embedded:deployment:forms/";
    private static final String FORM_ENDING = ".html";

    private final ObjectProvider<EngineHooks> hooks;

    GlobalListeners(ObjectProvider<EngineHooks> hooks) {
        this.hooks = hooks;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Set<Expression> drawn = Set.copyOf(task.getCandidateGroupIdExpressions());
        task.getCandidateGroupIdExpressions().clear();
        task.addCandidateGroupIdExpression(
                new OfferedTo(drawn, (execution, groups) -> hooks.getObject().offer(execution, groups).groups()));
        task.addCandidateUserIdExpression(
                new OfferedTo(drawn, (execution, groups) -> hooks.getObject().offer(execution, groups).users()));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE,
                t -> hooks.getObject().created(t, OfferedTo.groups(drawn, t.getExecution())));
        String form = formOf(element);
        if (form != null) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> hooks.getObject().completed(t, form));
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        String form = formOf(element);
        if (form != null) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                    (ExecutionListener) e -> hooks.getObject().started(e, form));
        }
    }

    /** {@code samtycke} of {@code embedded:deployment:forms/samtycke.html}; null where there is no such key. */
    static String formOf(Element element) {
        return FormKeys.formName(element.attributeNS(
                new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA), "formKey"));
    }

    /** Reads form names out of form keys. */
    static final class FormKeys {

        private FormKeys() {
        }

        static String formName(String formKey) {
            if (formKey == null || !formKey.startsWith(FORM_PREFIX) || !formKey.endsWith(FORM_ENDING)) {
                return null;
            }
            return formKey.substring(FORM_PREFIX.length(), formKey.length() - FORM_ENDING.length());
        }
    }
}
