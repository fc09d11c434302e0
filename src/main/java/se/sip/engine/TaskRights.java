package se.sip.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Takes a task's rights back from whoever no longer has it, a unit that it was moved from included. The engine alone
 * only ever adds: somebody who put a task back, or moved to another unit, would go on seeing it.
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
            if (before != null && !before.equals(now) && !Objects.equals(before, task.getOwner())
                    && !isCandidate(task, before)) {
                getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(),
                        before);
            }
            return super.newTaskAssignee(task, before, now);
        }

        @Override
        public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String user, String type) {
            if (!Objects.equals(user, task.getAssignee())) {
                getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(),
                        user);
            }
            return super.deleteTaskUserIdentityLink(task, user, type);
        }

        @Override
        public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
            getAuthorizationManager().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), group);
            return super.deleteTaskGroupIdentityLink(task, group, type);
        }

        /** Somebody named puts a task back: it is still theirs to take. */
        private static boolean isCandidate(Task task, String user) {
            return ((TaskEntity) task).getCandidates().stream().anyMatch(link -> user.equals(link.getUserId()));
        }
    }
}
