package se.sip.tasklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.springframework.stereotype.Component;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;
import se.sip.casefile.ToldGuardians;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.engine.EngineAuthority;
import se.sip.engine.EngineDates;
import se.sip.protection.SpecialInformation;

/** Gathers what a form shows when it opens, for somebody who may work on the task. */
@Component
class FormContexts {

    private final CaseFiles cases;
    private final DecisionRecords decisions;
    private final Disclosures disclosures;
    private final SpecialInformation specialInformation;
    private final RepositoryService repository;
    private final EngineAuthority engine;
    private final Forms forms;
    private final StaffNames names;
    private final ToldGuardians told;

    FormContexts(CaseFiles cases, DecisionRecords decisions, Disclosures disclosures,
            SpecialInformation specialInformation, RepositoryService repository, EngineAuthority engine, Forms forms,
            StaffNames names, ToldGuardians told) {
        this.cases = cases;
        this.decisions = decisions;
        this.disclosures = disclosures;
        this.specialInformation = specialInformation;
        this.repository = repository;
        this.engine = engine;
        this.forms = forms;
        this.names = names;
        this.told = told;
    }

    /**
     * Everything a form needs in one call.
     *
     * @param adult whether the form speaks of an adult; null where there is no case yet
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Context(TaskHead task, @com.fasterxml.jackson.annotation.JsonProperty("case") CaseHead caseHead,
            List<DecisionHead> decisions, JsonNode model, Map<String, Object> choices, DraftHead draft,
            LocalDate today, Boolean adult) {
    }

    record TaskHead(String id, String name, LocalDate due, String form, String documentation, String assignee,
            boolean mine) {
    }

    /** Whom the case concerns; only the number where content has not been disclosed to the reader's unit. */
    record CaseHead(String number, String person, String idNumber, Integer age, String phase, LocalDate discoveredOn,
            LocalDate meetingDue, String interpreter, String adaptations, String protection,
            List<GuardianHead> guardians) {
    }

    /** @param limit what the guardian does not get, and why; null where nothing stands in the way */
    record GuardianHead(String name, String limit) {
    }

    record DecisionHead(String table, String outcome, String why, Collection<String> clauses, LocalDateTime at) {
    }

    record DraftHead(String author, LocalDateTime savedAt, long version, JsonNode content) {
    }

    Context of(Task task, String form, FormSituation where, Draft draft) {
        CaseFile caseFile = where.caseNumber() == null ? null : cases.find(where.caseNumber()).orElse(null);
        boolean readable = caseFile != null && disclosures.mayRead(where.staff(), caseFile);
        boolean mine = where.staff().userId().equals(task.getAssignee());
        var head = new TaskHead(task.getId(), task.getName(),
                task.getDueDate() == null ? null : EngineDates.dayOf(task.getDueDate()), form, documentation(task),
                task.getAssignee(), mine);
        FormIntake<?> intake = form == null ? null : forms.intake(form).orElse(null);
        boolean special = readable && specialInformation.isFor(where.staff(), caseFile, mine);
        return new Context(head, caseFile == null ? null : head(caseFile, readable, special, where.today()),
                readable ? decisions.of(where.caseNumber()).stream().map(FormContexts::head).toList() : List.of(),
                intake == null ? forms.asJson(Map.of()) : forms.known(intake, where),
                intake == null ? Map.of() : forms.choices(intake, where), head(draft), where.today(),
                caseFile == null ? null : cases.personOf(caseFile).isAdultOn(where.today()));
    }

    /** A form of a case that has no task yet. Says nothing of whom the case concerns: others may look on. */
    Context ofCase(String form, FormSituation where, Draft draft) {
        FormIntake<?> intake = forms.required(form);
        return new Context(null, null, List.of(), forms.known(intake, where), forms.choices(intake, where),
                head(draft), where.today(),
                cases.personOf(cases.byNumber(where.caseNumber())).isAdultOn(where.today()));
    }

    Context ofStart(String form, FormSituation where) {
        FormIntake<?> intake = forms.required(form);
        return new Context(null, null, List.of(), forms.known(intake, where), forms.choices(intake, where), null,
                where.today(), null);
    }

    private CaseHead head(CaseFile caseFile, boolean readable, boolean special, LocalDate today) {
        if (!readable) {
            return new CaseHead(caseFile.number(), null, null, null, caseFile.phase().swedish(), null, null, null,
                    null, null, List.of());
        }
        Person person = cases.personOf(caseFile);
        return new CaseHead(caseFile.number(), person.name(), person.idNumber(), person.ageOn(today),
                caseFile.phase().swedish(), caseFile.discoveredOn(), caseFile.meetingDue(),
                special ? person.interpreterLanguage() : null, person.adaptations(),
                special && person.isProtected() ? person.protection().name() : null,
                person.isAdultOn(today) ? List.of()
                        : cases.guardiansOf(caseFile).stream().map(g -> head(caseFile, g)).toList());
    }

    private GuardianHead head(CaseFile caseFile, Guardian guardian) {
        return new GuardianHead(guardian.name(), told.limit(caseFile, guardian).orElse(null));
    }

    private static DecisionHead head(DecisionRecord d) {
        return new DecisionHead(d.tableKey(), d.outcome(), d.why(), d.clauses().values(), d.decidedAt());
    }

    DraftHead head(Draft draft) {
        try {
            return draft == null ? null
                    : new DraftHead(names.of(draft.author()), draft.savedAt(), draft.version(), forms.parse(draft.content()));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private String documentation(Task task) {
        return engine.unchecked(() -> {
            var model = repository.getBpmnModelInstance(task.getProcessDefinitionId());
            org.camunda.bpm.model.bpmn.instance.UserTask element =
                    model.getModelElementById(task.getTaskDefinitionKey());
            return element.getDocumentations().stream().map(Documentation::getTextContent).findFirst().orElse(null);
        });
    }
}
