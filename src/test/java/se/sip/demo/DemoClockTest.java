package se.sip.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import se.sip.SipApplication;
import se.sip.access.Browser;
import se.sip.engine.SipClock;

/** The demonstration's clock: moved with jobs at rest, kept over a restart. */
class DemoClockTest {

    private static final String TIMER = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="paminnelse" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration>P5D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="end"/>
                <bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>""";

    @TempDir
    java.nio.file.Path folder;

    @AfterEach
    void realTimeAgain() {
        new SipClock().reset();
    }

    @Test
    void aWeekForwardFiresTheTimersAndHoldsAfterARestart() throws InterruptedException {
        LocalDate realToday = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        try (var product = start()) {
            product.getBean(RepositoryService.class).createDeployment().addString("timer.bpmn", TIMER).deploy();
            var runtime = product.getBean(RuntimeService.class);
            runtime.startProcessInstanceByKey("paminnelse");
            var elin = Browser.loggedIn(port(product), "elevhalsa", "sip-demo");

            assertThat(elin.post("/api/demo/clock", "{\"days\": 0}").statusCode()).isEqualTo(400);
            assertThat(elin.post("/api/demo/clock", "{\"days\": 7}").statusCode()).isEqualTo(200);

            assertThat(Browser.json(elin.get("/api/demo/clock")).path("today").asText())
                    .isEqualTo(realToday.plusDays(7).toString());
            for (int i = 0; i < 300 && runtime.createProcessInstanceQuery().count() > 0; i++) {
                Thread.sleep(100);
            }
            assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("paminnelse").count()).isZero();
            runtime.startProcessInstanceByKey("paminnelse");
        }
        new SipClock().reset();

        try (var product = start()) {
            assertThat(LocalDate.now(product.getBean(SipClock.class))).isEqualTo(realToday.plusDays(7));
            assertThat(product.getBean(ManagementService.class).createJobQuery().timers()
                    .processDefinitionKey("paminnelse").count()).isEqualTo(1);
            var elin = Browser.loggedIn(port(product), "elevhalsa", "sip-demo");
            assertThat(elin.get("/").body()).contains(realToday.plusDays(7).toString(), "Spola fram 7 dagar");
            assertThat(elin.postForm("/demo/klocka", "").statusCode()).isEqualTo(302);
            assertThat(elin.get("/").body()).contains(realToday.plusDays(14).toString());
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SipApplication.class).profiles("demo").properties(Map.of())
                .run("--server.port=0", "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("sip"),
                        "--camunda.bpm.job-execution.max-wait=1000");
    }

    private static int port(ConfigurableApplicationContext product) {
        return product.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }
}
