package se.sip.correspondence.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import se.sip.Clause;

/** Every kind of document, in every county, with the longest and the emptiest content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperTest {

    private static final String LONG = "Specialistsjukvårdsorganisationens samordningsansvarsfördelning för barn- och "
            + "ungdomspsykiatrisk öppenvårdsverksamhet behöver klargöras tillsammans med familjen. ";
    private static final List<String> COUNTIES = List.of("vgr", "halland", "dalarna");
    private static final List<String> MANY = Collections.nCopies(5, LONG);
    private static final String VERY_LONG = LONG.repeat(8);

    private PaperWriter writer;

    @BeforeAll
    void start() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        writer = new PaperWriter(new PdfRenderer(Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"),
                java.time.ZoneId.of("Europe/Stockholm"))));
    }

    static Stream<Arguments> everyDocument() {
        return Arrays.stream(DocumentKind.values()).flatMap(kind -> COUNTIES.stream()
                .map(county -> Arguments.of(county, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyDocument")
    void isPdfA2aAndPdfUa1(String county, DocumentKind kind) throws Exception {
        byte[] longest = writer.write(county, kind.template(), head(true), longest(kind));
        valid(longest);
        valid(writer.write(county, kind.template(), head(false), emptiest(kind)));
        assertThat(text(longest)).as("every text is there").doesNotContain("??").contains("10 kap. 8 §",
                "SIP-2026-000001", "Barn- och ungdomspsykiatrin i Borås");
    }

    @Test
    @Clause("BOR-09")
    void aCountyChangesATextAndTheOthersKeepTheBase() throws Exception {
        assertThat(text(writer.write("dalarna", "information", head(false), new InformationPaper())))
                .contains("ger inte förtur");
        for (String county : List.of("vgr", "halland")) {
            assertThat(text(writer.write(county, "information", head(false), new InformationPaper()))).as(county)
                    .doesNotContain("förtur").contains("rätt att begära en");
        }
    }

    /** {@code documents/provlan} stands among the tests' files. */
    @Test
    void aCountyChangesATemplateOrAPartThatManyShareAndTheOthersKeepTheBase() throws Exception {
        var closed = new NoticePaper(null, null, null);
        assertThat(writer.templateOf("provlan", DocumentKind.CLOSED)).isEqualTo("provlan/avslut");
        assertThat(writer.templateOf("halland", DocumentKind.CLOSED)).isEqualTo("avslut");
        assertThat(text(writer.write("provlan", "avslut", head(false), closed))).contains("Provlänets eget besked",
                "Provlänets sidfot", "Uppge ärendenummer");
        assertThat(text(writer.write("provlan", "nekad", head(false), closed))).as("the base's, with the county's foot")
                .contains("en SIP görs inte", "Provlänets sidfot", "Klaga hos patientnämnd P.");
        assertThat(text(writer.write("halland", "avslut", head(false), closed))).doesNotContain("Provlän")
                .contains("Till den som har varit huvudansvarig");
        valid(writer.write("provlan", "avslut", head(true), closed));
    }

    @Test
    @Clause({"VGU-90", "HAL-64", "HAL-65", "HAL-66", "BOR-44"})
    void aCallSaysWhyGoalQuestionsContributionWhenWhereAndWhatMayNotBeTakenUp() throws Exception {
        String text = text(writer.write("vgr", "kallelse", head(true), call()));
        assertThat(text).contains("Kallelse till SIP-möte", "Gäller: Alva Exempel", "torsdag 19 mars 2026",
                "Ängsskolan, rum 12", "skyldiga att delta", "12 mars 2026", "Samordna stödet", "Går till skolan",
                "Hur kommer Alva tillbaka?", "Berätta om insatser", "BUP i Borås", "Kallad", "Tolk behövs: arabiska",
                "Detta får inte tas upp", "Skilsmässan", "Box 1", "SIP-2026-000001", "Sida 1 av");
        assertThat(text(writer.write("vgr", "inbjudan", head(true), call()))).contains("inte skyldiga att delta")
                .doesNotContain("kallade och");
    }

    @Test
    @Clause({"HAL-71", "HAL-72", "VGU-160"})
    void aMovedMeetingSaysTheNewTimeAndACancelledOneWhichFallsAway() throws Exception {
        var paper = new MeetingChangePaper("fredag 20 mars 2026 kl. 13.00–14.30", "Ängsskolan, rum 12",
                "Fysiskt möte", null, true);
        assertThat(text(writer.write("vgr", "mote-flyttas", head(true), paper))).contains("Mötet flyttas", "Alva Exempel",
                "fredag 20 mars 2026", "Ängsskolan, rum 12", "En ny inbjudan kommer");
        assertThat(text(writer.write("vgr", "mote-installt", head(true), paper))).contains("Mötet ställs in",
                "fredag 20 mars 2026", "fortsätter som vanligt").doesNotContain("inbjudan");
    }

    @Test
    @Clause({"VGU-123", "VGU-125", "VGU-126", "VGU-127", "VGU-128", "VGU-129", "VGU-130", "VGU-133", "VGU-143",
            "HAL-101", "HAL-104"})
    void aPlanIsThePersonsOwnWithGoalFirstThenWhoDoesWhatWhenAndWhere() throws Exception {
        var plan = new PlanPaper("Kommunen, Elevhälsan, Anna Kurator", "Alva går till skolan varje dag.", "Att slippa "
                + "ont i magen", "Alva väcker sig själv", "Trygghet", List.of(new PlanPaper.SubGoal("Tre dagar",
                "På kort sikt", "Anpassat schema")), List.of(new PlanPaper.Promised("Samtal", "BUP, Kim Ek",
                "från 23 mars 2026", "Varje vecka", "På skolan", "Ej bekräftad")),
                List.of(new PlanPaper.Other("Mormor", "Skjutsar", "Måndagar")), "24 juni 2026, Ängsskolan",
                List.of(new PlanPaper.Contact("BUP", "Kim Ek", "033-000 00 00")), "Pappa vill ha mer stöd.",
                List.of(), null, List.of(new PlanPaper.OwnAnswered("Vilket språk talar ni hemma?", "Sydsamiska")), null);
        String text = text(writer.write("vgr", "plan", head(false), plan));
        assertThat(text).contains("Alva Exempel", "Anna Kurator", "Samtal", "Varje vecka", "På skolan",
                "Ej bekräftad", "Mormor", "24 juni 2026", "033-000 00 00", "Pappa vill ha mer stöd", "Tre dagar",
                "En insats slutar inte");
        assertThat(text).as("no family speaks where an adult does").contains("Det gör jag själv")
                .doesNotContain("familjen");
        assertThat(text(writer.write("vgr", "plan", head(true), plan))).contains("Det gör jag och familjen själva");
        assertThat(text.indexOf("går till skolan varje dag")).isLessThan(text.indexOf("Vem gör vad"));
        assertThat(text.indexOf("Att slippa")).isLessThan(text.indexOf("Samtal"));
    }

    @Test
    void fortyInterventionsBreakWellAndEveryPageRepeatsTheTablesHead() throws Exception {
        long before = System.nanoTime();
        byte[] pdf = writer.write("vgr", "plan", head(true), longest(DocumentKind.PLAN));
        System.out.printf("The longest plan: %d ms, %d bytes%n", (System.nanoTime() - before) / 1_000_000, pdf.length);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            var page = new PDFTextStripper();
            int heads = 0;
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                page.setStartPage(i);
                page.setEndPage(i);
                String text = page.getText(document);
                assertThat(text).contains("Sida " + i + " av " + document.getNumberOfPages());
                heads += text.contains("Hur ofta") ? 1 : 0;
            }
            assertThat(heads).isGreaterThan(3);
        }
    }

    @Test
    void longWordsAreDividedBySwedishRules() throws Exception {
        byte[] pdf = writer.write("vgr", "nekad", head(true), new NoticePaper(VERY_LONG, null, null));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // The hyphen at the end of a line is a soft one: a screen reader reads the word whole.
            assertThat(new PDFTextStripper().getText(document)).containsPattern("organisatio\u00ad?\\Rnens");
        }
    }

    @Test
    @Clause({"VGU-61", "VGU-63", "HAL-47", "HAL-49", "BOR-35", "BOR-37"})
    void aConsentNamesUnitsInformationWhatIsExcludedUntilWhenThatItIsFreeAndWhoSigns() throws Exception {
        String text = text(writer.write("halland", "samtycke", head(false), new ConsentPaper(List.of("BUP i Halmstad"),
                List.of("Habiliteringen"), List.of("Skolfrånvaro"), List.of("Skilsmässan"), "31 december 2026",
                List.of("Vårdnadshavare: Eva", "Den unge själv: Alva"))));
        assertThat(text).contains("BUP i Halmstad", "De här får inte • Habiliteringen", "Skolfrånvaro",
                "Det här får inte tas upp • Skilsmässan", "Till och med 31 december 2026", "dock längst ett år",
                "Det är frivilligt", "tas tillbaka när som helst", "Vårdnadshavare: Eva", "Den unge själv: Alva",
                "Ort, datum och namnteckning");
    }

    @Test
    @Clause({"VGU-115", "VGU-116", "HAL-91", "BOR-59"})
    void anAgendaSaysThePointsInOrderPurposeGoalQuestionsAndWhatMayNotBeTakenUp() throws Exception {
        String text = text(writer.write("vgr", "dagordning", head(false), new AgendaPaper("torsdag 19 mars 2026",
                "Ängsskolan", "Fysiskt möte", null, List.of("Presentation", "Nuläge", "Insatser"), "Samordna stödet",
                "Går till skolan", List.of("Hur går det?"), "Alva är med hela tiden", List.of("Skilsmässan"))));
        assertThat(text).contains("torsdag 19 mars 2026", "Ängsskolan", "Samordna stödet", "Går till skolan",
                "Hur går det?", "Alva är med hela tiden", "Skilsmässan");
        assertThat(text.indexOf("Presentation")).isLessThan(text.indexOf("Nuläge")).isPositive();
        assertThat(text.indexOf("Nuläge")).isLessThan(text.indexOf("Insatser"));
    }

    @Test
    @Clause("VGV-20")
    void theFamilyReadsWhoComesFromWhereAndWhoDoesNot() throws Exception {
        String text = text(writer.write("vgr", "deltagare", head(true), new ParticipantsPaper("torsdag", "Ängsskolan",
                "Fysiskt möte", null, List.of(new ParticipantsPaper.Coming("BUP i Borås", "Kim Ek", "Psykolog", true)),
                List.of("Socialtjänsten"), List.of("Habiliteringen"))));
        assertThat(text).contains("BUP i Borås", "Kim Ek", "Psykolog", "Ersättare", "Har inte svarat än • Socialtjänsten",
                "Kommer inte • Habiliteringen", "Hör av er före mötet");
    }

    @Test
    @Clause({"VGU-149", "VGU-150", "VGU-151", "HAL-117"})
    void aSummaryOfAFollowUpSaysWhatWasReachedWhatIsNewAndHowItGoesOn() throws Exception {
        String text = text(writer.write("vgr", "uppfoljning", head(false), new FollowUpPaper("24 juni 2026",
                "Delvis nått", "Ny lärare", "Samtal varje vecka", "Mer närvaro", "Läxhjälp", "Planen ändras")));
        assertThat(text).contains("24 juni 2026", "Delvis nått", "Ny lärare", "Samtal varje vecka", "Mer närvaro",
                "Läxhjälp", "Planen ändras");
    }

    @Test
    @Clause({"VGB-11", "VGU-11", "VGU-101", "HAL-26", "HAL-127", "BOR-22", "BOR-09"})
    void aNoSaysWhyAndWhereToTurnAndAnEndingWithoutASipSaysNoReason() throws Exception {
        var paper = new NoticePaper("Insatser behövs bara från kommunen.", null, "Ring elevhälsan.");
        for (String withReason : List.of("nekad", "behovs-ej")) {
            assertThat(text(writer.write("vgr", withReason, head(true), paper))).as(withReason)
                    .contains("Insatser behövs bara från kommunen.", "Ring elevhälsan.");
        }
        assertThat(text(writer.write("halland", "ingen-sip", head(true), paper))).contains("Ring elevhälsan.",
                "Ni kan be om en SIP när som helst").doesNotContain("bara från kommunen");
        assertThat(text(writer.write("vgr", "information", head(false), new InformationPaper())))
                .contains("rätt att begära en", "Det görs ingen SIP utan samtycke");
        assertThat(text(writer.write("vgr", "information-barn", head(false), new InformationPaper())))
                .contains("Det här är till dig", "Du får ändra dig", "vad ingen ska prata om");
    }

    /** The guide of what is sent has a picture of each; {@code -Dsip.document.pictures=true} draws those that lack one. */
    @Test
    void everyKindOfDocumentStandsInTheGuideWithAPicture() throws Exception {
        String guide = Files.readString(Path.of("docs/documents.md"));
        for (DocumentKind kind : DocumentKind.values()) {
            Path picture = Path.of("docs/images/documents", kind.template() + ".png");
            if (Boolean.getBoolean("sip.document.pictures") && !Files.exists(picture)) {
                draw(writer.write("vgr", kind.template(), head(true), sample(kind)), picture);
            }
            assertThat(picture).exists();
            assertThat(guide).as("docs/documents.md").contains("images/documents/" + kind.template() + ".png");
        }
    }

    private static Paper sample(DocumentKind kind) {
        if (kind.content() == CallPaper.class) {
            return call();
        }
        return kind.content() == LogPaper.class ? new LogPaper("1 mars 2026 till 30 juni 2026", List.of(
                new LogPaper.Row("6 mars 2026 kl. 09.00", "SIP-2026-000001", "Elevhälsan i Borås", "Läste ärendet",
                        "Sammankallar"), new LogPaper.Row("9 mars 2026 kl. 10.30", "SIP-2026-000001", "BUP i Borås",
                                "Läste kallelsen", "Samtycke"))) : longest(kind);
    }

    private static void draw(byte[] pdf, Path picture) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 60, ImageType.GRAY), "png", picture.toFile());
        }
    }

    @Test
    @Clause("VGU-162")
    void aClosingSaysWhereToTurn() throws Exception {
        assertThat(text(writer.write("vgr", "avslut", head(false), new NoticePaper(null, null, "Ring elevhälsan."))))
                .contains("Ring elevhälsan.", "stöd som ges fortsätter");
    }

    private static Head head(boolean posted) {
        return new Head("Elevhälsan i Borås", "033-35 70 00", "SIP-2026-000001", "6 mars 2026",
                posted ? List.of("Barn- och ungdomspsykiatrin i Borås", "Box 1", "999 01 Borås") : List.of(),
                "Alva Exempel", !posted, "Dokument", posted ? 2 : 1);
    }

    private static CallPaper call() {
        return new CallPaper("torsdag 19 mars 2026 kl. 13.00–14.30", "Ängsskolan, rum 12", "Fysiskt möte", null,
                "Samordna stödet", "Går till skolan", List.of("Hur kommer Alva tillbaka?"), "Berätta om insatser",
                List.of(new CallPaper.Called("BUP i Borås", "Kallad")), "12 mars 2026", "Anna", "Passar familjen",
                "arabiska", null, List.of("Skilsmässan"));
    }

    private static Paper longest(DocumentKind kind) {
        if (kind.content() == CallPaper.class) {
            return new CallPaper("torsdag 19 mars 2026 kl. 13.00–14.30", LONG, LONG, LONG, VERY_LONG, VERY_LONG, MANY,
                    VERY_LONG, Collections.nCopies(12, new CallPaper.Called(LONG, "Inbjuden")), "12 mars 2026", LONG,
                    VERY_LONG, LONG, LONG, MANY);
        } else if (kind.content() == MeetingChangePaper.class) {
            return new MeetingChangePaper("torsdag 19 mars 2026 kl. 13.00–14.30", LONG, LONG, VERY_LONG, true);
        } else if (kind.content() == ParticipantsPaper.class) {
            return new ParticipantsPaper("torsdag", LONG, LONG, LONG, Collections.nCopies(12,
                    new ParticipantsPaper.Coming(LONG, LONG, LONG, true)), MANY, MANY);
        } else if (kind.content() == AgendaPaper.class) {
            return new AgendaPaper("torsdag", LONG, LONG, LONG, MANY, VERY_LONG, VERY_LONG, MANY, VERY_LONG, MANY);
        } else if (kind.content() == ConsentPaper.class) {
            return new ConsentPaper(MANY, MANY, MANY, MANY, "31 december 2026", List.of("Vårdnadshavare: Eva",
                    "Vårdnadshavare: Per", "Den unge själv: Alva"));
        } else if (kind.content() == PlanPaper.class) {
            return new PlanPaper(LONG, VERY_LONG, VERY_LONG, VERY_LONG, VERY_LONG, Collections.nCopies(4,
                    new PlanPaper.SubGoal(LONG, "På lång sikt", LONG)), Collections.nCopies(40,
                    new PlanPaper.Promised(LONG, LONG, "från 23 mars 2026 till 29 maj 2026", LONG, LONG,
                            "Ej bekräftad")), Collections.nCopies(4, new PlanPaper.Other(LONG, LONG, LONG)), LONG,
                    Collections.nCopies(4, new PlanPaper.Contact(LONG, LONG, LONG)), VERY_LONG, MANY, LONG,
                    List.of(new PlanPaper.OwnAnswered(LONG, VERY_LONG)), LONG);
        } else if (kind.content() == NoticePaper.class) {
            return new NoticePaper(VERY_LONG, VERY_LONG, VERY_LONG);
        } else if (kind.content() == FollowUpPaper.class) {
            return new FollowUpPaper("24 juni 2026", VERY_LONG, VERY_LONG, VERY_LONG, VERY_LONG, VERY_LONG, LONG);
        } else if (kind.content() == LogPaper.class) {
            return new LogPaper(LONG, Collections.nCopies(60, new LogPaper.Row("24 juni 2026 13.00",
                    "SIP-2026-000001", LONG, LONG, LONG)));
        }
        return kind.content() == LogPaper.class ? new LogPaper(LONG, Collections.nCopies(60,
                new LogPaper.Row("2026-03-06 kl. 09.00", "SIP-2026-000001", LONG, LONG, LONG))) : new InformationPaper();
    }

    private static Paper emptiest(DocumentKind kind) {
        if (kind.content() == CallPaper.class) {
            return new CallPaper("torsdag", null, null, null, null, null, List.of(), null, List.of(), null, null, null,
                    null, null, List.of());
        } else if (kind.content() == MeetingChangePaper.class) {
            return new MeetingChangePaper("torsdag", null, null, null, false);
        } else if (kind.content() == ParticipantsPaper.class) {
            return new ParticipantsPaper("torsdag", null, null, null, List.of(), List.of(), List.of());
        } else if (kind.content() == AgendaPaper.class) {
            return new AgendaPaper("torsdag", null, null, null, List.of(), null, null, List.of(), null, List.of());
        } else if (kind.content() == ConsentPaper.class) {
            return new ConsentPaper(List.of(), List.of(), List.of(), List.of(), null, List.of());
        } else if (kind.content() == PlanPaper.class) {
            return new PlanPaper("Kommunen", "Mål", null, null, null, List.of(), List.of(), List.of(), "24 juni 2026",
                    List.of(), null, List.of(), null, List.of(), null);
        } else if (kind.content() == NoticePaper.class) {
            return new NoticePaper(null, null, null);
        } else if (kind.content() == FollowUpPaper.class) {
            return new FollowUpPaper(null, null, null, null, null, null, null);
        } else if (kind.content() == LogPaper.class) {
            return new LogPaper("24 juni 2026", List.of());
        }
        return kind.content() == LogPaper.class ? new LogPaper("2026", List.of()) : new InformationPaper();
    }

    private static void valid(byte[] pdf) throws Exception {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions().stream()
                        .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                        .map(a -> a.getRuleId().getClause() + " " + a.getMessage()).distinct()).as(flavour.getId())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
