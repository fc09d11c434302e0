package se.sip.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sip.Clause;
import se.sip.casefile.IdNumber.Kind;

class IdNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"20000125-2386", "20030202-2389", "19610118-2803", "19900222-2397", "20140312-2383"})
    void takesPublishedTestNumbers(String number) {
        assertThat(IdNumber.parse(number)).hasValueSatisfying(id -> {
            assertThat(id.text()).isEqualTo(number);
            assertThat(id.kind()).isEqualTo(Kind.PERSONAL);
        });
    }

    @Test
    void writesEveryFormTheSame() {
        assertThat(IdNumber.parse("201403122383")).isEqualTo(IdNumber.parse("20140312-2383"));
        assertThat(IdNumber.parse(" 20140312 2383 ")).isEqualTo(IdNumber.parse("20140312-2383"));
    }

    @Test
    @Clause("VGB-35")
    void takesCoordinationNumbers() {
        assertThat(IdNumber.parse("19610973-2393")).hasValueSatisfying(id -> {
            assertThat(id.kind()).isEqualTo(Kind.COORDINATION);
            assertThat(id.birthDate()).isEqualTo(LocalDate.of(1961, 9, 13));
        });
    }

    @Test
    @Clause("VGB-35")
    void takesReserveNumbersOfVastraGotaland() {
        assertThat(IdNumber.parse("20260102K061")).hasValueSatisfying(id -> {
            assertThat(id.kind()).isEqualTo(Kind.RESERVE);
            assertThat(id.birthDate()).isEqualTo(LocalDate.of(2026, 1, 2));
        });
        assertThat(IdNumber.parse("20260102K051")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20140312-2384", "20140231-2383", "123", "", "åååå", "20141312-2383", "<script>"})
    void refusesWhatIsNoNumber(String number) {
        assertThat(IdNumber.parse(number)).isEmpty();
    }

    @Test
    void neverShowsTheNumberByAccident() {
        assertThat(IdNumber.parse("20140312-2383").orElseThrow().toString()).doesNotContain("2014");
    }
}
