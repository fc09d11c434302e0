package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import se.sip.decision.DecisionInputs;
import se.sip.engine.CallableFromDiagram;
import se.sip.tasklist.FormIntake;
import se.sip.testing.SipTest;

/**
 * The templates in {@code .camunda/element-templates} are what the code makes of itself. After a change of a step, form,
 * table or version: run with {@code -Dsip.templates.write=true} and read the diff.
 */
@SipTest
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of(".camunda/element-templates");
    private static final String DECIDES = "beslut";

    @Autowired
    ApplicationContext beans;
    @Autowired
    List<DecisionInputs> inputs;
    @Autowired
    List<FormIntake<?>> intakes;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, JsonNode> made = new LinkedHashMap<>();
    private Map<String, Class<?>> steps;

    @BeforeEach
    void make() throws Exception {
        steps = beans.getBeansWithAnnotation(CallableFromDiagram.class).entrySet().stream()
                .filter(b -> b.getValue() instanceof JavaDelegate && !b.getKey().equals(DECIDES))
                .collect(Collectors.toMap(Map.Entry::getKey, b -> AopUtils.getTargetClass(b.getValue())));
        var templates = new ElementTemplates(json, version(), diagrams());
        made.put("sip-steg.json", templates.steps(steps));
        made.put("sip-beslut.json", templates.decisions(inputs.stream().collect(Collectors.toMap(DecisionInputs::table,
                Function.identity())), ElementTemplatesTest::table));
        made.put("sip-uppgifter.json", templates.tasks(intakes.stream().collect(Collectors.toMap(FormIntake::form,
                Function.identity()))));
        made.put("sip-processer.json", templates.calls());
        if (Boolean.getBoolean("sip.templates.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, JsonNode> file : made.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(file.getValue()) + "\n");
            }
        }
    }

    @Test
    void whatLiesInTheFolderIsWhatTheCodeSays() throws IOException {
        for (Map.Entry<String, JsonNode> file : made.entrySet()) {
            assertThat(json.readTree(FOLDER.resolve(file.getKey()).toFile())).as("%s: run with -Dsip.templates.write=true",
                    file.getKey()).isEqualTo(file.getValue());
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(made.keySet());
        }
    }

    @Test
    void theyAreAsTheModelersSchemaWantsThem() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(getClass().getResourceAsStream("/modeler/element-templates.schema.json"));
        made.forEach((name, file) -> assertThat(schema.validate(file)).as(name).isEmpty());
        ((com.fasterxml.jackson.databind.node.ObjectNode) made.get("sip-steg.json").get(0)).remove("appliesTo");
        assertThat(schema.validate(made.get("sip-steg.json"))).as("the schema does look").isNotEmpty();
    }

    @Test
    void everyStepDecisionTaskAndCalledProcessHasOneInSwedish() throws Exception {
        assertThat(ids("sip-steg.json")).containsExactlyInAnyOrderElementsOf(steps.keySet().stream()
                .map(bean -> "se.sip.steg." + bean).toList()).hasSizeGreaterThan(50);
        assertThat(ids("sip-beslut.json")).hasSize(inputs.size());
        List<String> forms = diagrams().stream().flatMap(d -> d.named("bpmn:userTask").stream())
                .map(t -> "se.sip.uppgift." + t.attribute("camunda:formKey").replaceAll(".*/|\\.html$", "")).distinct().toList();
        assertThat(ids("sip-uppgifter.json")).containsExactlyInAnyOrderElementsOf(forms);
        assertThat(ids("sip-processer.json")).contains("se.sip.process.samtycke", "se.sip.process.kalla");
        made.values().forEach(file -> file.forEach(template -> {
            assertThat(template.get("name").asText()).as(template.get("id").asText()).isNotBlank();
            assertThat(template.get("description").asText()).as(template.get("id").asText()).hasSizeGreaterThan(15);
        }));
        assertThat(of("sip-beslut.json", "se.sip.beslut.utskick").get("description").asText())
                .contains("Ger: dispatchOutcome (CONSENT_NEEDED, REVISE, VALID)");
        assertThat(of("sip-steg.json", "se.sip.steg.skickaKallelser").get("description").asText())
                .contains("Ger: invitations");
    }

    private JsonNode of(String file, String id) {
        return StreamSupport.stream(made.get(file).spliterator(), false).filter(t -> t.get("id").asText().equals(id))
                .findFirst().orElseThrow();
    }

    private List<String> ids(String file) {
        return StreamSupport.stream(made.get(file).spliterator(), false).map(t -> t.get("id").asText()).toList();
    }

    /** Of the base before those of the counties, so that what all have names a template. */
    private static List<XmlOutline> diagrams() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            var byName = new TreeMap<String, XmlOutline>();
            for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                byName.put(file.getNameCount() + " " + file, XmlOutline.of(Files.readAllBytes(file)));
            }
            return List.copyOf(byName.values());
        }
    }

    private static XmlOutline table(String name) {
        try (Stream<Path> files = Files.walk(Path.of("decisions"))) {
            return XmlOutline.of(Files.readAllBytes(files.filter(f -> f.endsWith(name + ".dmn")).sorted(
                    java.util.Comparator.comparing(Path::getNameCount)).findFirst().orElseThrow()));
        } catch (IOException | org.xml.sax.SAXException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static int version() throws IOException {
        var found = Pattern.compile("<artifactId>sip</artifactId>\\s*<version>(\\d+)\\.(\\d+)(?:\\.(\\d+))?")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1)) * 10000 + Integer.parseInt(found.group(2)) * 100
                + (found.group(3) == null ? 0 : Integer.parseInt(found.group(3)));
    }
}
