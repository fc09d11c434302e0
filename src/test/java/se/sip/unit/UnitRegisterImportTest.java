package se.sip.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.ResponseStatusException;
import se.sip.Clause;
import se.sip.testing.SipTest;

@SipTest
class UnitRegisterImportTest {

    private static final String COUNTY = "testlan";
    private static final String SCHOOL = "testlan-skola;Skolan;Skola och elevhälsa;;skola@example.se;;;nej;ja;2020-01-01;";

    @Autowired
    private UnitRegisterImport register;
    @Autowired
    private UnitRepository units;
    @Autowired
    private UnitController search;
    @Autowired
    private IdentityService identity;
    @Autowired
    private Clock clock;

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @Test
    @Clause({"VGU-106", "VGU-107"})
    void theCountysUnitsAreThereWhenTheProductHasStarted() {
        assertThat(units.findByCountyAndKindAndMunicipalityCodeOrderByName("vgr", UnitKind.SOCIAL_INTAKE, "1490"))
                .extracting(Unit::id).containsExactly("vgr-1490-mottagning");
        assertThat(units.findById("vgr-bup-boras")).hasValueSatisfying(bup ->
                assertThat(bup.principal()).isEqualTo(Principal.REGION));
    }

    @Test
    void takingTheRegisterInAgainChangesNothing() {
        List<Unit> before = units.findByCountyOrderByName("vgr");

        register.afterSingletonsInstantiated();

        assertThat(units.findByCountyOrderByName("vgr")).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aChangedLineIsTakenOverAndAUnitGoneFromTheFileEnds() {
        String home = "testlan-hvb;HVB;HVB-hem;;hvb@example.se;;;nej;nej;2020-01-01;";
        take(home, home.replace("testlan-hvb;HVB", "testlan-hvb-2;HVB 2"));
        take(home.replace(";HVB;", ";HVB Nya;"));

        LocalDate today = LocalDate.now(clock);
        assertThat(units.findById("testlan-hvb").orElseThrow().name()).isEqualTo("HVB Nya");
        assertThat(units.findById("testlan-hvb-2")).hasValueSatisfying(gone -> {
            assertThat(gone.validOn(today)).isFalse();
            assertThat(gone.validOn(today.minusDays(1))).isTrue();
        });
    }

    @Test
    void aFaultyFileChangesNothing() {
        String good = "testlan-vc;Vårdcentralen;Vårdcentral;;vc@example.se;;;ja;ja;2020-01-01;";

        assertThatThrownBy(() -> take(good, SCHOOL)).isInstanceOf(FaultyRegisterException.class)
                .hasMessageContaining("line 3: kommunkod is missing");
        assertThat(units.findById("testlan-vc")).isEmpty();
    }

    @Test
    void staffFindUnitsOfTheirOwnCountyByPartsOfTheName() {
        logIn("vgr");

        assertThat(search.find("elevh borås")).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo("vgr-1490-elevhalsa");
            assertThat(found.kind()).isEqualTo(UnitKind.SCHOOL);
            assertThat(found.principal()).isEqualTo(Principal.MUNICIPALITY);
        });
        assertThat(search.find("ELEVHÄLSAN I BORÅS")).hasSize(1);
        assertThat(search.find("")).hasSize(20);
        assertThat(search.find("Gamla torget")).as("ended 2025").isEmpty();
    }

    @Test
    void anotherCountysUnitsAreNotFound() {
        logIn("annan");

        assertThat(search.find("borås")).isEmpty();
    }

    @Test
    void nobodyIsNotServed() {
        identity.clearAuthentication();

        assertThatThrownBy(() -> search.find("borås")).isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("401");
    }

    private void logIn(String county) {
        identity.setAuthentication("anna", List.of(), List.of(county));
    }

    private void take(String... lines) {
        String file = String.join(";", RegisterFile.UNIT_HEADINGS) + "\n" + String.join("\n", lines) + "\n";
        register.take(COUNTY, new RegisterFile("units/testlan.csv", file.getBytes(StandardCharsets.UTF_8)));
    }
}
