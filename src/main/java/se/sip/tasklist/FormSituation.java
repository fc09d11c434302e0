package se.sip.tasklist;

import java.time.LocalDate;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.engine.CaseVariables;

/**
 * Where a form is handed in: by whom, in which case, at which task. At a start there is no case and no task yet.
 *
 * @param processDefinitionId whose version of the county's files holds; null where no diagram stands behind the form
 * @param today the product's day, Europe/Stockholm
 * @param variables the process variables the form may read and set
 */
public record FormSituation(
        String county, String processKey, String processDefinitionId, String caseNumber, String taskId,
        StaffMember staff, LocalDate today, CaseVariables variables) {

    /** A form that no diagram's version stands behind. */
    public FormSituation(String county, String processKey, String caseNumber, String taskId, StaffMember staff,
            LocalDate today, CaseVariables variables) {
        this(county, processKey, null, caseNumber, taskId, staff, today, variables);
    }

    public boolean isStart() {
        return taskId == null;
    }
}
