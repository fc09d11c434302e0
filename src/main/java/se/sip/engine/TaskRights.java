package se.sip.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Takes a task's rights back from whoever no longer has it. The engine alone only ever adds: somebody who put a task
 * back, or moved to another unit, would go on seeing it.
 */
@Component
class TaskRights extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new RevokingProvider());
    }

    private static final class RevokingProvider extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
            if (before != null && !before.equals(now) && !Objects.equals(before, task.getOwner())) {
                getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(),
                        before);
            }
            return super.newTaskAssignee(task, before, now);
        }
    }
}
