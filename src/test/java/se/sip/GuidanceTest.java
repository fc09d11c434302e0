package se.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clause wants said stands where the one who needs it reads it. */
class GuidanceTest {

    @ParameterizedTest
    @Clause({"VGB-01", "VGB-02", "VGB-07", "VGB-19", "VGV-02", "VGV-10", "VGV-18"})
    @CsvSource(delimiter = '|', value = {
            "stöd från skola, socialtjänst och hälso- och sjukvård",
            "alla skyldiga att samarbeta",
            "Skola, socialtjänst, kommunal och regional hälso- och sjukvård startar på lika villkor",
            "En annan aktör har påtalat behovet",
            "Alla som arbetar med barn och unga kan föreslå ett möte",
            "som de har mest kontakt med"})
    void whoDiscoversANeedReadsWhoMayStartAndWhoMayAsk(String text) throws IOException {
        assertThat(form("behov")).contains(text);
    }

    @Test
    @Clause("VGB-09")
    void whoJudgesARequestReadsThatThePersonsOwnJudgementWeighsHeavily() throws IOException {
        assertThat(form("bedomning")).contains("egen bedömning har stor betydelse");
    }

    @ParameterizedTest
    @Clause({"VGB-15", "VGB-16"})
    @CsvSource({"kallelse,VGB-15", "kallelse,VGB-16", "behov,VGB-15"})
    void aQuickMeetingAndADayThatSuitsThoseWhoKnowThePersonAreAskedAbout(String form, String clause)
            throws IOException {
        assertThat(form(form)).contains(clause);
    }

    @ParameterizedTest
    @Clause({"VGU-87", "VGU-88"})
    @CsvSource(delimiter = '|', value = {"har läst frågorna", "har mandat att säga ja", "Vad ni väntas bidra med"})
    void whoIsCalledReadsWhatIsExpected(String text) throws IOException {
        assertThat(form("svar")).contains(text);
    }

    @ParameterizedTest
    @Clause({"VGV-06", "VGV-13", "VGV-14", "VGV-15", "VGV-16", "VGV-17", "VGU-108", "VGU-112", "VGU-115", "VGU-121",
            "VGU-144"})
    @CsvSource(delimiter = '|', value = {
            "samlas alla vid ett tillfälle",
            "gemensam bild av vilket stöd som behövs",
            "del av varandras kunskap",
            "hjälpen kommer i rätt ordning",
            "viktig information når alla",
            "bestämmer hur det ska följas upp",
            "Den som leder mötet",
            "är tillsammans teamet",
            "label=\"Dagordning\"",
            "stor skärm",
            "behoven på varje område i livet",
            "var lyhörd för den det gäller"})
    void whoLeadsTheMeetingReadsWhatItIsFor(String text) throws IOException {
        assertThat(form("mote")).contains(text);
    }

    @ParameterizedTest
    @Clause({"HAL-35", "HAL-59", "HAL-60", "HAL-61"})
    @CsvSource(delimiter = '|', value = {
            "forbered|All planering utgår från vad barnet behöver",
            "delar/stod_forbered|Utgå från barnets situation, erfarenhet och upplevda behov",
            "delar/stod_forbered|bästa tillgängliga kunskap",
            "delar/stod_forbered|styrkor och svårigheter och vad barnet självt kan ta ansvar för",
            "delar/stod_forbered|delaktiga och trygga"})
    void whoPreparesReadsWhatToStartFrom(String form, String text) throws IOException {
        assertThat(form(form)).contains(text);
    }

    @Test
    @Clause("VGU-164")
    void whoPlansADischargeReadsWhichRoutineGoverns() throws IOException {
        assertThat(form("vgr/planering")).contains("Rutin för in- och utskrivning från sluten hälso- och sjukvård samt"
                + " IT-tjänsten SAMSA");
    }

    @ParameterizedTest
    @Clause({"VGU-113", "VGU-120", "VGU-142"})
    @CsvSource(delimiter = '|', value = {
            "personligt, begripligt och tydligt",
            "fungerar för alla",
            "korta meningar",
            "ingen engångsinsats"})
    void whoWritesThePlanReadsHow(String text) throws IOException {
        assertThat(form("plan")).contains(text);
    }

    @ParameterizedTest
    @Clause({"VGB-21", "VGB-37", "VGB-38", "VGV-27", "VGU-163"})
    @CsvSource(delimiter = '|', value = {"2020-08-24", "2023-08-10", "2021-05-06", "platshållare utan innehåll",
            "ersatte VästBus"})
    void whoKeepsTheCountyReadsHowOldItsSourcesAre(String text) throws IOException {
        assertThat(Files.readString(Path.of("docs/lan.md"))).contains(text);
    }

    private static String form(String name) throws IOException {
        return Files.readString(Path.of("forms", name + ".html"));
    }
}
