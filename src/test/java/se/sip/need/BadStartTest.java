package se.sip.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.HallandJourney;
import se.sip.testing.SipTest;

/** Missing, contradictory, absurd and hostile starts: every fault at once, in Swedish, and no half case. */
@SipTest
class BadStartTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    JdbcTemplate jdbc;

    private Map<String, Object> start(String county, String child) {
        sip.today("2026-03-03").asIn(county, "anna", county.equals("vgr") ? "vgr-1490-elevhalsa"
                : HallandJourney.SCHOOL);
        var form = new LinkedHashMap<>(county.equals("vgr") ? FormContent.behov() : HallandJourney.behov(child));
        form.put("idNumber", child);
        form.put("riskGroups", List.of());
        form.put("indicators", List.of("SENT_ROUND"));
        return form;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgr", "halland"})
    @Clause({"VGB-17", "HAL-73"})
    void nothingAtAllGivesEveryFault(String county) {
        start(county, Children.bornOn("20140312"));
        refused(Map.of(), "startingUnit", "origin", "idNumber", "givenName", "familyName", "municipality",
                "protection", "needsFrom", "needDescription", "inpatient", "urgent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgr", "halland"})
    @Clause({"VGB-06", "VGB-17", "HAL-22", "HAL-73"})
    void contradictionsAndAbsurditiesAreAllToldAtOnce(String county) {
        String child = Children.bornOn("20140312");
        var form = start(county, child);
        form.put("startingUnit", county.equals("vgr") ? HallandJourney.SCHOOL : "vgr-1490-elevhalsa");
        form.put("discoveredOn", "2026-03-04");
        form.put("municipality", "9999");
        form.put("placingMunicipality", county.equals("vgr") ? "1380" : "1490");
        form.put("urgent", true);
        form.put("guardians", List.of(Map.of("name", "Sig Själv", "idNumber", child)));
        form.put("indicators", List.of(county.equals("vgr") ? "AFTER_DISCHARGE" : "UNWELL_OR_SOCIAL"));
        form.put("riskGroups", List.of(county.equals("vgr") ? "VIOLENCE" : "SUBSTANCE_MISUSE"));
        refused(form, "startingUnit", "discoveredOn", "municipality", "placingMunicipality", "urgencyReason",
                "guardians[0].idNumber", "riskGroups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgr", "halland"})
    void hostileValuesAreRefusedOrKeptAsPlainText(String county) {
        String child = Children.bornOn("20140312");
        var form = start(county, child);
        form.put("givenName", "x".repeat(10_000));
        form.put("needDescription", "y".repeat(10_000));
        form.put("idNumber", "<script>alert(1)</script>");
        form.put("startingUnit", "'; drop table sip.case_file; --");
        form.put("municipality", "<script>");
        form.put("guardians", java.util.Collections.nCopies(11, Map.of("name", "Någon")));
        refused(form, "givenName", "needDescription", "idNumber", "startingUnit", "municipality", "guardians");

        var marked = start(county, child);
        marked.put("needDescription", "<script>alert('hej')</script>");
        String number = sip.start("sip", marked);
        assertThat(jdbc.queryForObject("select need_description from sip.case_file where number = ?", String.class,
                number)).as("as it was typed; whoever shows it escapes it").isEqualTo("<script>alert('hej')</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgr", "halland"})
    void theWrongTypesAreFaultsToo(String county) {
        var form = start(county, Children.bornOn("20140312"));
        form.put("discoveredOn", "i går");
        form.put("urgent", "kanske");
        form.put("needsFrom", List.of("TEATER"));
        form.put("guardians", "Mamma");
        refused(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgr", "halland"})
    void aDayBeforeTheChildWasBornAndASignalAfterTodayAreRefused(String county) {
        var form = start(county, Children.bornOn("20260301"));
        form.put("discoveredOn", "2026-02-01");
        refused(form, "discoveredOn");
        form.put("origin", "OTHER_ACTOR");
        form.put("signalledOn", "2027-01-01");
        refused(form, "askedBy", "signalledOn");
    }

    private void refused(Map<String, ?> form, String... fields) {
        int before = cases();
        Throwable failure = catchThrowable(() -> sip.start("sip", new HashMap<>(form)));
        assertThat(failure).isNotNull();
        for (String field : fields) {
            assertThat(failure).hasMessageContaining(field);
        }
        assertThat(cases()).as("no half case").isEqualTo(before);
    }

    private int cases() {
        return jdbc.queryForObject("select (select count(*) from sip.case_file) + (select count(*) from sip.person)",
                Integer.class);
    }
}
