package se.sip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of made-up cases as a process owner writes it: every fault is told in Swedish with file and line. */
class StoryFileTest {

    private static final StoryFile.Known KNOWN = new StoryFile.Known(Set.of("behov", "forbered")::contains,
            Set.of("sip")::contains);

    @Test
    void wordsNumbersAndDaysAreWhatTheyLookLike() {
        var read = read("""
                fall:
                  - namn: Alva
                    steg:
                      - {dag: 2026-03-03 15:45, starta: sip, svar: {on: 2026-03-02, at: 13:00, answer: YES, sure: true, goalNo: 1, code: "1490"}}
                """);
        assertThat(read.faults()).isEmpty();
        var step = read.stories().get(0).steps().get(0);
        assertThat(step.at()).isEqualTo(LocalDateTime.parse("2026-03-03T15:45"));
        assertThat(step.answers()).hasToString("{\"on\":\"2026-03-02\",\"at\":\"13:00\",\"answer\":\"YES\",\"sure\":true,"
                + "\"goalNo\":1,\"code\":\"1490\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {dag: 2026-03-33, starta: sip}         | ingen dag
            {dag: 3 mars, starta: sip}             | ingen dag
            {dag: 2026-03-03, starta: sipp}        | ingen process ”sipp”
            {dag: 2026-03-03, formular: behov}     | starta en process
            {starta: sip}                          | ska ha en dag
            {dag: 2026-03-03, starta: sip, svra: 1}| ”svra” känns inte igen
            {dag: 2026-03-03, starta: sip, svar: 1}| namn och värden
            hej                                    | namn och värden
            """)
    void aFaultIsToldWithItsLine(String step, String said) {
        var faults = read("fall:\n  - namn: Alva\n    steg:\n      - " + step + "\n").faults();
        assertThat(faults).isNotEmpty().allMatch(fault -> fault.file().equals("egna.yml") && fault.line() == 4);
        assertThat(faults).anyMatch(fault -> fault.fault().contains(said));
    }

    @Test
    void allFaultsOfAFileAreToldAtOnce() {
        var faults = read("""
                grund:
                  behvo: {urgent: false}
                fall:
                  - om: Utan namn
                    steg:
                      - {dag: 2026-03-03, starta: sip}
                      - {formular: forbred}
                      - {dag: 2026-03-01}
                  - namn: Utan steg
                """).faults();
        assertThat(faults).extracting(StoryFault::line).containsExactly(2, 4, 7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'fall: [{namn: Alva'               | YAML
            ''                                 | tom
            'lan: vgr'                         | inga fall
            'fall: Alva'                       | inga fall
            """)
    void aFileThatCannotBeReadIsTold(String text, String said) {
        assertThat(read(text == null ? "" : text).faults()).singleElement()
                .satisfies(fault -> assertThat(fault.fault()).contains(said));
    }

    private static StoryFile.Read read(String text) {
        return StoryFile.read(new StoryFile.Source("egna.yml", text), KNOWN);
    }
}
