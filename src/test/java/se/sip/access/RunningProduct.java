package se.sip.access;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import se.sip.engine.SipClock;

/** The whole product on a random port with the demonstration's accounts, and one small process in two counties. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:access;DB_CLOSE_DELAY=-1",
        "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("demo")
abstract class RunningProduct {

    static final String PASSWORD = "sip-demo";
    static final String OTHER_COUNTY = "annat";

    @MockitoBean(name = "publishCounties")
    SmartInitializingSingleton countiesStayAway;

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    IdentityService identity;
    @Autowired
    HistoryService history;
    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void deploy() {
        if (repository.createDeploymentQuery().count() > 0) {
            return;
        }
        for (String county : new String[] {"vgr", OTHER_COUNTY}) {
            repository.createDeployment().name(county).tenantId(county)
                    .addClasspathResource("access/gate-probe.bpmn").deploy();
        }
    }

    @AfterEach
    void endAll() {
        new SipClock().reset();
        jdbc.update("delete from sip.demo_clock");
        runtime.createProcessInstanceQuery().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    }

    Browser as(String user) {
        return Browser.loggedIn(port, user, PASSWORD);
    }

    /** A task of Elevhälsan's group in the county. */
    Task taskIn(String county) {
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("sip").tenantIdIn(county)
                .latestVersion().singleResult();
        var instance = runtime.startProcessInstanceById(definition.getId());
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    String definitionIn(String county) {
        return repository.createProcessDefinitionQuery().processDefinitionKey("sip").tenantIdIn(county)
                .latestVersion().singleResult().getId();
    }

    int rows(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }
}
