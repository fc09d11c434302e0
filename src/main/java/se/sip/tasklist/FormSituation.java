package se.sip.tasklist;

import java.time.LocalDate;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.engine.CaseVariables;

/**
 * Where a form is handed in: by whom, in which case, at which task. At a start there is no case and no task yet.
 *
 * @param today the product's day, Europe/Stockholm
 * @param variables the process variables the form may read and set
 */
public record FormSituation(
        String county, String processKey, String caseNumber, String taskId, StaffMember staff, LocalDate today,
        CaseVariables variables) {

    public boolean isStart() {
        return taskId == null;
    }
}
