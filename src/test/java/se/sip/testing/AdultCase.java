package se.sip.testing;

import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/**
 * Takes an adult's case in Västra Götaland to the point a test is about: no guardians, own answer. Need discovered
 * 2026-03-02 by the social services in Borås, consent 5 March, dispatch 6 March, meeting 19 March.
 */
public final class AdultCase {

    public static final String SOCIAL = "vgr-1490-socialtjanst";
    public static final String ADDICTION = "vgr-beroende-boras";
    public static final String PROBATION = "vgr-frivarden-boras";

    private final CaseDriver sip;

    public AdultCase(CaseDriver sip) {
        this.sip = sip;
    }

    /** Works as the convener at the social services. */
    public CaseDriver convener() {
        return sip.as("sofia", SOCIAL);
    }

    public static Map<String, Object> behov(String idNumber) {
        var form = new LinkedHashMap<>(FormContent.behov());
        form.put("startingUnit", SOCIAL);
        form.put("idNumber", idNumber);
        form.put("givenName", "Harald");
        form.put("familyName", "Berg");
        form.put("guardians", List.of());
        form.put("riskGroups", List.of());
        form.put("needsFrom", List.of("SOCIAL_SERVICES", "PSYCHIATRY"));
        form.put("needDescription", "Boende och beroendevård behöver samordnas.");
        form.put("baseLevel", "TRIED");
        return form;
    }

    public String toPreparation(String idNumber) {
        sip.today("2026-03-03");
        convener();
        return sip.start("sip", behov(idNumber));
    }

    /** Prepared with the person, social services, addiction care and the probation service known there. */
    public String toConsent(String idNumber) {
        String number = toPreparation(idNumber);
        prepare(number);
        return number;
    }

    public void prepare(String number) {
        sip.today("2026-03-04");
        convener();
        sip.fill(number, "forbered", forbered(
                Map.of("kind", "SOCIAL_SERVICES", "need", "Boende", "knownThere", true, "unitId", SOCIAL),
                Map.of("kind", "PSYCHIATRY", "need", "Behandling", "knownThere", true, "unitId", ADDICTION),
                Map.of("kind", "PROBATION", "need", "Övervakning", "knownThere", true, "unitId", PROBATION)));
        keepAll(number);
    }

    public void keepAll(String number) {
        var rows = sip.known(sip.onlyTask(number, "enheter"), "enheter").get("proposals");
        sip.fill(number, "enheter", Map.of("proposals", Journey.each(rows, Map.of("keep", true))));
    }

    @SafeVarargs
    public static Map<String, Object> forbered(Map<String, Object>... needs) {
        var form = new LinkedHashMap<>(Journey.forbered());
        form.put("informedWhom", List.of("CHILD"));
        form.put("important", "Att få behålla lägenheten.");
        form.put("childVoice", "Harald vill ha en kontakt, inte fem.");
        form.put("guardians", List.of());
        form.put("needs", List.of(needs));
        return form;
    }

    /** The person's own yes to every recipient. */
    public Map<String, Object> samtycke(String number) {
        var form = new LinkedHashMap<String, Object>();
        form.put("informed", true);
        form.put("informedOn", "2026-03-03");
        form.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients"),
                Map.of("included", true)));
        form.put("information", List.of(Map.of("what", "Boende"), Map.of("what", "Beroendevård")));
        form.put("until", "2026-12-31");
        form.put("capacity", true);
        form.put("childAnswer", "YES");
        form.put("childPlan", "YES");
        form.put("childGivenOn", "2026-03-05");
        form.put("childManner", "ORAL");
        return form;
    }

    /** A person who cannot take a stand; without an answer of their own, and nothing yet in its place. */
    public Map<String, Object> unable(String number) {
        var form = with(with(with(with(samtycke(number), "childAnswer", null), "childPlan", null), "childGivenOn", null),
                "childManner", null);
        form.put("capacity", false);
        form.put("capacityReason", "Demens, bedömt av distriktsläkaren.");
        return form;
    }

    public String toDispatch(String idNumber) {
        String number = toConsent(idNumber);
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", samtycke(number));
        return number;
    }

    public String toMeeting(String idNumber) {
        String number = toDispatch(idNumber);
        call(number);
        answerAll(number);
        return number;
    }

    public void call(String number) {
        sip.today("2026-03-06");
        convener();
        sip.fill(number, "kallelse", Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")));
        sip.runJobs();
    }

    public void answerAll(String number) {
        sip.today("2026-03-09").as("kollega", SOCIAL, ADDICTION, PROBATION);
        for (Task task : sip.tasksWith(number, "svar")) {
            sip.fill(task, "svar", Journey.svar());
        }
        sip.runJobs();
        convener();
    }

    /** The meeting was held: what the form of the meeting asks an adult. */
    public Map<String, Object> held(String number) {
        sip.today("2026-03-19").runJobs();
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        convener();
        return with(Journey.mote(sip.known(sip.onlyTask(number, "mote"), "mote")), "guardianPart", null);
    }

    public String toPlan(String idNumber) {
        String number = toMeeting(idNumber);
        sip.fill(number, "mote", held(number));
        return number;
    }

    public Map<String, Object> plan(String number) {
        var form = new LinkedHashMap<>(Journey.plan(sip.known(sip.onlyTask(number, "plan"), "plan")));
        form.put("ownPart", "Harald ringer själv sin handläggare.");
        form.put("interventions", List.of(Journey.intervention("Boendestöd", SOCIAL, true),
                Journey.intervention("Samtal varje vecka", ADDICTION, true)));
        form.put("responsibleUnit", SOCIAL);
        form.put("responsiblePerson", "Sofia Handläggare");
        return form;
    }
}
