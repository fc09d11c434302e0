package se.sip.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sip.Clause;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.consent.Consent.Kind;
import se.sip.consent.ConsentAnswer.Answerer;

/** What a version of a consent comes to on a day, before the table says what follows. */
class ConsentFactsTest {

    private static final LocalDate GIVEN = LocalDate.of(2026, 3, 5);
    private static final LocalDate TURNS_18 = LocalDate.of(2026, 10, 20);

    @ParameterizedTest
    @CsvSource({
        "YES, YES, ALL_YES", "YES, NO, A_NO", "NO, PENDING, A_NO", "YES, PENDING, MISSING", "YES, , MISSING",
        "YES, HINDERED, HINDERED_OTHERS_YES", "HINDERED, NO, A_NO", "HINDERED, PENDING, MISSING",
        "HINDERED, HINDERED, NONE"})
    @Clause({"VGV-08", "VGV-21"})
    void eachGuardianCounts(ExchangeAnswer one, ExchangeAnswer other, String together) {
        assertThat(factsOn(GIVEN, guardian(1L, one), guardian(2L, other))).containsEntry("guardians", together);
    }

    @Test
    void aGuardianWhoWasRegisteredAnewKeepsTheAnswerByName() {
        var renamed = new ConsentAnswer(Answerer.GUARDIAN, 77L, "VH 1", ExchangeAnswer.YES, PlanConsent.YES, GIVEN,
                Manner.WRITTEN, null, null, null);
        assertThat(factsOn(GIVEN, renamed, guardian(2L, ExchangeAnswer.YES))).containsEntry("guardians", "ALL_YES");
    }

    @Test
    @Clause("VGU-63")
    void aConsentHoldsToTheEndOfItsLastDay() {
        var consent = consent(Maturity.NOT_ASSESSED, guardian(1L, ExchangeAnswer.YES));
        var last = LocalDate.of(2026, 12, 31);
        assertThat(new ConsentFacts(consent, person(), List.of(), Set.of(), last).on(last))
                .containsEntry("expired", false);
        assertThat(new ConsentFacts(consent, person(), List.of(), Set.of(), last).on(last.plusDays(1)))
                .containsEntry("expired", true);
    }

    @Test
    @Clause("VGV-22")
    void whatWasSaidAsAChildIsNoConsentOfAnAdult() {
        var own = new ConsentAnswer(Answerer.PERSON, null, null, ExchangeAnswer.YES, PlanConsent.YES, GIVEN,
                Manner.ORAL, null, null, null);
        assertThat(factsOn(TURNS_18.minusDays(1), own)).containsEntry("age", 17).containsEntry("own", "YES");
        assertThat(factsOn(TURNS_18, own)).containsEntry("age", 18).containsEntry("own", "NOT_ASKED");
        assertThat(facts(consent(Maturity.CAN_DECIDE, own), TURNS_18)).containsEntry("own", "YES");
    }

    @Test
    void whatWasSaidLaterWasNotSaidYet() {
        assertThat(factsOn(GIVEN.minusDays(1), guardian(1L, ExchangeAnswer.YES), guardian(2L, ExchangeAnswer.YES)))
                .containsEntry("guardians", "MISSING");
    }

    @Test
    @Clause({"VGU-61", "VGV-08"})
    void onlyThoseWhoAreStillToTakePartCount() {
        var consent = consent(Maturity.NOT_ASSESSED);
        assertThat(new ConsentFacts(consent, person(), List.of(), Set.of(1L, 2L, 3L), null).on(GIVEN))
                .containsEntry("recipients", 2);
        assertThat(new ConsentFacts(consent, person(), List.of(), Set.of(3L), null).on(GIVEN))
                .containsEntry("recipients", 0);
    }

    @Test
    @Clause("VGV-08")
    void anExcludedNameMeetsTheUnitThatCarriesIt() {
        var habilitation = new ConsentTerm(ConsentTerm.Kind.EXCLUDED_PARTY, "Habiliteringen", null);
        assertThat(Consents.excludes(habilitation, "vgr-x", "Barn- och ungdomshabiliteringen i Borås")).isTrue();
        assertThat(Consents.excludes(habilitation, "vgr-x", "Barn- och ungdomspsykiatrin i Borås")).isFalse();
        var unit = new ConsentTerm(ConsentTerm.Kind.EXCLUDED_PARTY, "BUP", "vgr-bup-boras");
        assertThat(Consents.excludes(unit, "vgr-bup-boras", "Annat namn")).isTrue();
        assertThat(Consents.excludes(unit, "vgr-y", "Bupkis")).isFalse();
        assertThat(Consents.excludes(unit, null, null)).isFalse();
    }

    private static Map<String, Object> factsOn(LocalDate day, ConsentAnswer... answers) {
        return facts(consent(Maturity.NOT_ASSESSED, answers), day);
    }

    private static Map<String, Object> facts(Consent consent, LocalDate day) {
        return new ConsentFacts(consent, person(), List.of(registered(1L), registered(2L)), Set.of(1L, 2L), null)
                .on(day);
    }

    private static ConsentAnswer guardian(Long id, ExchangeAnswer answer) {
        return answer == null ? new ConsentAnswer(Answerer.REPRESENTATIVE, null, null, ExchangeAnswer.PENDING, null,
                null, null, null, null, null)
                : new ConsentAnswer(Answerer.GUARDIAN, id, "VH " + id, answer, PlanConsent.YES, GIVEN,
                        Manner.WRITTEN, null, null, null);
    }

    private static Guardian registered(Long id) {
        return new Guardian(id, 1L, "VH " + id, null, null, null, Protection.NONE, null);
    }

    private static Person person() {
        return new Person(1L, "vgr", "20081020-2382", "PERSONNUMMER", LocalDate.of(2008, 10, 20), "Cleo", "Test",
                null, "1490", null, Protection.NONE, null, null);
    }

    private static Consent consent(Maturity maturity, ConsentAnswer... answers) {
        return new Consent(1L, "SIP-2026-000001", 1, Kind.ASKED, null, true, GIVEN, null, null, maturity, null, null,
                true, null, Substitute.NONE, null, null, null, Obstacle.NONE, null, Ground.NONE, null, null, null, null, null, null,
                null, null, new ArrayList<>(List.of(answers)), List.of(new ConsentRecipient(1L, "A", true, null),
                        new ConsentRecipient(2L, "B", true, null), new ConsentRecipient(3L, "C", false, null)),
                List.of());
    }
}
