package se.sip.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import se.sip.Clause;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.casefile.EndKind;

/** The demonstration shows a case at every stage, each made by the real processes. */
@SpringBootTest(properties = {"sip.demo.cases=true", "spring.datasource.url=jdbc:h2:mem:demo-cases;DB_CLOSE_DELAY=-1",
        "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("demo")
@DirtiesContext
class DemoCasesTest {

    private static final String SCHOOL = "vgr-1490-elevhalsa";

    @Autowired
    CaseFiles cases;
    @Autowired
    RuntimeService runtime;
    @Autowired
    IdentityService identity;

    @BeforeEach
    void asTheSystem() {
        identity.clearAuthentication();
    }

    @Test
    void twelveCasesStandAtDifferentStages() {
        List<CaseFile> all = cases.convenedBy(List.of(SCHOOL, "vgr-1490-vc-norrby"));

        assertThat(all).hasSize(12);
        assertThat(all.stream().filter(CaseFile::isOpen).map(CaseFile::phase)).contains(CasePhase.DISCOVER,
                CasePhase.PREPARE, CasePhase.CONSENT, CasePhase.CALL, CasePhase.MEETING, CasePhase.FOLLOW_UP);
        assertThat(all.stream().filter(c -> !c.isOpen()).map(CaseFile::endKind)).contains(EndKind.NO_SIP_DUE,
                EndKind.CONSENT_WITHDRAWN, EndKind.CONSENT_REFUSED);
    }

    @Test
    @Clause({"VGU-01", "VGU-07"})
    void adultsHaveCasesOfTheirOwn() {
        List<CaseFile> all = cases.convenedBy(List.of("vgr-1490-socialtjanst"));

        assertThat(all).hasSize(2).allMatch(c -> c.audience() == Audience.ADULT);
        assertThat(all.stream().map(CaseFile::phase)).containsExactlyInAnyOrder(CasePhase.CONSENT, CasePhase.CALL);
    }

    @Test
    @Clause({"HAL-12", "HAL-85"})
    void hallandHasItsOwnCasesAtDifferentStages() {
        List<CaseFile> all = cases.convenedBy(List.of("halland-1380-elevhalsa", "halland-1380-socialtjanst"));

        assertThat(all).hasSize(4).allMatch(c -> c.county().equals("halland"));
        assertThat(all.stream().map(CaseFile::phase)).contains(CasePhase.DISCOVER, CasePhase.PREPARE, CasePhase.CALL);
        assertThat(identity.createUserQuery().memberOfTenant("halland").list()).extracting(u -> u.getId())
                .contains("h-elevhalsa", "h-socialtjanst", "h-bup", "h-bum", "h-elevhalsa-chef", "h-processagare");
    }

    @Test
    @Clause({"BOR-12", "BOR-20", "BOR-83"})
    void dalarnaHasItsOwnCasesAtDifferentStages() {
        List<CaseFile> all = cases.convenedBy(List.of("dalarna-2081-elevhalsa"));

        assertThat(all).hasSize(4).allMatch(c -> c.county().equals("dalarna"));
        assertThat(all.stream().map(CaseFile::phase)).contains(CasePhase.PREPARE, CasePhase.CALL, CasePhase.MEETING);
        assertThat(identity.createUserQuery().memberOfTenant("dalarna").list()).extracting(u -> u.getId())
                .contains("d-elevhalsa", "d-socialtjanst", "d-psykiatri", "d-vardcentral", "d-elevhalsa-chef",
                        "d-psykiatri-chef", "d-linje-kommun", "d-linje-region", "d-processagare");
    }

    @Test
    @Clause("VGB-17")
    void oneIsStuckWithAnIncidentThatNamesTheUnit() {
        assertThat(runtime.createIncidentQuery().list()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentType()).isEqualTo("failedJob");
            assertThat(incident.getIncidentMessage()).contains("vgr-1490-vc-norrby").contains("Hand the case over");
        });
    }
}
