package se.sip.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.sip.Clause;
import se.sip.casefile.IdNumber.Kind;
import se.sip.engine.EngineDates;

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

    @ParameterizedTest
    @CsvSource({"610118-2803, 19610118-2803", "19610118+2803, 19610118-2803", "610118+2803, 18610118-2803",
        "6101182803, 19610118-2803"})
    void aPlusSignStandsForAHundredYearsAndIsNotKept(String written, String normal) {
        assertThat(IdNumber.parse(written)).hasValueSatisfying(id -> assertThat(id.text()).isEqualTo(normal));
    }

    @Test
    @Clause("VGB-35")
    void theDayOfACoordinationNumberIsOutsideAnyMonthUntilSixtyIsTakenAway() {
        assertThat(IdNumber.parse("19610991-2391")).as("31 September").isEmpty();
        assertThat(IdNumber.parse("19610992-2390")).as("day 32").isEmpty();
    }

    @Test
    void everyOtherCheckDigitIsRefused() {
        for (int digit = 0; digit <= 9; digit++) {
            assertThat(IdNumber.parse("20140312-238" + digit).isPresent()).isEqualTo(digit == 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"20140312-2383, 2014-03-12, true", "20140312-2383, 2014-03-11, false",
        "20260102-K061, 2026-01-02, true", "20260102-K061, 2026-01-01, false", "'', 2026-01-01, false"})
    void aFieldTakesNumbersOfTheBornOnly(String number, LocalDate today, boolean valid) {
        Clock clock = Clock.fixed(EngineDates.startOf(today).toInstant(), EngineDates.ZONE);
        try (ValidatorFactory factory = Validation.byDefaultProvider().configure().clockProvider(() -> clock)
                .buildValidatorFactory()) {
            var faults = factory.getValidator().validate(new Field(number));

            assertThat(faults.isEmpty()).isEqualTo(valid);
            assertThat(faults).allSatisfy(fault -> assertThat(fault.getMessage()).startsWith("Numret stämmer inte")
                    .doesNotContain("2014"));
        }
    }

    private record Field(@ValidIdNumber String number) {
    }
}
