package se.sip.decision;

import io.micrometer.core.instrument.Metrics;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Codes;
import se.sip.engine.CaseProcesses;
import se.sip.engine.DecisionHits;
import se.sip.engine.EngineAuthority;
import se.sip.engine.RunningVersion;
import se.sip.engine.UncoveredInputException;
import se.sip.ownfield.OwnAnswers;

/**
 * Evaluates a county's decision tables. Inputs go to the table and nowhere else; an input that no row covers is an
 * error that names the table.
 */
@Service
public class DecisionTables {

    /**
     * Tables that are asked about a case besides those that a diagram names; they can read what the county asks of its
     * own. The others are asked before there is a case, or for the county as a whole.
     */
    public static final Set<String> ASKED_OF_A_CASE = Set.of("kartlaggning", "mottagare", "huvudansvarig",
            "dokumentkanal", "kopior", "dagordning", "motesledning", "avslutsskal", "parter");
    private static final int MOST_ANSWERS = 2000;
    private static final String OWN = "\\b%s\\.([A-Za-z]\\w*)";

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final DecisionHits hits;
    private final EngineAuthority engine;
    private final OwnAnswers own;
    private final RunningVersion version;
    private final CaseProcesses processes;
    private final Map<String, Set<String>> ownByDefinition = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Ground>> groundsByDefinition = new ConcurrentHashMap<>();

    /**
     * Answers of late, by table version and inputs. A table is a function of its inputs, and its engine builds all of
     * FEEL anew for each cell: the table of deadlines alone has thirty rows. Inputs are codes and yes or no; nothing in
     * them says whose they are.
     */
    private final Map<Question, DecisionAnswer> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, DecisionAnswer> eldest) {
            return size() > MOST_ANSWERS;
        }
    });

    private record Question(String definitionId, Map<String, Object> inputs) {
    }

    private record Ground(Codes clauses, String why) {
    }

    DecisionTables(@Lazy RepositoryService repository, @Lazy DecisionService decisions, DecisionHits hits,
            EngineAuthority engine, OwnAnswers own, RunningVersion version, @Lazy CaseProcesses processes) {
        this.repository = repository;
        this.decisions = decisions;
        this.hits = hits;
        this.engine = engine;
        this.own = own;
        this.version = version;
        this.processes = processes;
    }

    /**
     * @param processDefinitionId the running process, whose own set of tables is used; null for that of the process at
     *     work, and where none is, the latest set
     * @throws UncoveredInputException where no row covers the inputs and the table may not be empty
     * @throws IllegalStateException where the county has no such table
     */
    public DecisionAnswer evaluate(String county, String processDefinitionId, String table,
            Map<String, Object> inputs) {
        return evaluateFor(null, county, processDefinitionId, table, inputs);
    }

    /** As {@link #evaluateFor(String, String, String, String, Map)}, by the set of the version that the case is on. */
    public DecisionAnswer evaluate(CaseFile caseFile, String table, Map<String, Object> inputs) {
        String definition = version.definition() == null ? processes.definitionOf(caseFile.number()) : version.definition();
        return version.within(definition, () -> evaluateFor(caseFile.number(), caseFile.county(), null, table, inputs));
    }

    /**
     * As {@link #evaluate(String, String, String, Map)}, with the case's answers to the county's own questions where the
     * table reads them.
     */
    public DecisionAnswer evaluateFor(String caseNumber, String county, String processDefinitionId, String table,
            Map<String, Object> inputs) {
        DecisionDefinition definition = definition(county, processDefinitionId, table);
        var all = new HashMap<>(inputs);
        all.putAll(own.inputs(county, caseNumber, ownFields(definition.getId(), county)));
        var question = new Question(definition.getId(), all);
        DecisionAnswer answer = answers.get(question);
        if (answer == null) {
            answer = Metrics.timer("sip.decision", "table", table).record(() -> ask(definition, question));
            answers.put(question, answer);
        }
        return answer;
    }

    /** Whether the county has published the table. */
    public boolean has(String county, String table) {
        return engine.unchecked(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .tenantIdIn(county).latestVersion().count()) > 0;
    }

    private DecisionAnswer ask(DecisionDefinition definition, Question question) {
        var grounds = groundsByDefinition.computeIfAbsent(definition.getId(), this::grounds);
        var result = evaluate(definition, question);
        var hit = hits.take().stream().map(grounds::get).toList();
        return new DecisionAnswer(definition.getKey(), definition.getVersion(),
                result.stream().map(row -> row.getEntryMap()).toList(),
                Codes.of(hit.stream().flatMap(g -> g.clauses().values().stream()).toList()),
                hit.stream().map(Ground::why).distinct().collect(Collectors.joining(" ")));
    }

    /** The engine wraps what its listeners throw; the named error stands below. */
    private DmnDecisionTableResult evaluate(DecisionDefinition definition, Question question) {
        try {
            return engine.unchecked(() -> decisions.evaluateDecisionTableById(definition.getId())
                    .variables(question.inputs()).evaluate());
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof UncoveredInputException uncovered) {
                    throw uncovered;
                }
            }
            throw wrapped;
        }
    }

    private DecisionDefinition definition(String county, String processDefinitionId, String table) {
        String wanted = processDefinitionId == null ? version.definition() : processDefinitionId;
        DecisionDefinition found = wanted == null ? null : ofVersion(county, wanted, table);
        // A table that came with the product after the case's version was published is asked in the latest set.
        if (found == null && processDefinitionId == null) {
            found = engine.unchecked(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                    .tenantIdIn(county).latestVersion().singleResult());
        }
        if (found == null) {
            throw new IllegalStateException("County " + county + " has no decision table " + table);
        }
        return found;
    }

    private DecisionDefinition ofVersion(String county, String processDefinitionId, String table) {
        return engine.unchecked(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .tenantIdIn(county).deploymentId(repository.getProcessDefinition(processDefinitionId).getDeploymentId())
                .singleResult());
    }

    /** The county's own questions that a table asks for, written {@code jamtland.skolform}. */
    private Set<String> ownFields(String definitionId, String county) {
        return ownByDefinition.computeIfAbsent(definitionId, id -> {
            Pattern named = Pattern.compile(OWN.formatted(Pattern.quote(county)));
            var model = engine.unchecked(() -> repository.getDmnModelInstance(id));
            return model.getModelElementsByType(InputExpression.class).stream()
                    .flatMap(e -> named.matcher(e.getText() == null ? "" : e.getText().getTextContent()).results())
                    .map(found -> found.group(1)).collect(Collectors.toSet());
        });
    }

    /** Each row's annotation reads {@code VGB-05, VGU-85: one Swedish sentence}. */
    private Map<String, Ground> grounds(String definitionId) {
        var model = engine.unchecked(() -> repository.getDmnModelInstance(definitionId));
        return model.getModelElementsByType(Rule.class).stream().collect(Collectors.toMap(Rule::getId, rule -> {
            String annotation = rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
            int colon = annotation.indexOf(": ");
            return colon < 0 ? new Ground(new Codes(Set.of()), annotation)
                    : new Ground(Codes.parse(annotation.substring(0, colon)), annotation.substring(colon + 2));
        }));
    }
}
