package se.sip.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import se.sip.Clause;

class RegisterFileTest {

    private static final String HEADINGS = String.join(";", RegisterFile.UNIT_HEADINGS) + "\n";
    private static final String SCHOOL = "vgr-1490-elevhalsa;Elevhälsan i Borås;Skola och elevhälsa;1490;"
            + "elevhalsan@boras.example.se;031-390 06 00;Box 1, 999 90 Borås;ja;ja;2020-01-01;\n";

    @Test
    void aLineIsAUnit() {
        assertThat(read(HEADINGS + SCHOOL)).containsExactly(new Unit("vgr-1490-elevhalsa", "vgr", "Elevhälsan i Borås",
                Principal.MUNICIPALITY, UnitKind.SCHOOL, "1490", "elevhalsan@boras.example.se", "031-390 06 00",
                "Box 1, 999 90 Borås", true, true, LocalDate.of(2020, 1, 1), null));
    }

    @Test
    void aSpreadsheetsByteOrderMarkAndCarriageReturnsDoNotMatter() {
        assertThat(read("\uFEFF" + (HEADINGS + SCHOOL).replace("\n", "\r\n"))).hasSize(1);
    }

    @Test
    void allFaultsAreNamedWithTheirLines() {
        String file = HEADINGS
                + SCHOOL
                + SCHOOL.replace("1490-elevhalsa", "1490-b").replace("Skola och elevhälsa", "Skolan")
                + SCHOOL
                + "för;få\n"
                + SCHOOL.replace("vgr-1490-elevhalsa", "halland-x").replace(";ja;ja;", ";ja;kanske;");

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(FaultyRegisterException.class,
                faulty -> assertThat(faulty.faults()).extracting(RegisterFault::line).containsExactly(5L, 3L, 4L, 6L, 6L));
    }

    @ParameterizedTest
    @CsvSource({
        "vgr-1490-elevhalsa, Vgr-1490-Elevhälsa, must start with vgr-",
        "vgr-1490-elevhalsa, vgr-1490-chef, -chef",
        "Elevhälsan i Borås;, ;, namn is missing",
        ";1490;, ;1380;, not a municipality of the county",
        ";1490;, ;;, kommunkod is missing",
        "@boras, .boras, e-post is not an address",
        "2020-01-01, 2020-02-30, not a date",
        "2020-01-01, '', gäller från is missing",
        "2020-01-01;, 2020-01-01;2019-12-31, lies before",
        ";ja;ja;, ;ja;Ja;, must be ja or nej"})
    void aWrongValueIsNamed(String right, String wrong, String fault) {
        assertThatThrownBy(() -> read(HEADINGS + SCHOOL.replace(right, wrong)))
                .isInstanceOf(FaultyRegisterException.class).hasMessageContaining("line 2: ")
                .hasMessageContaining(fault);
    }

    @Test
    void aUnitWithoutLoginMustBeReachable() {
        assertThatThrownBy(() -> read(HEADINGS + "vgr-hvb-x;HVB X;HVB-hem;;;;;nej;nej;2020-01-01;\n"))
                .hasMessageContaining("nothing can reach it");
    }

    @Test
    void missingHeadingsAreNamed() {
        assertThatThrownBy(() -> read("id;namn\nvgr-x;X\n")).hasMessageContaining("line 1: the headings lack")
                .hasMessageContaining("verksamhet");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> read(HEADINGS + SCHOOL, StandardCharsets.ISO_8859_1)).hasMessageContaining("UTF-8");
    }

    @Test
    void vastraGotalandHas49Municipalities() {
        List<Municipality> all = municipalities();

        assertThat(all).hasSize(49).allSatisfy(some -> assertThat(some.code()).startsWith("14"));
        assertThat(all).extracting(Municipality::name).doesNotHaveDuplicates();
        assertThat(all).extracting(Municipality::code, Municipality::name).contains(tuple("1401", "Härryda"),
                tuple("1480", "Göteborg"), tuple("1490", "Borås"), tuple("1499", "Falköping"));
    }

    @Test
    @Clause({"VGB-04", "VGV-04", "VGU-106", "VGU-107"})
    void everyMunicipalityHasTheUnitsThatRoutingNeeds() {
        List<Unit> units = vastraGotaland();

        for (Municipality municipality : municipalities()) {
            assertThat(units.stream().filter(unit -> municipality.code().equals(unit.municipalityCode()))
                    .map(Unit::kind)).as(municipality.name())
                    .contains(UnitKind.SOCIAL_SERVICES, UnitKind.SOCIAL_INTAKE, UnitKind.SCHOOL,
                            UnitKind.MUNICIPAL_HEALTH, UnitKind.HEALTH_CENTRE);
        }
        assertThat(units).extracting(Unit::kind).contains(UnitKind.CHILD_PSYCHIATRY, UnitKind.HABILITATION,
                UnitKind.PSYCHIATRY, UnitKind.HOSPITAL);
    }

    @Test
    void contactDetailsOfVastraGotalandAreMadeUp() {
        assertThat(vastraGotaland()).allSatisfy(unit -> {
            assertThat(unit.email()).endsWith(".example.se");
            assertThat(unit.phone()).matches("031-390 06 \\d\\d|0980-319 2\\d\\d|08-465 004 \\d\\d");
            assertThat(unit.postalAddress()).contains(", 999 ");
        });
    }

    @Test
    void someUnitsHaveNoItServiceAndAFewNoLogin() {
        assertThat(vastraGotaland()).anySatisfy(unit -> assertThat(unit.itService()).isFalse())
                .filteredOn(unit -> !unit.hasLogin()).extracting(Unit::kind)
                .contains(UnitKind.INDEPENDENT_SCHOOL, UnitKind.RESIDENTIAL_HOME);
    }

    private static List<Unit> vastraGotaland() {
        return new RegisterFile("units/vgr.csv", classpath("units/vgr.csv")).units("vgr",
                Set.copyOf(municipalities().stream().map(Municipality::code).toList()));
    }

    private static List<Municipality> municipalities() {
        return new RegisterFile("units/vgr-kommuner.csv", classpath("units/vgr-kommuner.csv")).municipalities();
    }

    private static byte[] classpath(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static List<Unit> read(String content) {
        return read(content, StandardCharsets.UTF_8);
    }

    private static List<Unit> read(String content, Charset encoding) {
        return new RegisterFile("units/vgr.csv", content.getBytes(encoding)).units("vgr", Set.of("1490", "1480"));
    }
}
