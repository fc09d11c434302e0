package se.sip.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.AdultCase.ADDICTION;
import static se.sip.testing.AdultCase.SOCIAL;
import static se.sip.testing.FormContent.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.Participant.Duty;
import se.sip.casefile.ParticipantRepository;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.OpenForm;
import se.sip.testing.SipTest;

/** Informing an adult in Västra Götaland, preparing with them, their consent and the call that follows. */
@SipTest
class AdultPreparationTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Preparations preparations;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    Invitations invitations;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Documents documents;
    @Autowired
    WebApplicationContext context;
    private AdultCase adult;
    private String number;
    private Map<String, Object> form;

    @BeforeEach
    void socialServicesHaveDiscoveredTheNeed() {
        adult = new AdultCase(sip);
        number = adult.toPreparation(Children.bornOn("19670819"));
        form = AdultCase.forbered(
                Map.of("kind", "SOCIAL_SERVICES", "need", "Boende", "knownThere", true, "unitId", SOCIAL),
                Map.of("kind", "PSYCHIATRY", "need", "Behandling", "knownThere", true, "unitId", ADDICTION));
        sip.today("2026-03-04");
        adult.convener();
    }

    @Test
    @Clause({"VGU-04", "VGU-17", "VGU-20", "VGU-49", "VGU-51"})
    void informationUnderstandingWhatIsImportantAndHowThePersonTakesPartAreAlwaysSaid() {
        var bare = new LinkedHashMap<>(form);
        List.of("informedOn", "understood", "important", "participation", "strengthsAndDifficulties",
                "ownResponsibility").forEach(bare::remove);
        bare.put("informedWhom", List.of());
        assertThatThrownBy(() -> sip.fill(number, "forbered", bare)).hasMessageContaining("informedOn")
                .hasMessageContaining("informedWhom").hasMessageContaining("understood")
                .hasMessageContaining("important").hasMessageContaining("participation")
                .hasMessageContaining("strengthsAndDifficulties").hasMessageContaining("ownResponsibility");
        assertThatThrownBy(() -> sip.fill(number, "forbered", with(form, "understood", false)))
                .hasMessageContaining("understoodNote");
        for (String way : List.of("WITH_SUPPORT", "PART", "LETTER")) {
            assertThatThrownBy(() -> sip.fill(number, "forbered", with(form, "participation", way))).as(way)
                    .hasMessageContaining("participationNote");
        }
        assertThat(sip.open(number)).containsExactly("forbered");
    }

    @Test
    @Clause({"VGU-18", "VGU-19", "VGU-53", "VGU-54", "VGU-55"})
    void languageAndAdaptationsFollowTheCallWhichSaysWhyAndWhatEachContributes() throws Exception {
        var prepared = new LinkedHashMap<>(form);
        prepared.put("informedLanguage", "finska");
        prepared.put("informedAdaptations", "Korta pass");
        prepared.put("meetingWishes", "Förmiddagar, hemma");
        toCall(prepared);
        var task = sip.onlyTask(number, "kallelse");
        var shown = OpenForm.shown(context, task);
        assertThat(shown.get("meetingWishes").asText()).isEqualTo("Förmiddagar, hemma");
        assertThat(shown.get("participation").asText()).isEqualTo("Hela mötet.");
        var call = Journey.kallelse(sip.known(task, "kallelse"));
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(with(with(with(call, "purpose", " "),
                "longTermGoal", " "), "questions", " "), "recipients", List.of(Map.of("asked", true, "contribution",
                        " ", "oralContact", false, "noOralContactReason", "Svår att nå."))))).hasMessageContaining("purpose")
                .hasMessageContaining("longTermGoal").hasMessageContaining("questions")
                .hasMessageContaining("recipients[0].contribution");
        adult.call(number);
        sip.as("kollega", ADDICTION);
        var answer = OpenForm.shown(context, sip.tasksWith(number, "svar").get(0));
        assertThat(answer.get("special").toString()).contains("Tolk behövs: finska", "Anpassningar: Korta pass");
        assertThat(answer.get("purpose").asText()).isNotBlank();
        assertThat(answer.get("longTermGoal").asText()).isNotBlank();
        assertThat(answer.get("questions").asText()).isNotBlank();
        assertThat(answer.get("contribution").asText()).isEqualTo("Berätta om pågående insatser");
    }

    @Test
    @Clause("VGU-48")
    void thoseCloseTakePartUnlessThePersonObjectsAndAnObjectionIsBeforeWhoeverAsksForConsent() throws Exception {
        sip.fill(number, "forbered", with(with(form, "relatives", List.of(Map.of("name", "Siv Berg", "relation",
                "Dotter"))), "notWished", "Inte sonen."));
        adult.keepAll(number);
        assertThat(participants.findByCaseNumberOrderById(number)).filteredOn(p -> "Siv Berg".equals(p.name()))
                .singleElement().extracting(Participant::duty).isEqualTo(Duty.INVITED);
        assertThat(OpenForm.shown(context, sip.onlyTask(number, "samtycke")).get("notWished").toString())
                .contains("Inte sonen.");
    }

    @Test
    @Clause({"VGU-04", "VGU-05", "VGU-47", "VGU-51"})
    void planningGoesOnForWhoHasConsentedAndCannotTakePartAndThePlanSaysTheFourThings() throws Exception {
        var prepared = new LinkedHashMap<>(form);
        prepared.put("participation", "NOT");
        assertThatThrownBy(() -> sip.fill(number, "forbered", prepared)).hasMessageContaining("participationNote");
        prepared.put("participationNote", "Orkar inte, demens.");
        prepared.put("childHeard", false);
        prepared.put("childVoice", "Kontaktpersonen berättar.");
        toCall(prepared);
        adult.call(number);
        adult.answerAll(number);
        var absent = with(adult.held(number), "personTookPart", false);
        assertThatThrownBy(() -> sip.fill(number, "mote", absent)).hasMessageContaining("personAbsentWhy")
                .hasMessageContaining("personHeardHow");
        sip.fill(number, "mote", with(with(absent, "personAbsentWhy", "Sjukdom"), "personHeardHow",
                "Genom kontaktpersonen."));

        assertThat(OpenForm.shown(context, sip.onlyTask(number, "plan")).get("mapped").toString())
                .contains("Alva säger till när det blir för mycket.");
        var contacts = Journey.each(sip.known(sip.onlyTask(number, "plan"), "plan").get("contacts"),
                Map.of("person", " "));
        assertThatThrownBy(() -> sip.fill(number, "plan", with(with(with(with(adult.plan(number), "ownPart", " "),
                "needs", " "), "contacts", contacts), "interventions", List.of(with(with(Journey.intervention(
                        "Boendestöd", SOCIAL, true), "owner", null), "startsOn", null)))))
                .hasMessageContaining("ownPart").hasMessageContaining("needs").hasMessageContaining("contacts[0].person")
                .hasMessageContaining("interventions[0].owner").hasMessageContaining("interventions[0].startsOn");
        sip.fill(number, "plan", with(adult.plan(number), "familyCopy", "BY_POST"));
        sip.runJobs();
        sip.deliver(number);
        var plan = documents.of(number).stream().filter(d -> d.kind() == DocumentKind.PLAN).findFirst().orElseThrow();
        assertThat(text(plan.content())).contains("Det är viktigt för mig", "Att få behålla lägenheten.",
                "Harald ringer själv sin handläggare.", "Trygghet i skolan och stöd hemma.", "Boendestöd",
                "från 23 mars 2026", "Kim Ek");
    }

    @Test
    @Clause({"VGU-60", "VGU-62"})
    void theConsentIsPrintedToSignAndOpensOnlyWhatAndForWhomItSays() throws Exception {
        adult.prepare(number);
        sip.today("2026-03-05");
        adult.convener();
        assertThatThrownBy(() -> sip.fill(number, "samtycke", with(adult.samtycke(number), "information", List.of())))
                .hasMessageContaining("information");
        var paper = text(documents.preview(number, DocumentKind.CONSENT, "", Documents.Reader.preview(
                Documents.Reader.Role.PARTICIPANT, List.of())).orElseThrow());
        assertThat(paper).contains("Samtycke till informationsutbyte och SIP", "Beroende", "Harald Berg",
                "Ort, datum och namnteckning");
        sip.fill(number, "samtycke", with(with(adult.samtycke(number), "childManner", "WRITTEN"), "recipients",
                List.of(Map.of("included", true), Map.of("included", true), Map.of("included", false))));
        adult.call(number);
        assertThat(invitations.current(number)).extracting(Invitation::unitId).containsExactly(ADDICTION);
        assertThat(disclosures.covers(number, ADDICTION)).isTrue();
        assertThat(disclosures.covers(number, AdultCase.PROBATION)).as("left out by the person").isFalse();
    }

    /** Prepared with this form, consented to: waits to be called. */
    private void toCall(Map<String, Object> prepared) {
        sip.fill(number, "forbered", prepared);
        adult.keepAll(number);
        sip.today("2026-03-05");
        adult.convener();
        sip.fill(number, "samtycke", adult.samtycke(number));
        sip.today("2026-03-06");
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
