package se.sip.decision;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.ExecutionVariables;

/** Behind every business rule task: {@code ${beslut}} with the table's id in the property {@code tabell}. */
@Component("beslut")
@CallableFromDiagram
class DecideDelegate implements JavaDelegate {

    private final DecisionTables tables;
    private final Map<String, DecisionInputs> inputsByTable;

    DecideDelegate(DecisionTables tables, List<DecisionInputs> inputs) {
        this.tables = tables;
        this.inputsByTable = inputs.stream().collect(Collectors.toMap(DecisionInputs::table, Function.identity()));
    }

    @Override
    public void execute(DelegateExecution execution) {
        String table = table(execution);
        DecisionInputs gatherer = inputsByTable.get(table);
        if (gatherer == null) {
            throw new IllegalStateException("Business rule task '" + execution.getCurrentActivityId()
                    + "' names the table '" + table + "', for which no inputs are gathered");
        }
        var where = new DecisionSituation(execution.getProcessBusinessKey(), execution.getTenantId(),
                ExecutionVariables.of(execution));
        gatherer.decided(tables.evaluateFor(where.caseNumber(), where.county(),
                execution.getProcessDefinitionId(), table, gatherer.inputs(where)), where);
    }

    private static String table(DelegateExecution execution) {
        var extensions = execution.getBpmnModelElementInstance().getExtensionElements();
        return extensions == null ? null
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(p -> p.getCamundaProperties().stream())
                        .filter(p -> p.getCamundaName().equals("tabell")).map(CamundaProperty::getCamundaValue)
                        .findFirst().orElse(null);
    }
}
