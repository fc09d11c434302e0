package se.sip.testing;

import static se.sip.testing.FormContent.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes a case like Tova's (scenario S14) in Halland to the point a test is about. Need discovered 2026-03-02 by the
 * student health service in Halmstad, social services active; consent 5 March.
 */
@TestComponent
public class HallandJourney {

    public static final String SCHOOL = "halland-1380-elevhalsa";
    public static final String SOCIAL = "halland-1380-socialtjanst";
    public static final String BUP = "halland-bup-halmstad";
    public static final String CLINIC = "halland-bum-halmstad";
    public static final String ENTRY_POINT = "halland-en-vag-in";

    private final CaseDriver sip;

    public HallandJourney(CaseDriver sip) {
        this.sip = sip;
    }

    /** Works as the convener at the student health service. */
    public CaseDriver convener() {
        return sip.asIn("halland", "hanna", SCHOOL);
    }

    public static Map<String, Object> behov(String idNumber) {
        var form = new LinkedHashMap<>(FormContent.behov());
        form.put("startingUnit", SCHOOL);
        form.put("idNumber", idNumber);
        form.put("givenName", "Tova");
        form.put("municipality", "1380");
        form.put("riskGroups", List.of());
        return form;
    }

    /** What is needed, and from whom: kind, whether known there, unit. */
    public static Map<String, Object> need(String kind, boolean known, String unit) {
        var need = new LinkedHashMap<String, Object>();
        need.put("kind", kind);
        need.put("need", "Stöd");
        need.put("knownThere", known);
        if (unit != null) {
            need.put("unitId", unit);
        }
        return need;
    }

    @SafeVarargs
    public static Map<String, Object> forbered(Map<String, Object>... needs) {
        return with(Journey.forbered(), "needs", List.of(needs));
    }

    /** The case is open and waits to be prepared with the family. */
    public String toPreparation(Map<String, Object> behov) {
        sip.today("2026-03-03");
        convener();
        return sip.start("sip", behov);
    }

    /** Prepared with these needs, every proposal kept: waits for consent. */
    @SafeVarargs
    public final String toConsent(Map<String, Object> behov, Map<String, Object>... needs) {
        String number = toPreparation(with(behov, "needsFrom",
                Stream.of(needs).map(need -> need.get("kind")).distinct().toList()));
        sip.today("2026-03-04");
        sip.fill(number, "forbered", forbered(needs));
        keepAll(number);
        return number;
    }

    public void keepAll(String number) {
        var proposals = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "enheter"), "enheter").get("proposals")
                .forEach(p -> proposals.add(Map.of("keep", true)));
        sip.fill(number, "enheter", Map.of("proposals", proposals));
    }

    /** Both guardians say yes to every recipient: waits to be called. */
    public void consent(String number) {
        sip.today("2026-03-05");
        convener();
        var form = Journey.samtycke();
        form.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients"),
                Map.of("included", true)));
        sip.fill(number, "samtycke", form);
    }

    /** Calls every recipient the form knows of to a meeting on the day. */
    public void call(String number, String today, String meetingDay) {
        sip.today(today);
        convener();
        sip.fill(number, "kallelse", kallelse(number, meetingDay));
        sip.runJobs();
    }

    public Map<String, Object> kallelse(String number, String meetingDay) {
        var form = Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse"));
        form.put("meetingDate", meetingDay);
        form.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "kallelse"), "kallelse").get("recipients"),
                Map.of("asked", true, "contribution", "Berätta om insatser", "requestedFunction", "Behandlare",
                        "oralContact", false, "noOralContactReason", "Svåra att nå.")));
        return form;
    }

    /** Every unit that was called says who comes. */
    public void answerAll(String number) {
        sip.asIn("halland", "kollega", SCHOOL, SOCIAL, BUP, CLINIC, "halland-1380-forskola",
                "halland-1380-vc", "halland-1380-mottagning");
        sip.tasksWith(number, "svar").forEach(task -> sip.fill(task, "svar", Journey.svar()));
        sip.runJobs();
        convener();
    }

    /** Both guardians say yes to the unit that was added. */
    public void extend(String number, String day) {
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", day, "manner", "WRITTEN");
        sip.fill(number, "utokat_samtycke", Map.of("informed", true, "informedOn", day, "recipients",
                List.of(Map.of("included", true)), "information", List.of(Map.of("what", "Pågående insatser")),
                "guardians", List.of(yes, yes), "childAsked", false, "childNotAsked", "Har redan svarat om de andra."));
        sip.runJobs();
    }
}
