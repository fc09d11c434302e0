package se.sip.ownfield;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineAuthority;

/** The county's own questions as the forms that run declare them: those of the running process' own version. */
@Component
public class DeployedOwnForms {

    private final RepositoryService repository;
    private final EngineAuthority engine;
    private final Map<String, OwnForm> known = new ConcurrentHashMap<>();

    DeployedOwnForms(@Lazy RepositoryService repository, EngineAuthority engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** @param processDefinitionId whose deployment the form belongs to; null where no diagram stands behind it */
    public OwnForm of(String processDefinitionId, String form) {
        return processDefinitionId == null ? OwnForm.NONE
                : known.computeIfAbsent(processDefinitionId + " " + form, key -> read(processDefinitionId, form));
    }

    /** Of the version that the county's new cases begin on. */
    public OwnForm ofCounty(String county, String form) {
        var newest = engine.unchecked(() -> repository.createProcessDefinitionQuery().processDefinitionKey("sip")
                .tenantIdIn(county).latestVersion().singleResult());
        return newest == null ? OwnForm.NONE : of(newest.getId(), form);
    }

    private OwnForm read(String processDefinitionId, String form) {
        return engine.unchecked(() -> {
            String deployment = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
            String name = "forms/" + form + ".html";
            if (!repository.getDeploymentResourceNames(deployment).contains(name)) {
                return OwnForm.NONE;
            }
            try (InputStream file = repository.getResourceAsStream(deployment, name)) {
                return OwnForm.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
