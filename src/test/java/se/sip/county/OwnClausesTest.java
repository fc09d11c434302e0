package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A county's staff see their own agreement's clauses and the law's, never another county's. */
class OwnClausesTest {

    private final OwnClauses halland = new OwnClauses(new County("halland", "Halland", Set.of("HAL")));
    private final OwnClauses none = new OwnClauses(new County("testlan", "Testlän", Set.of()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<sip-date name=\"a\" clause=\"VGU-129 HAL-114\" required>|<sip-date name=\"a\" clause=\"HAL-114\" required>",
            "<sip-date name=\"a\" clause=\"VGU-129\" required>|<sip-date name=\"a\" required>",
            "<sip-date name=\"a\" clause=\"HAL-114\" required>|<sip-date name=\"a\" clause=\"HAL-114\" required>",
            "Den kallar (VGU-136, HAL-94).|Den kallar (HAL-94).",
            "Den kallar (VGU-136).|Den kallar.",
            "Steget (VGV-19, VGU-123–VGU-134, VGU-156 till VGU-162).|Steget.",
            "Myndig (VGV-22, FB 9:1).|Myndig (FB 9:1).",
            "Lagen (HSL 16:4).|Lagen (HSL 16:4).",
            "Ärendet (till exempel SIP-2026-000123).|Ärendet (till exempel SIP-2026-000123)."})
    void anotherCountysClausesAreLeftOut(String written, String shown) {
        assertThat(halland.in(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "clausul|clausul",
            "<sip-date name=\"a\" clause=\"VGU-129 HAL-114\">|<sip-date name=\"a\">",
            "Den kallar (VGU-136, HAL-94).|Den kallar."})
    void aCountyWithoutAnAgreementSeesNobodys(String written, String shown) {
        assertThat(none.in(written)).isEqualTo(shown);
    }
}
