package se.sip.testing;

import static se.sip.testing.FormContent.behov;
import static se.sip.testing.FormContent.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes a case like Alva's (scenario S01) to the point a test is about, each step by the role that takes it in life.
 * Need discovered 2026-03-02, consent 5 March, dispatch 6 March, meeting 19 March, follow-up 24 June.
 */
@TestComponent
public class Journey {

    public static final String SCHOOL = "vgr-1490-elevhalsa";
    public static final String SOCIAL = "vgr-1490-socialtjanst";
    public static final String BUP = "vgr-bup-boras";

    private final CaseDriver sip;

    public Journey(CaseDriver sip) {
        this.sip = sip;
    }

    /** Works as the convener at the student health service. */
    public CaseDriver convener() {
        return sip.as("anna", SCHOOL);
    }

    /** The case is open and waits to be prepared with the family; another person for each test class. */
    public String toPreparation(String idNumber) {
        return toPreparation(idNumber, "NONE");
    }

    /** The same with protected identity. */
    public String toPreparation(String idNumber, String protection) {
        sip.today("2026-03-03");
        convener();
        return sip.start("sip", with(with(behov(), "idNumber", idNumber), "protection", protection));
    }

    /** Prepared, units confirmed: waits for consent. */
    public String toConsent(String idNumber) {
        return toConsent(idNumber, "NONE");
    }

    private String toConsent(String idNumber, String protection) {
        String number = toPreparation(idNumber, protection);
        sip.today("2026-03-04");
        sip.fill(number, "forbered", forbered());
        sip.fill(number, "enheter", Map.of("proposals",
                List.of(Map.of("keep", true), Map.of("keep", true), Map.of("keep", true))));
        return number;
    }

    /** Both guardians have said yes: waits to be dispatched. */
    public String toDispatch(String idNumber) {
        return toDispatch(idNumber, "NONE");
    }

    /** The same with protected identity. */
    public String toDispatch(String idNumber, String protection) {
        String number = toConsent(idNumber, protection);
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", samtycke());
        return number;
    }

    /** Called: the units' answers are awaited. */
    public String toAnswers(String idNumber) {
        return toAnswers(idNumber, "NONE");
    }

    /** The same with protected identity: no task is its unit's, only the named persons'. */
    public String toAnswers(String idNumber, String protection) {
        String number = toDispatch(idNumber, protection);
        sip.today("2026-03-06");
        sip.fill(number, "kallelse", kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")));
        sip.runJobs();
        return number;
    }

    /** Every unit has said who comes: the meeting is awaited. */
    public String toMeeting(String idNumber) {
        String number = toAnswers(idNumber);
        sip.today("2026-03-09");
        for (Task task : sip.tasksWith(number, "svar")) {
            convener();
            sip.as("kollega", SCHOOL, SOCIAL, BUP);
            sip.fill(task, "svar", svar());
        }
        sip.runJobs();
        convener();
        return number;
    }

    /** The meeting was held: the plan is to be written. */
    public String toPlan(String idNumber) {
        String number = toMeeting(idNumber);
        sip.today("2026-03-19").runJobs();
        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        convener();
        sip.fill(number, "mote", mote(sip.known(sip.onlyTask(number, "mote"), "mote")));
        return number;
    }

    /** The plan is final: the time until the follow-up runs. */
    public String toFollowUp(String idNumber) {
        String number = toPlan(idNumber);
        sip.fill(number, "plan", plan(sip.known(sip.onlyTask(number, "plan"), "plan")));
        sip.runJobs();
        return number;
    }

    public static Map<String, Object> forbered() {
        var form = new LinkedHashMap<String, Object>();
        form.put("informedOn", "2026-03-03");
        form.put("informedWhom", List.of("CHILD", "GUARDIANS"));
        form.put("informedHow", List.of("ORAL"));
        form.put("understood", true);
        form.put("important", "Att kunna vara i skolan utan att ha ont i magen.");
        form.put("longTermGoal", "Alva går till skolan varje dag.");
        form.put("strengthsAndDifficulties", "Alva ritar gärna. Morgnarna är svåra.");
        form.put("ownResponsibility", "Alva säger till när det blir för mycket.");
        form.put("purpose", "Samordna skola, socialtjänst och BUP.");
        form.put("childHeard", true);
        form.put("childVoice", "Alva vill ha en vuxen att gå till.");
        form.put("participation", "WHOLE");
        form.put("meetingForm", "IN_PERSON");
        form.put("withheldFromGuardian", false);
        form.put("needs", List.of(
                Map.of("kind", "SCHOOL", "need", "Anpassad skolgång", "knownThere", true, "unitId", SCHOOL),
                Map.of("kind", "SOCIAL_SERVICES", "need", "Stöd hemma", "knownThere", true, "unitId", SOCIAL),
                Map.of("kind", "CHILD_PSYCHIATRY", "need", "Behandling", "knownThere", true, "unitId", BUP)));
        form.put("questions", List.of(Map.of("question", "Hur kommer Alva tillbaka till skolan?")));
        form.put("guardians", List.of(
                Map.of("suitable", true, "youthObjects", false, "takesPart", "YES"),
                Map.of("suitable", true, "youthObjects", false, "takesPart", "YES")));
        return form;
    }

    public static Map<String, Object> samtycke() {
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", "2026-03-05", "manner", "WRITTEN");
        var form = new LinkedHashMap<String, Object>();
        form.put("informed", true);
        form.put("informedOn", "2026-03-03");
        form.put("recipients", List.of(Map.of("included", true), Map.of("included", true), Map.of("included", true)));
        form.put("information", List.of(Map.of("what", "Skolfrånvaro"), Map.of("what", "Psykisk hälsa"),
                Map.of("what", "Pågående insatser")));
        form.put("until", "2026-12-31");
        form.put("guardians", List.of(yes, yes));
        form.put("childAsked", true);
        form.put("childAnswer", "YES");
        form.put("childPlan", "YES");
        form.put("childGivenOn", "2026-03-05");
        form.put("childManner", "ORAL");
        form.put("maturity", "NOT_ASSESSED");
        return form;
    }

    /** Asks every recipient the form knows of, each after an oral contact on the day of the dispatch. */
    public static Map<String, Object> kallelse(JsonNode known) {
        var form = new LinkedHashMap<String, Object>();
        form.put("purpose", "Samordna stödet kring Alvas skolgång.");
        form.put("longTermGoal", "Alva går till skolan varje dag.");
        form.put("questions", "Hur kommer Alva tillbaka till skolan?");
        form.put("meetingDate", "2026-03-19");
        form.put("startTime", "13:00");
        form.put("endTime", "14:30");
        form.put("meetingForm", "IN_PERSON");
        form.put("place", "Ängsskolan, rum 12");
        if (known.path("protectedIdentity").asBoolean()) {
            form.put("neutralPlace", true);
        }
        form.put("dateReason", "Passar dem som känner Alva väl.");
        form.put("convenerDocuments", true);
        var recipient = Map.of("asked", true, "contribution", "Berätta om pågående insatser", "oralContact", true,
                "oralContactWith", "Jourhavande", "oralContactOn", "2026-03-06");
        form.put("recipients", each(known.get("recipients"), recipient));
        return form;
    }

    public static Map<String, Object> svar() {
        return Map.of("answer", "ATTENDS", "attendees",
                List.of(Map.of("name", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
    }

    public static Map<String, Object> mote(JsonNode known) {
        var form = new LinkedHashMap<String, Object>();
        form.put("tookPlace", true);
        form.put("heldOn", "2026-03-19");
        form.put("startedAt", "13:00");
        form.put("endedAt", "14:30");
        form.put("documenter", "Anna Kurator");
        form.put("allPrepared", true);
        form.put("attendance", each(known.get("attendance"),
                Map.of("present", true, "who", "Kim Ek", "workRole", "Handläggare", "mandate", true)));
        form.put("personTookPart", true);
        form.put("guardianPart", "TOOK_PART");
        return form;
    }

    public static Map<String, Object> plan(JsonNode known) {
        var form = new LinkedHashMap<String, Object>();
        form.put("familyAgrees", true);
        form.put("ownPart", "Alva väcker sig själv. Mamma och pappa följer med till bussen.");
        form.put("needs", "Trygghet i skolan och stöd hemma.");
        form.put("goals", List.of(Map.of("goal", "Är i skolan tre dagar i veckan", "horizon", "SHORT_TERM", "how",
                "Anpassat schema")));
        form.put("interventions", List.of(intervention("Anpassat schema", SCHOOL, true),
                intervention("Samtal varje vecka", BUP, true)));
        form.put("contacts", each(known.get("contacts"), Map.of("person", "Kim Ek", "reachedAt", "033-000 00 00")));
        form.put("responsiblePrincipal", "MUNICIPALITY");
        form.put("responsibleUnit", SCHOOL);
        form.put("responsiblePerson", "Anna Kurator");
        form.put("responsibleWhy", "Har mest kontakt med familjen.");
        form.put("followUpOn", "2026-06-24");
        form.put("followUpPlace", "Ängsskolan");
        form.put("viewsDiffer", false);
        form.put("familyCopy", "HANDED_OVER");
        return form;
    }

    public static Map<String, Object> intervention(String what, String owner, boolean confirmed) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.put("goalNo", 1);
        row.put("owner", owner);
        row.put("performer", "Kim Ek");
        row.put("startsOn", "2026-03-23");
        row.put("doneBy", "2026-05-29");
        row.put("howOften", "Varje vecka");
        row.put("place", "På skolan");
        row.put("separateDecision", false);
        row.put("confirmed", confirmed);
        return row;
    }

    /** The same content for every row the form opens with. */
    public static List<Map<String, ?>> each(JsonNode rows, Map<String, ?> content) {
        var filled = new java.util.ArrayList<Map<String, ?>>();
        rows.forEach(row -> filled.add(content));
        return filled;
    }
}
