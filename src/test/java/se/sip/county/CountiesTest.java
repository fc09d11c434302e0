package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import se.sip.Clause;
import se.sip.deadline.Deadlines;
import se.sip.deadline.Strength;
import se.sip.testing.SipTest;

/** The product's own diagrams, tables and forms, as Västra Götaland and a county without files run them. */
@SipTest
class CountiesTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private Deadlines deadlines;

    @ParameterizedTest
    @ValueSource(strings = {"vgr", "halland", "dalarna", "testlan"})
    void everyCountyRunsOneWholeDeployment(String county) throws IOException {
        assertThat(deployments(county)).singleElement().satisfies(deployment ->
                assertThat(names(deployment)).containsAll(base()));
        assertThat(repository.createProcessDefinitionQuery().tenantIdIn(county).list())
                .extracting(ProcessDefinition::getVersion).isNotEmpty().containsOnly(1);
    }

    @Test
    void aCountyWithoutFilesRunsTheBaseAndNothingElse() throws IOException {
        assertThat(names(deployments("testlan").get(0))).isEqualTo(base());
    }

    @Test
    @Clause("VGB-17")
    void threeWeeksAreARecommendationInVastraGotalandAndAProductDefaultElsewhere() {
        LocalDate discovered = LocalDate.of(2026, 3, 2);

        assertThat(deadlines.of("vgr", "motet", discovered).strength()).isEqualTo(Strength.SHOULD);
        assertThat(deadlines.of("testlan", "motet", discovered).strength()).isEqualTo(Strength.PRODUCT_DEFAULT);
    }

    @Test
    @Clause({"HAL-27", "HAL-49", "HAL-73"})
    void hallandRecommendsThirtyDaysAndLimitsAConsentToOneYear() {
        LocalDate discovered = LocalDate.of(2026, 3, 2);

        assertThat(deadlines.of("halland", "motet", discovered).strength()).isEqualTo(Strength.SHOULD);
        assertThat(deadlines.of("halland", "motet", discovered).lastDay()).as("summer time begins on 29 March")
                .isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(deadlines.of("halland", "motet", LocalDate.of(2028, 1, 31)).lastDay()).as("over 29 February")
                .isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(deadlines.of("halland", "paminnelse_mote", LocalDate.of(2026, 4, 1)).lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(deadlines.of("halland", "start", discovered).clauses().values()).contains("HAL-27");
        assertThat(deadlines.of("halland", "samtycke_langst", discovered).strength()).isEqualTo(Strength.MUST);
    }

    @Test
    @Clause({"BOR-37", "BOR-43"})
    void dalarnaRecommendsThreeWeeksAndLimitsAConsentToOneYear() {
        LocalDate discovered = LocalDate.of(2026, 3, 2);

        assertThat(deadlines.of("dalarna", "motet", discovered).strength()).isEqualTo(Strength.SHOULD);
        assertThat(deadlines.of("dalarna", "motet", discovered).lastDay()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(deadlines.of("dalarna", "motet", discovered).clauses().values()).contains("BOR-43");
        assertThat(deadlines.of("dalarna", "samtycke_langst", LocalDate.of(2028, 2, 29)).lastDay())
                .isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(deadlines.of("dalarna", "samtycke_langst", discovered).strength()).isEqualTo(Strength.MUST);
    }

    private List<Deployment> deployments(String county) {
        return repository.createDeploymentQuery().tenantIdIn(county).deploymentSource(BundleDeployer.SOURCE).list();
    }

    private Set<String> names(Deployment deployment) {
        return new TreeSet<>(repository.getDeploymentResourceNames(deployment.getId()));
    }

    private static Set<String> base() throws IOException {
        var names = new TreeSet<String>();
        for (Bundle.Folder folder : List.of(Bundle.Folder.PROCESSES, Bundle.Folder.DECISIONS, Bundle.Folder.FORMS)) {
            Path built = new ClassPathResource(folder.path()).getFile().toPath();
            try (var files = Files.list(built)) {
                files.filter(file -> file.toString().endsWith(folder.suffix()))
                        .forEach(file -> names.add(folder.path() + "/" + file.getFileName()));
            }
        }
        return names;
    }
}
