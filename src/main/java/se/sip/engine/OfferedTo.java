package se.sip.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Stands in place of a task's candidates in the diagram: the groups drawn there are asked of the field, which may put
 * named persons in their place. Decided before the task is, so that no right is given and taken back.
 */
class OfferedTo implements Expression {

    private final Set<Expression> drawn;
    private final OfferRule rule;

    /** Answers whom a task of an execution is offered to, of one kind. */
    interface OfferRule {
        Set<String> of(DelegateExecution execution, Set<String> groups);
    }

    OfferedTo(Set<Expression> drawn, OfferRule rule) {
        this.drawn = drawn;
        this.rule = rule;
    }

    /** The groups that the expressions of a diagram name. */
    static Set<String> groups(Collection<Expression> drawn, VariableScope scope) {
        var groups = new LinkedHashSet<String>();
        for (Expression expression : drawn) {
            Object value = expression.getValue(scope);
            if (value instanceof Collection<?> several) {
                several.forEach(one -> groups.add(String.valueOf(one)));
            } else if (value != null) {
                Arrays.stream(String.valueOf(value).split(",")).map(String::strip).filter(g -> !g.isEmpty())
                        .forEach(groups::add);
            }
        }
        return groups;
    }

    @Override
    public Object getValue(VariableScope scope) {
        return rule.of((DelegateExecution) scope, groups(drawn, scope));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getExpressionText() {
        return drawn.stream().map(Expression::getExpressionText).reduce("", (a, b) -> a.isEmpty() ? b : a + "," + b);
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
