package se.sip.testing;

import static se.sip.testing.FormContent.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes a child's case in Borlänge to the point a test is about. Need discovered 2026-03-02 by the student health
 * service, 5 frågor used the same day; the family met 3 March, consent 5 March, call 6 March, meeting 19 March.
 */
@TestComponent
public class DalarnaJourney {

    public static final String SCHOOL = "dalarna-2081-elevhalsa";
    public static final String SOCIAL = "dalarna-2081-socialtjanst";
    public static final String BUP = "dalarna-bup-borlange";
    public static final String HEALTH_CENTRE = "dalarna-2081-vc";

    private final CaseDriver sip;

    public DalarnaJourney(CaseDriver sip) {
        this.sip = sip;
    }

    /** Works as the convener at the student health service. */
    public CaseDriver convener() {
        return sip.asIn("dalarna", "disa", SCHOOL);
    }

    /** The start form with 5 frågor used and every check answered yes. */
    public static Map<String, Object> behov(String idNumber) {
        var form = new LinkedHashMap<>(FormContent.behov());
        form.put("startingUnit", SCHOOL);
        form.put("idNumber", idNumber);
        form.put("givenName", "Bosse");
        form.put("municipality", "2081");
        form.put("indicators", List.of());
        form.put("riskGroups", List.of("NOT_IN_SCHOOL"));
        form.putAll(checklist());
        return form;
    }

    public static Map<String, Object> checklist() {
        var form = new LinkedHashMap<String, Object>();
        form.put("moreActors", true);
        form.put("mustCoordinate", true);
        form.put("informationComplete", true);
        form.put("fiveQuestionsUsed", true);
        form.put("fiveQuestionsOn", "2026-03-02");
        form.put("fiveQuestionsBy", "Disa Kurator, elevhälsan");
        form.put("knowsDutyToReport", true);
        return form;
    }

    /** What is needed, and from whom: kind and the unit where the child is known. */
    public static Map<String, Object> need(String kind, String unit) {
        return Map.of("kind", kind, "need", "Stöd", "knownThere", true, "unitId", unit);
    }

    /** School, social services and BUP. */
    public static List<Map<String, Object>> allThree() {
        return List.of(need("SCHOOL", SCHOOL), need("SOCIAL_SERVICES", SOCIAL), need("CHILD_PSYCHIATRY", BUP));
    }

    public static Map<String, Object> forbered(List<Map<String, Object>> needs) {
        var form = new LinkedHashMap<>(Journey.forbered());
        form.put("needs", needs);
        form.put("metOn", "2026-03-03");
        form.put("noPriorityTold", true);
        return form;
    }

    /** The case is open and waits to be prepared with the family. */
    public String toPreparation(Map<String, Object> behov) {
        sip.today("2026-03-03");
        convener();
        return sip.start("sip", behov);
    }

    /** Prepared with these needs, every proposal kept: waits for consent. */
    public String toConsent(String idNumber, List<Map<String, Object>> needs) {
        String number = toPreparation(with(behov(idNumber), "needsFrom",
                needs.stream().map(need -> need.get("kind")).distinct().toList()));
        sip.today("2026-03-04");
        sip.fill(number, "forbered", forbered(needs));
        var proposals = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "enheter"), "enheter").get("proposals")
                .forEach(p -> proposals.add(Map.of("keep", true)));
        sip.fill(number, "enheter", Map.of("proposals", proposals));
        return number;
    }

    /** Both guardians have said yes to every recipient: waits to be called. */
    public String toDispatch(String idNumber, List<Map<String, Object>> needs) {
        String number = toConsent(idNumber, needs);
        sip.today("2026-03-05");
        var form = Journey.samtycke();
        form.put("recipients", Journey.each(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients"),
                Map.of("included", true)));
        sip.fill(number, "samtycke", form);
        return number;
    }

    /** Called: the units' answers are awaited. */
    public String toAnswers(String idNumber, List<Map<String, Object>> needs) {
        String number = toDispatch(idNumber, needs);
        sip.today("2026-03-06");
        sip.fill(number, "kallelse", Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")));
        sip.runJobs();
        return number;
    }

    /** Every called unit has said who comes: the meeting is awaited. */
    public String toMeeting(String idNumber, List<Map<String, Object>> needs) {
        String number = toAnswers(idNumber, needs);
        sip.today("2026-03-09");
        sip.tasksWith(number, "svar").forEach(task -> {
            sip.asIn("dalarna", "kollega", SCHOOL, SOCIAL, BUP, HEALTH_CENTRE);
            sip.fill(task, "svar", Journey.svar());
        });
        sip.runJobs();
        convener();
        return number;
    }

    /** The meeting was held and everyone came: the plan is to be written. */
    public String toPlan(String idNumber, List<Map<String, Object>> needs) {
        String number = toMeeting(idNumber, needs);
        hold(number, Journey.mote(sip.known(meetingTask(number), "mote")));
        return number;
    }

    /** The task to record the meeting, when its day has come. */
    public org.camunda.bpm.engine.task.Task meetingTask(String number) {
        sip.today("2026-03-19").runJobs();
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        convener();
        return sip.onlyTask(number, "mote");
    }

    public void hold(String number, Map<String, Object> mote) {
        sip.fill(number, "mote", mote);
        sip.runJobs();
    }

    /** The plan as the form opens, with who keeps the contact with the family. */
    public Map<String, Object> plan(String number) {
        var form = new LinkedHashMap<>(Journey.plan(sip.known(sip.onlyTask(number, "plan"), "plan")));
        form.put("interventions", List.of(Journey.intervention("Anpassat schema", SCHOOL, true)));
        form.put("responsibleUnit", SCHOOL);
        form.put("familyContactUnit", SCHOOL);
        form.put("familyContactPerson", "Disa Kurator");
        form.put("describesNeeds", true);
        return form;
    }

    /** The plan is final: the time until the follow-up on 24 June runs. */
    public String toFollowUp(String idNumber, List<Map<String, Object>> needs) {
        String number = toPlan(idNumber, needs);
        sip.fill(number, "plan", plan(number));
        sip.runJobs();
        return number;
    }

    /** Needs of the kinds and units given in pairs. */
    public static List<Map<String, Object>> needs(String... kindsAndUnits) {
        return Stream.iterate(0, i -> i + 2).limit(kindsAndUnits.length / 2)
                .map(i -> need(kindsAndUnits[i], kindsAndUnits[i + 1])).toList();
    }
}
