package se.sip.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.county.County;
import se.sip.county.CountyProperties;
import se.sip.county.UploadedFiles;
import se.sip.move.OrderedMove.State;
import se.sip.publication.Candidate;
import se.sip.publication.Candidates;
import se.sip.publication.FourEyes;
import se.sip.publication.Publication;
import se.sip.publication.Publications;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/**
 * A version is published and all cases are moved while staff complete tasks in them: no case is lost, none is on two
 * versions. Belongs to the long suites.
 */
@SipTest
@Tag("soak")
class MoveUnderLoadTest {

    private static final int CASES = Integer.getInteger("sip.soak.cases", 500);

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
    private Candidates candidates;
    @Autowired
    private FourEyes fourEyes;
    private int before;
    private Publication next;

    @AfterEach
    void goBack() {
        sip.asSystem();
        publish(candidates.again(vgr(), before, "anna"));
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
        before = publications.running("vgr").orElseThrow().version();
        publish(changed());
        next = publications.running("vgr").orElseThrow();
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

    /** As two process owners do. */
    private void publish(Candidate candidate) {
        fourEyes.propose(vgr(), candidate.id(), "anna", "Prov.", true);
        fourEyes.confirm(vgr(), candidate.id(), "berit");
    }

    private Candidate changed() throws IOException {
        String table = Files.readString(Path.of("decisions/vgr/frister.dmn")).replaceFirst(
                "<decision ([^>]*?)name=\"[^\"]*\"", "<decision $1name=\"Frister under belastning\"");
        return candidates.upload(vgr(), List.of(new UploadedFiles.Sent("frister.dmn",
                table.getBytes(StandardCharsets.UTF_8))), Set.of(), "anna");
    }

    private County vgr() {
        return counties.byId("vgr").orElseThrow();
    }
}
