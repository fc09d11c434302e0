package se.sip.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.county.CountyProperties;
import se.sip.move.OrderedMove.State;
import se.sip.publication.Publication;
import se.sip.publication.Publications;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/**
 * A version is published and all cases are moved while staff complete tasks in them: no case is lost, none is on two
 * versions. Belongs to the long suites; alone: {@code -Dtest=MoveUnderLoadTest -Dsip.soak=true}.
 */
@SipTest
@EnabledIfSystemProperty(named = "sip.soak", matches = "true")
class MoveUnderLoadTest {

    private static final int CASES = Integer.getInteger("sip.soak.cases", 500);
    private static final int VERSION = 78;

    @Autowired
    private CaseDriver sip;
    @Autowired
    private Journey journey;
    @Autowired
    private Moves moves;
    @Autowired
    private Publications publications;
    @Autowired
    private CountyProperties counties;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcTemplate jdbc;
    private Publication next;

    @AfterEach
    void takeTheVersionAway() {
        sip.asSystem();
        jdbc.update("delete from sip.move_case where version = " + VERSION);
        jdbc.update("delete from sip.publication where version = " + VERSION);
        repository.deleteDeployment(next.deploymentId(), true);
    }

    @Test
    void noCaseIsLostAndNoneIsOnTwoVersions() throws Exception {
        var numbers = new ArrayList<String>();
        sip.today("2026-03-03");
        journey.convener();
        for (int i = 0; i < CASES; i++) {
            String day = "20140%d%02d".formatted(1 + i / 28 % 9, 1 + i % 28);
            numbers.add(sip.start("sip", FormContent.with(FormContent.behov(), "idNumber", Children.bornOn(day))));
        }
        sip.today("2026-03-04").asSystem();

        var work = CompletableFuture.supplyAsync(() -> {
            journey.convener();
            var failed = new HashMap<String, String>();
            for (String number : numbers) {
                try {
                    sip.fill(number, "forbered", Journey.forbered());
                } catch (RuntimeException refused) {
                    failed.put(number, String.valueOf(refused.getMessage()));
                }
            }
            sip.asSystem();
            return failed;
        });
        publish();
        moves.order(next, numbers, "petra");
        for (int round = 0; round < 10 && waiting(); round++) {
            moves.work();
        }
        Map<String, String> failed = work.get(10, TimeUnit.MINUTES);

        var states = new HashMap<String, State>();
        moves.report(next).forEach(one -> states.put(one.caseNumber(), one.state()));
        assertThat(states).containsOnlyKeys(numbers.toArray(String[]::new)).doesNotContainValue(State.WAITING);
        for (String number : numbers) {
            assertThat(sip.open(number)).as(number).containsExactly(failed.containsKey(number) ? "forbered" : "enheter");
            assertThat(deploymentsOf(number)).as(number).hasSize(1);
            assertThat(deploymentsOf(number).contains(next.deploymentId())).as(number)
                    .isEqualTo(states.get(number) == State.MOVED);
        }
        assertThat(states.values().stream().filter(State.MOVED::equals).count()).isGreaterThan(CASES * 9L / 10);
    }

    private boolean waiting() {
        return moves.report(next).stream().anyMatch(one -> one.state() == State.WAITING);
    }

    private Set<String> deploymentsOf(String number) {
        var deployments = new HashSet<String>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().forEach(instance ->
                deployments.add(repository.getProcessDefinition(instance.getProcessDefinitionId()).getDeploymentId()));
        return deployments;
    }

    private void publish() {
        Publication running = publications.running("vgr").orElseThrow();
        var builder = repository.createDeployment().name("vgr").tenantId("vgr");
        publications.bundle(running, counties.byId("vgr").orElseThrow()).contents()
                .forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        next = new Publication("vgr", VERSION, running.candidateId(), builder.deploy().getId(), "anna", "berit", "Prov",
                "x", LocalDateTime.parse("2026-03-01T00:00"));
        jdbc.update("insert into sip.publication (county, version, candidate_id, deployment_id, author, confirmer, message,"
                + " fingerprint, published_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", "vgr", VERSION, next.candidateId(),
                next.deploymentId(), "anna", "berit", "Prov", "x", Timestamp.valueOf(next.publishedAt()));
    }
}
