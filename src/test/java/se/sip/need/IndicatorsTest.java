package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.Audience;
import se.sip.need.NeedChoices.Choice;
import se.sip.need.NeedSigns.Sort;
import se.sip.testing.SipTest;

/** The signs and groups of the county's guidance are there to choose, each with its clause, and no others. */
@SipTest
class IndicatorsTest {

    @Autowired
    NeedSigns signs;

    @Test
    @Clause({"VGB-22", "VGB-23", "VGB-24", "VGB-25", "VGB-26", "VGB-27", "VGB-28", "VGB-29", "VGB-30", "VGB-31",
            "VGB-32", "VGV-03"})
    void everySignOfTheGuidanceCanBeChosenOnce() {
        List<Choice> shown = signs.of("vgr", Audience.CHILD, Sort.INDICATOR);
        assertThat(shown).extracting(Choice::help).doesNotHaveDuplicates()
                .containsAll(clauses("VGB", 22, 32)).contains("VGV-03");
        assertThat(shown).extracting(Choice::label).doesNotHaveDuplicates().allMatch(label -> label.length() > 10);
    }

    @Test
    @Clause({"VGB-33", "VGB-34", "VGB-35", "VGB-36"})
    void everyGroupOfTheGuidanceCanBeChosenOnce() {
        assertThat(signs.of("vgr", Audience.CHILD, Sort.RISK_GROUP)).extracting(Choice::help)
                .containsExactlyElementsOf(clauses("VGB", 33, 36));
    }

    @Test
    @Clause({"VGU-02", "VGU-22", "VGU-23", "VGU-24", "VGU-25", "VGU-26", "VGU-27", "VGU-28", "VGU-29",
            "VGU-30", "VGU-31"})
    void adultsHaveTheirOwn() {
        assertThat(signs.of("vgr", Audience.ADULT, Sort.INDICATOR)).extracting(Choice::help)
                .containsAll(clauses("VGU", 22, 30)).contains("VGU-02").hasSize(10);
        assertThat(signs.of("vgr", Audience.ADULT, Sort.RISK_GROUP)).extracting(Choice::help).containsOnly("VGU-31");
    }

    @Test
    @Clause({"HAL-29", "HAL-30", "HAL-31", "HAL-32", "HAL-33", "HAL-83"})
    void hallandHasItsFiveAndNobodyElses() {
        assertThat(signs.of("halland", Sort.INDICATOR)).extracting(Choice::help)
                .containsExactlyElementsOf(clauses("HAL", 29, 32));
        assertThat(signs.of("halland", Sort.RISK_GROUP)).extracting(Choice::help).containsExactly("HAL-33", "HAL-83");
    }

    @Test
    @Clause({"BOR-17", "BOR-18", "BOR-23", "BOR-24"})
    void dalarnaHasItsSixGroupsToHeedAndDeficientParenting() {
        assertThat(signs.of("dalarna", Sort.INDICATOR)).extracting(Choice::help).containsExactly("BOR-17", "BOR-18");
        assertThat(signs.of("dalarna", Sort.RISK_GROUP)).extracting(Choice::help)
                .containsExactly("BOR-23", "BOR-23", "BOR-23", "BOR-23", "BOR-23", "BOR-23", "BOR-24");
    }

    @Test
    void everyCodeIsOneThatTheFormHandsIn() {
        for (String county : List.of("vgr", "halland", "dalarna", "testlan")) {
            assertThat(signs.of(county, Sort.INDICATOR)).extracting(Choice::value).doesNotHaveDuplicates()
                    .isSubsetOf(Arrays.stream(Indicator.values()).map(Enum::name).toList());
            assertThat(signs.of(county, Sort.RISK_GROUP)).extracting(Choice::value).doesNotHaveDuplicates()
                    .isSubsetOf(Arrays.stream(RiskGroup.values()).map(Enum::name).toList());
        }
    }

    private static List<String> clauses(String of, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> of + "-" + n).toList();
    }
}
