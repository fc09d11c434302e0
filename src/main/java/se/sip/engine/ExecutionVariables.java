package se.sip.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Variables of a running execution or task, limited to the closed list. */
public final class ExecutionVariables implements CaseVariables {

    private final VariableScope scope;
    private final DelegateExecution execution;

    private ExecutionVariables(VariableScope scope, DelegateExecution execution) {
        this.scope = scope;
        this.execution = execution;
    }

    public static ExecutionVariables of(DelegateExecution execution) {
        return new ExecutionVariables(execution, execution);
    }

    static ExecutionVariables of(VariableScope scope, DelegateExecution execution) {
        return new ExecutionVariables(scope, execution);
    }

    /** The case number of an execution: its business key, handed down through call activities. */
    public String caseNumber() {
        return execution.getProcessBusinessKey();
    }

    @Override
    public Object get(ProcessVariable variable) {
        return scope.getVariable(variable.id());
    }

    @Override
    public void set(ProcessVariable variable, Object value) {
        checkType(variable, value);
        scope.setVariable(variable.id(), value);
    }

    @Override
    public void setCaseNumber(String number) {
        execution.setProcessBusinessKey(number);
        set(ProcessVariable.CASE_NUMBER, number);
    }

    static void checkType(ProcessVariable variable, Object value) {
        if (value != null && !variable.type().isInstance(value)) {
            throw new IllegalArgumentException("Process variable " + variable.id() + " takes "
                    + variable.type().getSimpleName() + ", not " + value.getClass().getSimpleName());
        }
    }
}
