package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.consent.ConsentQuestions.Choice;
import se.sip.testing.SipTest;

/** What each county asks and in which forms consent may be given; {@code testlan} runs the base. */
@SipTest
class ConsentQuestionsTest {

    @Autowired
    ConsentQuestions questions;

    @ParameterizedTest
    @CsvSource({"vgr, false, true", "vgr, true, true", "halland, false, false", "halland, true, false",
        "testlan, false, false", "testlan, true, false"})
    @Clause({"VGU-65", "HAL-40"})
    void consentHasTwoPartsInVastraGotalandAndOneElsewhere(String county, boolean adult, boolean two) {
        assertThat(questions.twoParts(county, adult)).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({"vgr, false, false", "vgr, true, true", "halland, false, false", "halland, true, false",
        "testlan, false, false", "testlan, true, false"})
    @Clause({"VGU-58", "HAL-45"})
    void onlyAnAdultsConsentInVastraGotalandMayBePresumed(String county, boolean adult, boolean may) {
        assertThat(questions.mayBePresumed(county, adult)).isEqualTo(may);
        assertThat(questions.presumed(county, adult)).hasSize(may ? 1 : 0)
                .allSatisfy(choice -> assertThat(choice.help()).contains("VGU-58"));
    }

    @ParameterizedTest
    @CsvSource({"vgr, false, false", "vgr, true, false", "halland, false, true", "halland, true, false",
        "testlan, false, false", "testlan, true, false"})
    @Clause("HAL-44")
    void onlyHallandHasAnExceptionFromAGuardiansConsent(String county, boolean adult, boolean has) {
        assertThat(questions.guardianExemption(county, adult)).isEqualTo(has);
        assertThat(questions.exemption(county, adult)).hasSize(has ? 1 : 0)
                .allSatisfy(choice -> assertThat(choice.help()).contains("HAL-44", "OSL 10:27"));
    }

    @Test
    @Clause({"VGV-23", "VGU-46"})
    void aChildsConsentInVastraGotalandIsPreferredInWritingAndTheOthersSayThatTheResidentsPageSaysSo() {
        List<Choice> manners = questions.manners("vgr", false);
        assertThat(manners).extracting(Choice::value).containsExactly("WRITTEN", "ORAL", "OTHER");
        assertThat(manners.get(0).label()).isEqualTo("Skriftligt (i första hand)");
        assertThat(manners.subList(1, 3)).allSatisfy(m -> assertThat(m.help()).contains("invånarsidan säger skriftligt",
                "VGV-23", "VGU-46"));
        assertThat(questions.manners("vgr", true)).allSatisfy(m -> {
            assertThat(m.label()).doesNotContain("första hand");
            assertThat(m.help()).doesNotContain("VGV-23");
        });
    }

    @ParameterizedTest
    @CsvSource({"halland, HAL-45", "testlan, OSL 12:2"})
    @Clause({"HAL-45", "HAL-46"})
    void elsewhereNoFormGoesBeforeAnother(String county, String clause) {
        for (boolean adult : new boolean[] {true, false}) {
            assertThat(questions.manners(county, adult)).extracting(Choice::label)
                    .containsExactly("Skriftligt", "Muntligt", "På annat sätt");
            assertThat(questions.manners(county, adult)).allSatisfy(m -> assertThat(m.help()).contains(clause));
        }
    }
}
