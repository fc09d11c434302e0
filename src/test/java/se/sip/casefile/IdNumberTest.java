package se.sip.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
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
import se.sip.testing.ShippedCounties;

class IdNumberTest {

    /** The counties that come with the product. */
    private static final IdNumbers NUMBERS = new IdNumbers(ShippedCounties.properties());

    @ParameterizedTest
    @ValueSource(strings = {"20000125-2386", "20030202-2389", "19610118-2803", "19900222-2397", "20140312-2383"})
    void takesPublishedTestNumbers(String number) {
        assertThat(NUMBERS.parse(number)).hasValueSatisfying(id -> {
            assertThat(id.text()).isEqualTo(number);
            assertThat(id.kind()).isEqualTo(Kind.PERSONAL);
        });
    }

    @Test
    void writesEveryFormTheSame() {
        assertThat(NUMBERS.parse("201403122383")).isEqualTo(NUMBERS.parse("20140312-2383"));
        assertThat(NUMBERS.parse(" 20140312 2383 ")).isEqualTo(NUMBERS.parse("20140312-2383"));
    }

    @Test
    @Clause("VGB-35")
    void takesCoordinationNumbers() {
        assertThat(NUMBERS.parse("19610973-2393")).hasValueSatisfying(id -> {
            assertThat(id.kind()).isEqualTo(Kind.COORDINATION);
            assertThat(id.birthDate()).isEqualTo(LocalDate.of(1961, 9, 13));
        });
    }

    @Test
    @Clause("VGB-35")
    void takesReserveNumbersOfVastraGotaland() {
        assertThat(NUMBERS.parse("20260102K061")).hasValueSatisfying(id -> {
            assertThat(id.kind()).isEqualTo(Kind.RESERVE);
            assertThat(id.birthDate()).isEqualTo(LocalDate.of(2026, 1, 2));
        });
        assertThat(NUMBERS.parse("20260102K051", "vgr")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vgr, 20260102K061, 2026-01-02", "vgr, 20260102-M890, 2026-01-02", "vgr, 20251231X452, 2025-12-31",
        "vgr, 20240229A123, 2024-02-29", "vgr, 20240229-Z999, 2024-02-29",
        "halland, 202601321234, 2026-01-01", "halland, 20240259-0001, 2024-02-28", "halland, 201106409999, 2011-06-09",
        "dalarna, 20260102A123, 2026-01-02", "dalarna, 19801231-K051, 1980-12-31", "dalarna, 21000101Z000, 2100-01-01"})
    @Clause("VGB-35")
    void eachCountyTakesItsOwnReserveNumbersOnly(String county, String number, LocalDate born) {
        assertThat(NUMBERS.parse(number, county)).hasValueSatisfying(id -> {
            assertThat(id.kind()).isEqualTo(Kind.RESERVE);
            assertThat(id.birthDate()).isEqualTo(born);
            assertThat(NUMBERS.parse(id.text(), county)).as("its normal form").contains(id);
        });
        assertThat(NUMBERS.parse(number, "testlan")).isEmpty();
        assertThat(NUMBERS.parse(number)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "vgr, 20260102K051, LRID from 06", "vgr, 20260102K901, LRID to 89", "vgr, 20230229A123, no such day",
        "vgr, 20260102|061, the bar of the source's pattern is no letter", "vgr, 202601321234, Halland's",
        "halland, 202601311234, day 31 is no reserve number", "halland, 202601601234, day 60", "halland, 20261332-1234, month 13",
        "halland, 20260102A123, Dalarna's", "halland, 160001321234, from 1700",
        "dalarna, 17991231A123, from 1800", "dalarna, 20260230A123, no such day", "dalarna, 202601321234, Halland's",
        "dalarna, 20260102Å123, no letter of the pattern", "vgr, 20260102AA23, two letters"})
    void whatIsNoReserveNumberOfTheCountyIsRefused(String county, String number, String why) {
        assertThat(NUMBERS.parse(number, county)).as(why).isEmpty();
    }

    @Test
    void aNumberOfThePopulationRegisterIsTakenEverywhere() {
        for (String county : new String[] {"vgr", "halland", "dalarna", "testlan"}) {
            assertThat(NUMBERS.parse("20140312-2383", county)).isPresent();
            assertThat(NUMBERS.parse("19610973-2393", county)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20140312-2384", "20140231-2383", "123", "", "åååå", "20141312-2383", "<script>"})
    void refusesWhatIsNoNumber(String number) {
        assertThat(NUMBERS.parse(number)).isEmpty();
    }

    @Test
    void neverShowsTheNumberByAccident() {
        assertThat(NUMBERS.parse("20140312-2383").orElseThrow().toString()).doesNotContain("2014");
    }

    @ParameterizedTest
    @CsvSource({"610118-2803, 19610118-2803", "19610118+2803, 19610118-2803", "610118+2803, 18610118-2803",
        "6101182803, 19610118-2803"})
    void aPlusSignStandsForAHundredYearsAndIsNotKept(String written, String normal) {
        assertThat(NUMBERS.parse(written)).hasValueSatisfying(id -> assertThat(id.text()).isEqualTo(normal));
    }

    @Test
    @Clause("VGB-35")
    void theDayOfACoordinationNumberIsOutsideAnyMonthUntilSixtyIsTakenAway() {
        assertThat(NUMBERS.parse("19610991-2391")).as("31 September").isEmpty();
        assertThat(NUMBERS.parse("19610992-2390")).as("day 32").isEmpty();
    }

    @Test
    void everyOtherCheckDigitIsRefused() {
        for (int digit = 0; digit <= 9; digit++) {
            assertThat(NUMBERS.parse("20140312-238" + digit).isPresent()).isEqualTo(digit == 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"20140312-2383, 2014-03-12, true", "20140312-2383, 2014-03-11, false",
        "20260102-K061, 2026-01-02, true", "20260102-K061, 2026-01-01, false", "'', 2026-01-01, false"})
    void aFieldTakesNumbersOfTheBornOnly(String number, LocalDate today, boolean valid) {
        Clock clock = Clock.fixed(EngineDates.startOf(today).toInstant(), EngineDates.ZONE);
        try (ValidatorFactory factory = Validation.byDefaultProvider().configure().clockProvider(() -> clock)
                .constraintValidatorFactory(new WithNumbers()).buildValidatorFactory()) {
            var faults = factory.getValidator().validate(new Field(number));

            assertThat(faults.isEmpty()).isEqualTo(valid);
            assertThat(faults).allSatisfy(fault -> assertThat(fault.getMessage()).startsWith("Numret stämmer inte")
                    .doesNotContain("2014"));
        }
    }

    /** As Spring does: gives the check what it needs. */
    private static class WithNumbers implements ConstraintValidatorFactory {
        @Override
        public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
            return type.cast(new ValidIdNumber.Check(NUMBERS));
        }

        @Override
        public void releaseInstance(ConstraintValidator<?, ?> check) {
            // Holds nothing.
        }
    }

    private record Field(@ValidIdNumber String number) {
    }
}
