package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.testing.SipTest;

/** Two nodes that start at the same moment publish a county once. */
@SipTest
class TwoNodesStartAtOnceTest {

    private static final County BOTH = new County("tvanoder", "Två noder", Set.of());

    @Autowired
    RepositoryService repository;
    @Autowired
    ManagementService management;
    @Autowired
    PublicationLock lock;
    @TempDir
    Path root;

    @AfterEach
    void takeAway() {
        deployments().forEach(d -> repository.deleteDeployment(d.getId(), true));
    }

    @Test
    void onlyOneOfThemDeploys() throws Exception {
        var folder = new BundleFolder(root).with("processes/sip.bpmn", BundleFolder.process("sip"))
                .with("forms/behov.html", BundleFolder.FORM);
        var both = new CyclicBarrier(2);
        Callable<Void> node = () -> {
            var deployer = new BundleDeployer(repository, management, new BundleCheck(BundleFolder.PRODUCT)::check);
            Bundle bundle = folder.read(BOTH);
            both.await();
            lock.whileHeld(() -> deployer.publish(bundle));
            return null;
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var started : new ArrayList<>(nodes.invokeAll(List.of(node, node)))) {
                started.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(deployments()).hasSize(1);
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().tenantIdIn(BOTH.id()).list();
    }
}
