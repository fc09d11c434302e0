package se.sip.county;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a county's bundle as one deployment of its tenant, so that every diagram, table and form of a version
 * finds the others by binding {@code deployment}. Where nothing has changed there is no new version.
 */
public class BundleDeployer {

    /** Tells our deployments from others in the same database. */
    static final String SOURCE = "sip";
    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployer.class);

    private final RepositoryService repository;
    private final ManagementService management;
    private final Function<Bundle, List<BundleFault>> check;

    BundleDeployer(RepositoryService repository, ManagementService management,
            Function<Bundle, List<BundleFault>> check) {
        this.repository = repository;
        this.management = management;
        this.check = check;
    }

    /**
     * Deploys what differs from the latest deployment.
     *
     * @return the deployment's id; empty where the county has no files
     * @throws FaultyBundleException where a file cannot be published; nothing is changed then
     */
    public Optional<String> publish(Bundle bundle) {
        List<BundleFault> faults = check.apply(bundle).stream().filter(BundleFault::isError).toList();
        if (!faults.isEmpty()) {
            throw new FaultyBundleException(bundle.county(), faults);
        }
        String county = bundle.county().id();
        Deployment latest = latest(county);
        if (bundle.contents().isEmpty()) {
            LOG.warn("County {} has no diagrams, tables or forms", county);
        } else if (latest == null || !fingerprintOf(latest).equals(bundle.fingerprint())) {
            latest = deploy(bundle);
            LOG.info("County {}: published {} files as deployment {}", county, bundle.contents().size(), latest.getId());
        }
        if (latest != null) {
            suspendVanished(county, latest);
        }
        return Optional.ofNullable(latest).map(Deployment::getId);
    }

    /**
     * Deploys a set that has been checked, whatever ran before.
     *
     * @return the deployment's id
     * @throws FaultyBundleException where the engine refuses it; nothing is changed then
     */
    public String replace(Bundle bundle) {
        Deployment now = deploy(bundle);
        suspendVanished(bundle.county().id(), now);
        return now.getId();
    }

    private Deployment latest(String county) {
        List<Deployment> newestFirst = repository.createDeploymentQuery().tenantIdIn(county).deploymentSource(SOURCE)
                .orderByDeploymentTime().desc().listPage(0, 1);
        return newestFirst.isEmpty() ? null : newestFirst.get(0);
    }

    private String fingerprintOf(Deployment deployment) {
        Map<String, byte[]> contents = new HashMap<>();
        for (Resource resource : repository.getDeploymentResources(deployment.getId())) {
            try (InputStream content = repository.getResourceAsStreamById(deployment.getId(), resource.getId())) {
                contents.put(resource.getName(), content.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Bundle.fingerprint(contents);
    }

    private Deployment deploy(Bundle bundle) {
        DeploymentBuilder builder = repository.createDeployment().name(bundle.county().id())
                .tenantId(bundle.county().id()).source(SOURCE);
        bundle.contents().forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            return builder.deploy();
        } catch (ParseException refused) {
            throw new FaultyBundleException(bundle.county(), faultsOf(bundle, refused));
        } catch (ProcessEngineException refused) {
            throw new FaultyBundleException(bundle.county(),
                    List.of(new BundleFault("hela uppsättningen", 0, refused.getMessage())));
        }
    }

    private static List<BundleFault> faultsOf(Bundle bundle, ParseException refused) {
        var faults = new ArrayList<BundleFault>();
        for (ResourceReport report : refused.getResorceReports()) {
            Bundle.File file = bundle.files().get(report.getResourceName());
            for (Problem problem : report.getErrors()) {
                faults.add(new BundleFault(file == null ? report.getResourceName() : file.origin(), problem.getLine(),
                        problem.getMessage()));
            }
        }
        return faults.isEmpty() ? List.of(new BundleFault("hela uppsättningen", 0, refused.getMessage())) : faults;
    }

    /**
     * A diagram that was removed can start no case any more. Cases that run by it go on: suspending a definition also
     * suspends its job definitions, and with them every timer created later, so those are activated again.
     */
    private void suspendVanished(String county, Deployment current) {
        List<ProcessDefinition> vanished = repository.createProcessDefinitionQuery().tenantIdIn(county).latestVersion()
                .active().list().stream().filter(definition -> !definition.getDeploymentId().equals(current.getId()))
                .toList();
        for (ProcessDefinition definition : vanished) {
            repository.updateProcessDefinitionSuspensionState().byProcessDefinitionKey(definition.getKey())
                    .processDefinitionTenantId(county).suspend();
            management.updateJobDefinitionSuspensionState().byProcessDefinitionKey(definition.getKey())
                    .processDefinitionTenantId(county).activate();
            LOG.info("County {}: {} is gone from the files and starts no new cases", county, definition.getKey());
        }
    }
}
