package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.county.BundleFolder.FORM;
import static se.sip.county.BundleFolder.TEST;
import static se.sip.county.BundleFolder.VGR;
import static se.sip.county.BundleFolder.process;
import static se.sip.county.BundleFolder.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDeployerTest {

    private static final Map<String, Object> VARIABLES = Map.of("convenerGroup", "vgr-1490-elevhalsa",
            "taskDue", new Date(), "meetingAt", new Date());

    @TempDir
    private Path root;
    private BundleFolder folder;
    private ProcessEngine engine;
    private BundleDeployer deployer;

    @BeforeEach
    void start() {
        // The latest deployment goes by time, and another test may have left the clock standing.
        new se.sip.engine.SipClock().reset();
        folder = new BundleFolder(root).with("processes/sip.bpmn", process("sip"))
                .with("processes/mote.bpmn", process("mote")).with("decisions/frister.dmn", table("frister", ""))
                .with("forms/behov.html", FORM);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        deployer = new BundleDeployer(engine.getRepositoryService(), engine.getManagementService(),
                new BundleCheck(BundleFolder.PRODUCT)::check);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aCountyIsOneDeploymentOfItsTenant() {
        publish(VGR);

        assertThat(deployments(VGR)).singleElement().satisfies(deployment -> {
            assertThat(deployment.getName()).isEqualTo("vgr");
            assertThat(deployment.getSource()).isEqualTo("sip");
            assertThat(engine.getRepositoryService().getDeploymentResourceNames(deployment.getId()))
                    .containsExactlyInAnyOrder("processes/sip.bpmn", "processes/mote.bpmn", "decisions/frister.dmn",
                            "forms/behov.html");
        });
    }

    @Test
    void aSecondStartGivesNoNewVersion() {
        publish(VGR);
        publish(VGR);

        assertThat(deployments(VGR)).hasSize(1);
        assertThat(latest("sip").getVersion()).isEqualTo(1);
    }

    @Test
    void aChangedFileGivesTheWholeBundleANewVersion() {
        publish(VGR);
        folder.with("forms/behov.html", FORM.replace("Behovet", "Vad behövs?"));
        publish(VGR);

        assertThat(deployments(VGR)).hasSize(2);
        assertThat(latest("sip").getVersion()).isEqualTo(2);
        assertThat(latest("mote").getVersion()).isEqualTo(2);
    }

    @Test
    void aRemovedFileIsAChangeAndItsProcessStartsNoNewCases() {
        publish(VGR);
        engine.getRuntimeService().createProcessInstanceByKey("mote").processDefinitionTenantId("vgr")
                .setVariables(VARIABLES).execute();
        folder.without("processes/mote.bpmn");
        publish(VGR);

        assertThat(latest("sip").getVersion()).isEqualTo(2);
        assertThat(latest("mote").isSuspended()).isTrue();
        assertThatThrownBy(() -> engine.getRuntimeService().createProcessInstanceByKey("mote")
                .processDefinitionTenantId("vgr").execute()).isInstanceOf(SuspendedEntityInteractionException.class);
        var running = engine.getTaskService().createTaskQuery().processDefinitionKey("mote").singleResult();
        engine.getTaskService().complete(running.getId());
    }

    @Test
    void aRemovedDiagramsRunningCasesKeepTheirTimers() {
        folder.with("processes/mote.bpmn", process("mote", "", """
                <bpmn:sequenceFlow id="f2" sourceRef="task" targetRef="wait"/>
                <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition id="t">
                  <bpmn:timeDate>${meetingAt}</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                """));
        publish(VGR);
        engine.getRuntimeService().createProcessInstanceByKey("mote").processDefinitionTenantId("vgr")
                .setVariables(VARIABLES).execute();
        folder.without("processes/mote.bpmn");
        publish(VGR);

        engine.getTaskService().complete(engine.getTaskService().createTaskQuery().singleResult().getId());

        var timer = engine.getManagementService().createJobQuery().singleResult();
        assertThat(timer.isSuspended()).isFalse();
        engine.getManagementService().executeJob(timer.getId());
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void aProcessThatComesBackRunsAgain() {
        publish(VGR);
        folder.without("processes/mote.bpmn");
        publish(VGR);
        folder.with("processes/mote.bpmn", process("mote"));
        publish(VGR);

        assertThat(latest("mote").isSuspended()).isFalse();
        assertThat(latest("mote").getVersion()).isEqualTo(2);
    }

    @Test
    void theCountysFileTakesTheBasesPlaceUnderTheSameName() {
        folder.with("forms/vgr/behov.html", FORM.replace("Behovet", "Behovet i Västra Götaland"))
                .with("forms/vgr/extra.html", FORM).with("processes/testlan/egen.bpmn", process("egen"));
        publish(VGR);
        publish(TEST);

        assertThat(resource(VGR, "forms/behov.html")).contains("Behovet i Västra Götaland");
        assertThat(resource(TEST, "forms/behov.html")).doesNotContain("Västra Götaland");
        assertThat(names(VGR)).contains("forms/extra.html").doesNotContain("processes/egen.bpmn");
        assertThat(names(TEST)).contains("processes/egen.bpmn").doesNotContain("forms/extra.html");
    }

    @Test
    void aCountyWithoutFilesRunsTheBase() {
        publish(TEST);

        assertThat(names(TEST)).isEqualTo(List.copyOf(folder.read(VGR).files().keySet()));
    }

    @Test
    void aFaultyFileChangesNothing() {
        publish(VGR);
        folder.with("processes/sip.bpmn", process("sip").replace("</bpmn:process>", ""));

        assertThatThrownBy(() -> publish(VGR)).isInstanceOfSatisfying(FaultyBundleException.class,
                faulty -> assertThat(faulty.faults()).singleElement()
                        .satisfies(fault -> assertThat(fault.file()).isEqualTo("processes/sip.bpmn")));
        assertThat(deployments(VGR)).hasSize(1);
        assertThat(latest("sip").isSuspended()).isFalse();
    }

    @Test
    void whatOnlyTheEngineRefusesIsNamedToo() {
        publish(VGR);
        folder.with("processes/vgr/sip.bpmn", process("sip").replace(" camunda:historyTimeToLive=\"P180D\"", ""));

        assertThatThrownBy(() -> publish(VGR)).isInstanceOf(FaultyBundleException.class)
                .hasMessageContaining("processes/vgr/sip.bpmn").hasMessageContaining("TTL");
        assertThat(deployments(VGR)).hasSize(1);
    }

    @Test
    void serviceTasksWithoutImplementationAreNamedWithTheirLine() {
        folder.with("processes/sip.bpmn", process("sip", "", "<bpmn:serviceTask id=\"s\" name=\"Inget\"/>"));

        assertThatThrownBy(() -> publish(VGR)).isInstanceOfSatisfying(FaultyBundleException.class,
                faulty -> assertThat(faulty.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("processes/sip.bpmn");
                    assertThat(fault.line()).isEqualTo(8);
                }));
        assertThat(deployments(VGR)).isEmpty();
    }

    private void publish(County county) {
        deployer.publish(folder.read(county));
    }

    private List<Deployment> deployments(County county) {
        return engine.getRepositoryService().createDeploymentQuery().tenantIdIn(county.id()).list();
    }

    private ProcessDefinition latest(String key) {
        return engine.getRepositoryService().createProcessDefinitionQuery().tenantIdIn("vgr")
                .processDefinitionKey(key).latestVersion().singleResult();
    }

    private List<String> names(County county) {
        return engine.getRepositoryService().getDeploymentResourceNames(deployments(county).get(0).getId()).stream()
                .sorted().toList();
    }

    private String resource(County county, String name) {
        try (var content = engine.getRepositoryService()
                .getResourceAsStream(deployments(county).get(0).getId(), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
