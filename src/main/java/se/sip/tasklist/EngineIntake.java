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
import se.sip.casefile.NamedReaders;
import se.sip.engine.CaseProcesses.Offer;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineDates;
import se.sip.engine.EngineHooks;
import se.sip.engine.EngineVariables;
import se.sip.engine.ProcessVariable;
import se.sip.protection.NamedTasks;

/**
 * Where the engine hands over to the field: a form that starts a process or completes a task becomes a typed, checked
 * record in the engine's own transaction, and every new task gets the values its card shows.
 */
@Component
class EngineIntake implements EngineHooks {

    /** The one variable a form may bring; transient, so the engine keeps nothing of it. */
    static final String FORM_VARIABLE = "form";
    /** Shown to a manager who opens or hands in a task of a case where they are not named. */
    static final String NOT_NAMED = "Personuppgifterna är skyddade. Namnge först vem som ska arbeta med ärendet, på sidan "
            + "Namngivna handläggare.";
    private static final StaffMember SYSTEM = new StaffMember("systemet", Set.of(), Set.of());

    private final Forms forms;
    private final CaseFiles cases;
    private final OwnQuestions own;
    private final Drafts drafts;
    private final NamedTasks namedTasks;
    private final NamedReaders namedReaders;
    private final StaffDirectory staff;
    private final Clock clock;

    EngineIntake(Forms forms, CaseFiles cases, OwnQuestions own, Drafts drafts, NamedTasks namedTasks,
            NamedReaders namedReaders, StaffDirectory staff, Clock clock) {
        this.forms = forms;
        this.cases = cases;
        this.own = own;
        this.drafts = drafts;
        this.namedTasks = namedTasks;
        this.namedReaders = namedReaders;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void started(DelegateExecution execution, String form) {
        if (EngineVariables.isCalled(execution)) {
            return;
        }
        CaseVariables variables = EngineVariables.of(execution);
        var where = new FormSituation(execution.getTenantId(), EngineVariables.processKey(execution),
                execution.getProcessDefinitionId(), null, null, staff.current().orElse(SYSTEM), LocalDate.now(clock), variables);
        JsonNode content = content(execution.getVariable(FORM_VARIABLE));
        forms.take(forms.required(form), content, where);
        own.keep(form, content, where, execution.getProcessBusinessKey());
        variables.set(ProcessVariable.COUNTY, execution.getTenantId());
    }

    @Override
    public Offer offer(DelegateExecution execution, Set<String> groups) {
        String number = execution.getProcessBusinessKey();
        return number == null ? new Offer(groups, Set.of())
                : cases.find(number).map(caseFile -> namedTasks.offer(caseFile, groups))
                        .orElse(new Offer(groups, Set.of()));
    }

    @Override
    public void created(DelegateTask task, Set<String> groups) {
        String number = task.getExecution().getProcessBusinessKey();
        if (number == null) {
            return;
        }
        cases.find(number).ifPresent(caseFile -> namedTasks.created(task.getId(), groups, caseFile));
        String phase = cases.find(number).map(CaseFile::phase).map(p -> p.swedish()).orElse("");
        String date = task.getDueDate() == null ? "" : EngineDates.dayOf(task.getDueDate()).toString();
        EngineVariables.showOnCard(task, Map.of("caseNumber", number, "phase", phase, "date", date));
    }

    @Override
    public void completed(DelegateTask task, String form) {
        var where = new FormSituation(task.getTenantId(), EngineVariables.processKey(task.getExecution()),
                task.getProcessDefinitionId(), task.getExecution().getProcessBusinessKey(), task.getId(), staff.current().orElse(SYSTEM),
                LocalDate.now(clock), EngineVariables.of(task));
        onlyThoseNamed(where);
        forms.take(forms.required(form), content(task.getVariable(FORM_VARIABLE)), where);
        drafts.discard(task.getId());
        if (form.equals("plan")) {
            drafts.discard(Drafts.atMeeting(task.getExecution().getProcessBusinessKey()));
        }
    }

    /** A manager who has been offered the task names somebody first. */
    private void onlyThoseNamed(FormSituation where) {
        boolean named = where.staff().equals(SYSTEM) || where.caseNumber() == null || cases.find(where.caseNumber())
                .map(c -> namedReaders.letsIn(where.staff().userId(), c)).orElse(true);
        if (!named) {
            throw new FaultyFormException(new Faults().add("", NOT_NAMED));
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
