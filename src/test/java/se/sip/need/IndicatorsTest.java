package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.sip.Clause;
import se.sip.need.NeedChoices.Choice;

/** The signs and groups of the county's guidance are there to choose, each with its clause. */
class IndicatorsTest {

    @Test
    @Clause({"VGB-22", "VGB-23", "VGB-24", "VGB-25", "VGB-26", "VGB-27", "VGB-28", "VGB-29", "VGB-30", "VGB-31",
            "VGB-32", "VGV-03"})
    void everySignOfTheGuidanceCanBeChosenOnce() {
        assertThat(NeedChoices.indicators()).extracting(Choice::help).doesNotHaveDuplicates()
                .containsAll(clauses(22, 32)).contains("VGV-03");
        assertThat(NeedChoices.indicators()).extracting(Choice::label).doesNotHaveDuplicates()
                .allMatch(label -> label.length() > 10);
    }

    @Test
    @Clause({"VGB-33", "VGB-34", "VGB-35", "VGB-36"})
    void everyGroupOfTheGuidanceCanBeChosenOnce() {
        assertThat(NeedChoices.riskGroups()).extracting(Choice::help).containsExactlyElementsOf(clauses(33, 36));
    }

    @Test
    void everyCodeIsOneThatTheFormHandsIn() {
        assertThat(NeedChoices.indicators()).extracting(Choice::value)
                .isEqualTo(Arrays.stream(Indicator.values()).map(Enum::name).toList());
    }

    private static List<String> clauses(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "VGB-" + n).toList();
    }
}
