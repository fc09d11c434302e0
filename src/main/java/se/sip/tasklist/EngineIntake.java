package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineDates;
import se.sip.engine.EngineHooks;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;

/**
 * Where the engine hands over to the field: a form that starts a process or completes a task becomes a typed, checked
 * record in the engine's own transaction, and every new task gets the values its card shows.
 */
@Component
class EngineIntake implements EngineHooks {

    /** The one variable a form may bring; transient, so the engine keeps nothing of it. */
    static final String FORM_VARIABLE = "form";
    private static final StaffMember SYSTEM = new StaffMember("systemet", Set.of(), Set.of());

    private final Forms forms;
    private final CaseFiles cases;
    private final Drafts drafts;
    private final StaffDirectory staff;
    private final Clock clock;

    EngineIntake(Forms forms, CaseFiles cases, Drafts drafts, StaffDirectory staff, Clock clock) {
        this.forms = forms;
        this.cases = cases;
        this.drafts = drafts;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void started(DelegateExecution execution, String form) {
        if (EngineVariables.isCalled(execution)) {
            return;
        }
        CaseVariables variables = EngineVariables.of(execution);
        var where = new FormSituation(execution.getTenantId(), EngineVariables.processKey(execution), null, null,
                staff.current().orElse(SYSTEM), LocalDate.now(clock), variables);
        forms.take(forms.required(form), content(execution.getVariable(FORM_VARIABLE)), where);
        variables.set(ProcessVariable.COUNTY, execution.getTenantId());
    }

    @Override
    public void created(DelegateTask task) {
        String number = task.getExecution().getProcessBusinessKey();
        if (number == null) {
            return;
        }
        String phase = cases.find(number).map(CaseFile::phase).map(p -> p.swedish()).orElse("");
        String date = task.getDueDate() == null ? "" : EngineDates.dayOf(task.getDueDate()).toString();
        EngineVariables.showOnCard(task, Map.of("caseNumber", number, "phase", phase, "date", date));
    }

    @Override
    public void completed(DelegateTask task, String form) {
        var where = new FormSituation(task.getTenantId(), EngineVariables.processKey(task.getExecution()),
                task.getExecution().getProcessBusinessKey(), task.getId(), staff.current().orElse(SYSTEM),
                LocalDate.now(clock), EngineVariables.of(task));
        forms.take(forms.required(form), content(task.getVariable(FORM_VARIABLE)), where);
        drafts.discard(task.getId());
        if (form.equals("plan")) {
            drafts.discard(Drafts.atMeeting(task.getExecution().getProcessBusinessKey()));
        }
    }

    private JsonNode content(Object variable) {
        if (!(variable instanceof SpinJsonNode node)) {
            return null;
        }
        try {
            return forms.parse(node.toString());
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
