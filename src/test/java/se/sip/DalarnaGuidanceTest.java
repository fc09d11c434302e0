package se.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff in Dalarna read of Borlänge's checklist where they work, and in their guide. */
class DalarnaGuidanceTest {

    @ParameterizedTest
    @Clause({"BOR-01", "BOR-04", "BOR-07", "BOR-08", "BOR-14", "BOR-15", "BOR-16", "BOR-85"})
    @CsvSource(delimiter = '|', value = {
            "BOR-01|Vad kan vi tillsammans göra för barnen i Borlänge",
            "BOR-04|kommun, primärvård",
            "BOR-07|kompletterar nationella och regionala riktlinjer",
            "BOR-08|familjen inte själv behöver samordna",
            "BOR-14|vem som gör vad och när",
            "BOR-15|SIP-processen",
            "BOR-16|den regionala överenskommelsen",
            "BOR-85|1177"})
    void theGuideSaysWhatTheChecklistIsAndWhatItIsFor(String clause, String text) throws IOException {
        assertThat(read("docs/handledning.md").replaceAll("\\s+", " ")).contains(clause).contains(text);
    }

    @ParameterizedTest
    @Clause({"BOR-02", "BOR-03", "BOR-05"})
    @CsvSource(delimiter = '|', value = {"2024-09-10", "2026-12-31", "ledningsgruppen för barn och ungas hälsa",
            "styrgruppen för god och nära vård"})
    void theCountysGuideSaysWhoseItIsAndHowOld(String text) throws IOException {
        assertThat(read("docs/lan.md")).contains(text);
    }

    @ParameterizedTest
    @Clause({"BOR-06", "BOR-09", "BOR-10", "BOR-11", "BOR-13", "BOR-19", "BOR-21", "BOR-25", "BOR-27", "BOR-28",
            "BOR-29", "BOR-30", "BOR-31", "BOR-32", "BOR-33", "BOR-41", "BOR-45", "BOR-46", "BOR-58", "BOR-62", "BOR-68",
            "BOR-74", "BOR-76", "BOR-78"})
    @CsvSource({"behov,BOR-10", "behov,BOR-11", "behov,BOR-13", "behov,BOR-21", "delar/behovsprovning,BOR-19",
            "delar/behovsprovning,BOR-25", "forbered,BOR-09", "forbered,BOR-27", "forbered,BOR-28", "forbered,BOR-29",
            "forbered,BOR-30", "forbered,BOR-31", "forbered,BOR-32", "forbered,BOR-33", "kallelse,BOR-41",
            "kallelse,BOR-45", "kallelse,BOR-46", "kallelse,BOR-58", "plan,BOR-06", "plan,BOR-62", "plan,BOR-68",
            "plan,BOR-74", "besked,BOR-76", "besked_enhet,BOR-78"})
    void theFieldOfAClauseNamesIt(String form, String clause) throws IOException {
        assertThat(read("forms/" + form + ".html")).contains(clause);
    }

    @ParameterizedTest
    @Clause({"BOR-35", "BOR-36", "BOR-37", "BOR-39", "BOR-40"})
    @CsvSource(delimiter = '|', value = {"BOR-35|vad samtycket gäller", "BOR-36|återkallas", "BOR-37|högst ett år",
            "BOR-39|skriva under en samtyckesblankett", "BOR-40|i ert verksamhetssystem"})
    void whoIsAskedForConsentIsFirstToldWhatItMeans(String clause, String text) throws IOException {
        assertThat(read("forms/delar/dalarna/samtycke_information.html")).contains(clause).contains(text);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
