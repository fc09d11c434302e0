package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.decision.DecisionRecords;
import se.sip.testing.AdultCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.SipTest;

/** An adult's need in Västra Götaland: who may ask, when a request is denied, and base level first. */
@SipTest
class AdultNeedTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    DecisionRecords decisions;
    @Autowired
    BaseLevels baseLevels;

    @BeforeEach
    void atTheSocialServices() {
        sip.today("2026-03-03").as("sofia", AdultCase.SOCIAL);
    }

    @Test
    @Clause({"VGU-09", "VGU-10", "VGU-11"})
    void thePersonOrSomebodyCloseMayAskAndOnlyAnExceptionWithItsReasonIsDenied() {
        String number = sip.start("sip", asked());
        var task = sip.onlyTask(number, "bedomning");
        assertThat(sip.known(task, "bedomning").get("judgement").asText()).isEqualTo("ACCEPT");

        assertThatThrownBy(() -> sip.fill(number, "bedomning", Map.of("judgement", "DENY")))
                .hasMessageContaining("exceptional").hasMessageContaining("denialReason");
        assertThatThrownBy(() -> sip.fill(number, "bedomning", Map.of("judgement", "DENY", "exceptional", false,
                "denialReason", "Ingen tid."))).hasMessageContaining("exceptional");
        sip.fill(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Har redan en SIP."));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.DENIED);
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("REQUEST_DENIED")).singleElement()
                .satisfies(e -> assertThat(e.note()).isEqualTo("Har redan en SIP."));
        assertThat(decisions.of(number)).filteredOn(d -> d.tableKey().equals("behov_av_sip")).singleElement()
                .satisfies(d -> assertThat(d.clauses().values()).contains("VGU-10", "VGU-11"));
    }

    @Test
    @Clause("VGU-14")
    void baseLevelIsTriedFirstUnlessSpecialistCareIsObviouslyNeededAtOnce() {
        var form = AdultCase.behov(Children.bornOn("19670819"));
        assertThatThrownBy(() -> sip.start("sip", with(form, "baseLevel", null))).hasMessageContaining("baseLevel");
        for (String answer : List.of("NOT_TRIED", "OBVIOUS_SPECIALIST")) {
            assertThatThrownBy(() -> sip.start("sip", with(form, "baseLevel", answer)))
                    .hasMessageContaining("baseLevelReason");
        }
        String number = sip.start("sip", with(with(form, "baseLevel", "OBVIOUS_SPECIALIST"), "baseLevelReason",
                "Psykos, behöver vård genast."));
        assertThat(baseLevels.of(number)).get().satisfies(kept -> {
            assertThat(kept.answer()).isEqualTo(BaseLevel.Answer.OBVIOUS_SPECIALIST);
            assertThat(kept.reason()).isEqualTo("Psykos, behöver vård genast.");
        });

        String baseOnly = sip.start("sip", with(with(AdultCase.behov(Children.bornOn("19670819")), "needsFrom",
                List.of("SOCIAL_SERVICES", "HEALTH_CENTRE")), "baseLevel", null));
        assertThat(sip.open(baseOnly)).as("the health centre is base level").containsExactly("forbered");
    }

    private static Map<String, Object> asked() {
        var form = new LinkedHashMap<>(with(with(AdultCase.behov(Children.bornOn("19670819")), "discoveredOn", null),
                "baseLevel", null));
        form.putAll(Map.of("origin", "PERSON_REQUEST", "askedBy", "Haralds dotter", "signalledOn", "2026-03-02"));
        return form;
    }
}
