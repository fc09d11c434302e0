package se.sip.engine;

import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.base.AbstractInstant;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Evaluates expressions of diagrams and task filters, limited by the type of what they stand on: marked beans, plain
 * values, and named members of execution and task. Everything else is refused, so that a county's diagram cannot run
 * Java of its own.
 */
class DiagramExpressions extends SpringExpressionManager {

    private static final Set<String> OF_EXECUTION = Set.of("id", "processBusinessKey", "getProcessBusinessKey",
            "processInstanceId", "tenantId", "getTenantId");
    private static final Set<String> OF_TASK = Set.of("id", "tenantId");

    DiagramExpressions(ApplicationContext context) {
        super(context);
    }

    @Override
    protected ELResolver createElResolver() {
        var guarded = new CompositeELResolver();
        guarded.add(new Guard());
        guarded.add(super.createElResolver());
        return guarded;
    }

    private final class Guard extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            check(context, base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            check(context, base, method);
            return null;
        }

        private void check(ELContext context, Object base, Object member) {
            String name = String.valueOf(member);
            if (base == null) {
                // A process variable of the same name goes before a bean, as in the engine.
                var scope = (VariableScope) context.getContext(VariableScope.class);
                boolean isVariable = scope != null && scope.hasVariable(name);
                if (!isVariable && applicationContext.containsBean(name)
                        && !isCallable(applicationContext.getType(name))) {
                    throw refused("the bean '" + name + "'");
                }
                return;
            }
            if (name.equals("class") || name.equals("getClass")) {
                throw refused("'" + name + "'");
            }
            if (base instanceof DelegateExecution) {
                refuseUnless(OF_EXECUTION.contains(name), "execution." + name);
            } else if (base instanceof DelegateTask) {
                refuseUnless(OF_TASK.contains(name), "task." + name);
            } else {
                refuseUnless(isPlain(base) || isCallable(base.getClass()), name + " of "
                        + base.getClass().getSimpleName());
            }
        }

        private static boolean isPlain(Object base) {
            return base instanceof String || base instanceof Number || base instanceof Boolean
                    || base instanceof Date || base instanceof Collection || base instanceof Map
                    || base instanceof AbstractInstant;
        }

        private static boolean isCallable(Class<?> type) {
            return type != null && AnnotationUtils.findAnnotation(type, CallableFromDiagram.class) != null;
        }

        private static void refuseUnless(boolean allowed, String what) {
            if (!allowed) {
                throw refused(what);
            }
        }

        private static ProcessEngineException refused(String what) {
            return new ProcessEngineException("An expression in a diagram may not use " + what
                    + ". Allowed are beans marked @CallableFromDiagram, plain values and a few members of execution.");
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw refused("an assignment");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        @Override
        public Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }
    }
}
