package se.sip.protection;

import org.springframework.data.annotation.Id;

/**
 * A task of a case with protected identity.
 *
 * @param groupId the group it would have been offered to
 */
record NamedTask(@Id Long id, String caseNumber, String taskId, String groupId) {

    NamedTask of(String group) {
        return new NamedTask(id, caseNumber, taskId, group);
    }
}
