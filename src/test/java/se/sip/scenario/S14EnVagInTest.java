package se.sip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.HallandJourney.BUP;
import static se.sip.testing.HallandJourney.CLINIC;
import static se.sip.testing.HallandJourney.ENTRY_POINT;
import static se.sip.testing.HallandJourney.SCHOOL;
import static se.sip.testing.HallandJourney.SOCIAL;
import static se.sip.testing.HallandJourney.need;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.contact.Contacts;
import se.sip.correspondence.Addressee;
import se.sip.event.LateMeetings;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.SipTest;

/** S14: Tova has no contact with BUP; the first contact goes through En väg in. */
@SipTest
class S14EnVagInTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    CaseFiles cases;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    Contacts contacts;
    @Autowired
    Invitations invitations;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Notices notices;
    @Autowired
    LateMeetings late;

    private String tova() {
        return halland.toConsent(HallandJourney.behov(Children.bornOn("20110930")), need("SCHOOL", true, SCHOOL),
                need("SOCIAL_SERVICES", true, SOCIAL), need("CHILD_PSYCHIATRY", false, null));
    }

    @Test
    @Clause({"HAL-14", "HAL-16", "HAL-85", "HAL-86"})
    void bupWithoutAnOngoingContactIsNotCalledAndAContactWithEnVagInIsATask() {
        String number = tova();

        assertThat(sip.open(number)).as("the case goes on beside the contact").containsExactly("en_vag_in", "samtycke");
        assertThat(standing(number)).extracting(Participant::unitId).contains(ENTRY_POINT).doesNotContain(BUP);
        halland.consent(number);
        sip.today("2026-03-06");
        halland.convener();
        var known = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        assertThat(known.get("recipients").toString()).contains("Socialtjänsten").doesNotContain("BUP")
                .doesNotContain("En väg in");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", halland.kallelse(number, "2026-03-25")))
                .as("without a unit of the region that can be called").hasMessageContaining("HAL-12")
                .hasMessageContaining("Kan inte kallas än");
        assertThat(cases.byNumber(number).isOpen()).isTrue();
    }

    @Test
    @Clause({"HAL-85", "HAL-48", "HAL-41"})
    void theGuardianOrTheStarterTakesTheContactAndTheStarterNeedsTheConsent() {
        String number = tova();
        assertThatThrownBy(() -> sip.complete(number, "en_vag_in", Map.of("contactBy", "STARTER", "contactedOn",
                "2026-03-04"))).hasMessageContaining("samtycke");
        assertThatThrownBy(() -> sip.complete(number, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn",
                "2026-03-30"))).hasMessageContaining("inte varit än");
        halland.consent(number);
        assertThatThrownBy(() -> sip.complete(number, "en_vag_in", Map.of("contactBy", "STARTER", "contactedOn",
                "2026-03-04"))).hasMessageContaining("Samtycket gäller från 2026-03-05");
        sip.complete(number, "en_vag_in", Map.of("contactBy", "STARTER", "contactedOn", "2026-03-05"));
        assertThat(disclosures.covers(number, ENTRY_POINT)).as("what the starter told is logged").isTrue();

        String other = tova();
        sip.complete(other, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn", "2026-03-04"));
        assertThat(disclosures.covers(other, ENTRY_POINT)).as("the guardian's own contact discloses nothing").isFalse();
    }

    @Test
    @Clause({"HAL-41", "HAL-73", "HAL-86", "HAL-87"})
    void theAssessedUnitTakesThePlaceIsConsentedToAndCalledAndTheDateStays() {
        String number = tova();
        sip.complete(number, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn", "2026-03-04"));
        halland.consent(number);
        sip.goTo("2026-03-20");
        halland.convener();
        sip.complete(number, "en_vag_in_svar", Map.of("belongs", true, "unitId", CLINIC, "assessedOn", "2026-03-20"));

        assertThat(standing(number)).filteredOn(Participant::takesPart).extracting(Participant::unitId)
                .contains(CLINIC).doesNotContain(BUP, ENTRY_POINT);
        assertThat(sip.open(number)).contains("utokat_samtycke");
        assertThat(disclosures.covers(number, CLINIC)).as("before the consent is extended").isFalse();
        halland.extend(number, "2026-03-20");
        halland.call(number, "2026-03-20", "2026-03-31");
        assertThat(invitations.current(number)).extracting(Invitation::unitId).contains(CLINIC);
        assertThat(invitations.current(number)).filteredOn(i -> CLINIC.equals(i.unitId()))
                .allMatch(Invitation::isCalled);
        assertThat(disclosures.covers(number, CLINIC)).isTrue();

        assertThat(cases.byNumber(number).meetingDue()).as("18 days of waiting and summer time move nothing")
                .isEqualTo(LocalDate.of(2026, 4, 1));
        sip.goTo("2026-04-01");
        assertThat(late.isPassed(number)).as("the whole of the last day remains").isFalse();
        sip.goTo("2026-04-02");
        assertThat(late.isPassed(number)).isTrue();
        assertThat(cases.byNumber(number).isOpen()).isTrue();
    }

    @Test
    @Clause({"HAL-73", "HAL-86"})
    void aWeekBeforeTheDateTheStarterIsWarnedOnceAndNothingIsAborted() {
        String number = tova();
        sip.complete(number, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn", "2026-03-04"));
        halland.consent(number);
        sip.goTo("2026-03-24");
        assertThat(warnings(number)).isEmpty();
        sip.goTo("2026-03-25");
        assertThat(warnings(number)).containsExactly(Addressee.unit(SCHOOL));
        sip.goTo("2026-03-30");
        assertThat(warnings(number)).as("once").hasSize(1);
        assertThat(sip.open(number)).contains("en_vag_in_svar", "kallelse");
        assertThat(cases.byNumber(number).isOpen()).isTrue();
    }

    @Test
    @Clause({"HAL-73", "HAL-86"})
    void aCorrectedDateMovesTheWarning() {
        String number = tova();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "DATE_CORRECTED", "discoveredOn", "2026-02-20",
                "reason", "Fel dag."));
        sip.goTo("2026-03-15");
        assertThat(warnings(number)).as("30 days from 20 February end 22 March").hasSize(1);
    }

    @Test
    @Clause({"HAL-86", "HAL-87"})
    void theAssessmentIsOfACareUnitOfTheRegionAfterTheContact() {
        String number = tova();
        sip.complete(number, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn", "2026-03-04"));
        for (String wrong : List.of(SOCIAL, ENTRY_POINT, "vgr-bup-boras", "finns-inte")) {
            assertThatThrownBy(() -> sip.complete(number, "en_vag_in_svar", Map.of("belongs", true, "unitId", wrong,
                    "assessedOn", "2026-03-04"))).as(wrong).hasMessageContaining("unitId");
        }
        assertThatThrownBy(() -> sip.complete(number, "en_vag_in_svar", Map.of("belongs", true, "unitId", CLINIC,
                "assessedOn", "2026-03-03"))).hasMessageContaining("innan kontakten togs");
        assertThatThrownBy(() -> sip.complete(number, "en_vag_in_svar", Map.of("belongs", false, "assessedOn",
                "2026-03-04"))).hasMessageContaining("note");
        sip.complete(number, "en_vag_in_svar", Map.of("belongs", false, "assessedOn", "2026-03-04", "note",
                "Vårdcentralen följer upp."));
        assertThat(sip.open(number)).containsExactly("samtycke");
        assertThat(standing(number)).filteredOn(Participant::takesPart).extracting(Participant::unitId)
                .doesNotContain(ENTRY_POINT);
    }

    /** An assessment before consent: the unit is simply named in the consent that is about to be asked for. */
    @Test
    @Clause({"HAL-41", "HAL-87"})
    void anAssessmentBeforeConsentNeedsNoSecondQuestion() {
        String number = tova();
        sip.complete(number, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn", "2026-03-04"));
        sip.complete(number, "en_vag_in_svar", Map.of("belongs", true, "unitId", BUP, "assessedOn", "2026-03-04"));
        halland.consent(number);
        assertThat(sip.open(number)).containsExactly("kallelse");
        halland.call(number, "2026-03-06", "2026-03-25");
        assertThat(invitations.current(number)).extracting(Invitation::unitId).contains(BUP);
    }

    /** The neighbours: the other specialists, several at once, one that is known, and a unit that is no specialist. */
    @Test
    @Clause({"HAL-15", "HAL-16", "HAL-83", "HAL-85"})
    void everySpecialistWithoutContactGoesThroughOneContactAndOthersFollowTheirOwnRule() {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20110930")),
                need("HABILITATION", false, null), need("CHILD_YOUTH_CLINIC", false, null),
                need("CHILD_PSYCHIATRY", true, BUP), need("MUNICIPAL_HEALTH", false, null));
        assertThat(sip.tasksWith(number, "en_vag_in")).as("one contact for both").hasSize(1);
        assertThat(standing(number)).filteredOn(p -> ENTRY_POINT.equals(p.unitId())).singleElement()
                .satisfies(p -> assertThat(p.need()).contains("Barn- och ungdomshabilitering")
                        .contains("Barn- och ungdomsmottagning"));
        assertThat(standing(number)).filteredOn(Participant::takesPart).extracting(Participant::unitId)
                .contains(BUP, "halland-1380-hsv");
    }

    @Test
    @Clause({"HAL-14", "HAL-16"})
    void aUnitThatIsAddedIsAskedAboutToo() {
        String number = halland.toPreparation(with(HallandJourney.behov(Children.bornOn("20110930")), "needsFrom",
                List.of("SCHOOL", "HEALTH_CENTRE")));
        sip.fill(number, "forbered", HallandJourney.forbered(need("SCHOOL", true, SCHOOL),
                need("HEALTH_CENTRE", true, "halland-1380-vc")));
        var keep = List.of(Map.of("keep", true), Map.of("keep", true));
        assertThatThrownBy(() -> sip.fill(number, "enheter", Map.of("proposals", keep, "added",
                List.of(Map.of("inRegister", true, "unitId", BUP))))).hasMessageContaining("knownThere");
        sip.fill(number, "enheter", Map.of("proposals", keep, "added",
                List.of(Map.of("inRegister", true, "unitId", BUP, "knownThere", false))));
        assertThat(standing(number)).extracting(Participant::unitId).contains(ENTRY_POINT).doesNotContain(BUP);
        assertThat(sip.open(number)).contains("en_vag_in");
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-25");
        assertThat(invitations.current(number)).extracting(Invitation::unitId).containsExactly("halland-1380-vc");

        assertThatThrownBy(() -> sip.start("handelse", Map.of("caseNumber", number, "kind", "ADD_UNIT", "unit",
                "halland-habilitering-halmstad", "need", "Träning"))).hasMessageContaining("knownThere");
        sip.start("handelse", Map.of("caseNumber", number, "kind", "ADD_UNIT", "unit",
                "halland-habilitering-halmstad", "need", "Träning", "knownThere", false));
        sip.runJobs();
        assertThat(sip.tasksWith(number, "en_vag_in")).hasSize(1);
        assertThat(invitations.current(number)).hasSize(1);
    }

    @Test
    @Clause({"HAL-16", "HAL-50"})
    void whenTheCaseEndsTheContactEndsWithIt() {
        String number = tova();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "ADMINISTRATIVE_END", "endKind", "MOVED"));
        sip.runJobs();
        assertThat(sip.open(number)).doesNotContain("en_vag_in");
        assertThat(contacts.of(number)).allMatch(c -> !c.isOpen());
    }

    /** Violence in close relations, or a person whom nobody knows, never stops the process. */
    @Test
    @Clause({"HAL-83", "HAL-88"})
    void neitherViolenceNorBeingUnknownStopsTheProcess() {
        String unknown = halland.toConsent(HallandJourney.behov(Children.bornOn("20110930")),
                need("CHILD_PSYCHIATRY", false, null), need("SOCIAL_SERVICES", false, null));
        assertThat(sip.open(unknown)).containsExactly("en_vag_in", "samtycke", "socialtjanst_kontakt");
        String violence = halland.toConsent(with(HallandJourney.behov(Children.bornOn("20110930")), "riskGroups",
                List.of("VIOLENCE")), need("CHILD_PSYCHIATRY", false, null), need("SOCIAL_SERVICES", false, null));
        assertThat(sip.open(violence)).containsExactly("en_vag_in", "samtycke");
        assertThat(standing(violence)).filteredOn(Participant::takesPart).extracting(Participant::unitId)
                .as("called although it knows nobody").contains("halland-1380-mottagning");
    }

    @Test
    @Clause({"HAL-84", "HAL-88", "HAL-90"})
    void anApplicationMakesSocialServicesAUnitThatIsCalled() {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20110930")),
                need("CHILD_PSYCHIATRY", true, BUP), need("SOCIAL_SERVICES", false, null));
        assertThatThrownBy(() -> sip.complete(number, "socialtjanst_kontakt", Map.of("result", "APPLIED",
                "contactBy", "STARTER", "contactedOn", "2026-03-04"))).hasMessageContaining("HAL-88");
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-25");
        assertThat(invitations.current(number)).extracting(Invitation::unitId).containsExactly(BUP);
        sip.complete(number, "socialtjanst_kontakt", Map.of("result", "APPLIED", "contactBy", "GUARDIAN",
                "contactedOn", "2026-03-06"));
        sip.runJobs();
        assertThat(invitations.current(number)).extracting(Invitation::unitId)
                .containsExactly(BUP, "halland-1380-mottagning");
    }

    @Test
    @Clause("HAL-89")
    void forInformationOnlySocialServicesAreNotCalledAndTheHelpIsNoted() {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20110930")),
                need("CHILD_PSYCHIATRY", true, BUP), with(need("SOCIAL_SERVICES", false, null), "informationOnly",
                        true));
        sip.complete(number, "socialtjanst_kontakt", Map.of("result", "INFORMED", "contactBy", "GUARDIAN",
                "contactedOn", "2026-03-04"));
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-25");
        assertThat(invitations.current(number)).extracting(Invitation::unitId).containsExactly(BUP);
        assertThat(contacts.of(number)).singleElement().satisfies(c -> assertThat(c.isOpen()).isFalse());
    }

    private List<Participant> standing(String number) {
        return participants.findByCaseNumberAndStatusOrderById(number, Participant.Status.CONFIRMED);
    }

    private List<Addressee> warnings(String number) {
        return notices.of(number).stream().filter(n -> n.kind() == NoticeKind.CONTACT_OPEN).map(Notice::recipient)
                .toList();
    }
}
