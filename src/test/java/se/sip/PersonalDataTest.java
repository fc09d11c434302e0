package se.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.MarkedForms.WORD;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.FormIntake;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.FormContent;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.MarkedForms;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/**
 * What is personal stays in the records. A marked word stands in every text of every form; after each step, faulty
 * ones too, neither it nor anybody's person number is found in any table of the engine or in the log.
 */
@SipTest
class PersonalDataTest {

    private static final Set<String> OF_THE_ENGINE = Set.of("nrOfInstances", "nrOfCompletedInstances",
            "nrOfActiveInstances", "loopCounter");
    private static final Set<String> ON_THE_CARD = Set.of("caseNumber", "phase", "date");
    private static final String CLOSING_UNIT = "vgr-1490-vc-norrby";
    /** Nothing but rows, or nothing but texts, so there is no faulty version. */
    private static final Set<String> ONLY_ROWS = Set.of("annan_motesform", "enheter", "forsenad_kallelse");
    private static final Set<String> LOGGERS = Set.of("se.sip", "org.camunda.bpm.engine");

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    HallandJourney halland;
    @Autowired
    DalarnaJourney dalarna;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    FormService forms;
    @Autowired
    ManagementService management;
    @Autowired
    List<FormIntake<?>> intakes;
    @Autowired
    CaseProcesses processes;

    private final Lines lines = new Lines();
    private final Set<String> secrets = new TreeSet<>(Set.of(WORD.toLowerCase(Locale.ROOT)));
    private final List<String> numbers = new ArrayList<>();
    private final Set<String> variables = new TreeSet<>();
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private MarkedForms marked;
    private int steps;

    @BeforeEach
    void listen() {
        marked = new MarkedForms(intakes);
        lines.start();
        root().addAppender(lines);
        LOGGERS.forEach(name -> {
            levels.put(name, logger(name).getLevel());
            logger(name).setLevel(name.equals("se.sip") ? Level.DEBUG : Level.INFO);
        });
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(lines);
        levels.forEach((name, level) -> logger(name).setLevel(level));
    }

    @Test
    void aWholeCaseLeavesNothingPersonalOutsideTheRecords() {
        String child = Children.bornOn("20140312");
        sip.today("2026-03-03");
        journey.convener();
        var behov = need(child, "vgr-1490-elevhalsa");
        behov.put("origin", "PERSON_REQUEST");
        behov.put("signalledOn", "2026-03-02");
        String number = start(behov);
        sip.start("sip", marked.mark("behov", behov));
        look("a second start");
        fill(number, "bedomning", FormContent.bedomning("2026-03-02"));
        prepare(number);
        consent(number);

        sip.today("2026-03-06");
        fill(number, "kallelse", Journey.kallelse(known(number, "kallelse")));
        sendAll(number);
        anotherUnitIsAskedFor(number);
        fill(number, "enhetsbyte", Map.of("changes", false));
        sip.as("kollega", Journey.SCHOOL, Journey.SOCIAL, Journey.BUP);
        fill(sip.tasksWith(number, "svar").stream().filter(task -> !isByConvener(task)).findFirst().orElseThrow(),
                "svar", Map.of("answer", "WRONG_UNIT"));
        fill(number, "ratt_enhet", Map.of("contactOn", "2026-03-06", "found", false));
        answerAll(number);
        journey.convener();
        happens(number, Map.of("kind", "ANSWER_CORRECTED", "answerTo", "INVITATION", "unit", Journey.BUP, "answer",
                "PREVENTED"));
        happens(number, Map.of("kind", "ADD_UNIT", "partyKind", "OTHER_ACTOR"));
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", "2026-03-06", "manner", "WRITTEN");
        fill(number, "utokat_samtycke", Map.of("informed", true, "informedOn", "2026-03-06", "recipients",
                List.of(Map.of("included", true)), "information", List.of(Map.of()), "guardians", List.of(yes, yes),
                "childAsked", false));
        answerAll(number);

        sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
        journey.convener();
        fill(number, "mote", Journey.mote(known(number, "mote")));
        var plan = new LinkedHashMap<>(Journey.plan(known(number, "plan")));
        plan.put("interventions", List.of(Journey.intervention("", Journey.SCHOOL, true),
                with(Journey.intervention("", Journey.BUP, false), "notForGuardians", true)));
        plan.put("otherMeasures", List.of(Map.of()));
        fill(number, "plan", plan);
        sip.as("kollega", Journey.SCHOOL, Journey.SOCIAL, Journey.BUP);
        fill(number, "bekrafta", Map.of("confirms", true, "mandate", true));
        List<Task> reports = sip.tasksWith(number, "rapport");
        fill(reports.get(0), "rapport", Map.of("outcome", "FAILED"));
        fill(reports.get(1), "rapport", Map.of("outcome", "DONE"));

        sip.goTo("2026-06-04");
        journey.convener();
        fill(number, "kalla_uppfoljning", Map.of("meetsOn", "2026-06-24", "startsAt", "13:00", "endsAt", "14:00",
                "meetingForm", "IN_PERSON", "invited", List.of(Journey.SCHOOL, Journey.SOCIAL, Journey.BUP),
                "suitsFamily", true));
        sip.at(LocalDate.parse("2026-06-24").atTime(15, 0)).runJobs();
        journey.convener();
        var followUp = new LinkedHashMap<>(Journey.mote(known(number, "uppfoljning")));
        followUp.keySet().removeAll(Set.of("allPrepared"));
        followUp.putAll(Map.of("heldOn", "2026-06-24", "needFromRegion", false, "needFromMunicipality", true,
                "goalChange", "UNCHANGED"));
        fill(number, "uppfoljning", followUp);
        fill(number, "avsluta", Map.of("closeIt", true, "reason", "NO_NEED", "needsRegion", false,
                "needsMunicipality", true, "newNeedsExpected", false, "goalChanged", false));
        sip.pass(Duration.ofMinutes(11));
        journey.convener();
        fill(number, "besked", told(number));
        look("all are told");

        assertThatTheRecordsHold(number, child, "behov", "bedomning", "forbered", "samtycke", "kallelse", "posta", "oklar_sandning", "svar",
                "ratt_enhet", "enhetsbyte", "handelse", "mote", "plan", "bekrafta", "rapport",
                "kalla_uppfoljning", "uppfoljning", "avsluta", "besked");
    }

    @Test
    void aLateCaseThatIsWithdrawnLeavesNothingEither() {
        String child = Children.bornOn("20140312");
        sip.today("2026-03-03");
        journey.convener();
        String number = start(need(child, "vgr-1490-elevhalsa"));
        prepare(number);
        consent(number);
        sip.goTo("2026-03-24");
        journey.convener();
        fill(number, "forsenat", Map.of("newDate", "2026-04-02"));
        happens(number, Map.of("kind", "DEVIATION"));
        fill(number, "avvikelse", Map.of("madeOn", "2026-03-24"));
        happens(number, Map.of("kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner", "OTHERWISE", "on",
                "2026-03-24", "at", "08:00"));
        sip.runJobs();
        journey.convener();
        fill(number, "besked", told(number));
        assertThatTheRecordsHold(number, child, "forsenat", "handelse", "avvikelse", "besked");
    }

    @Test
    void aDischargeLeavesNothingOutsideTheRecords() {
        String child = Children.bornOn("20140312");
        secretsOf(child);
        String number = admitted(child, true);
        sip.as("kollega", Stay.HOME_CARE);
        fill(sip.tasksWith(number, "kvittera_inskrivning").get(0), "kvittera_inskrivning", Map.of("planning", true));
        sip.as("fvk", Stay.CENTRE);
        fill(number, "fast_vardkontakt", Map.of());
        message(number, Map.of("kind", "READY", "secrecyHinders", true, "withheldFrom",
                List.of(Map.of("unitId", Stay.NURSING))));
        sip.goTo("2026-04-03");
        sip.as("fvk", Stay.CENTRE);
        fill(number, "forsenad_kallelse", Map.of());
        fill(number, "kalla_i_tid", Map.of("sentOn", "2026-04-03", "sentAt", "08:00"));
        message(number, Map.of("kind", "DISCHARGED"));
        sip.as("ward", Stay.WARD);
        fill(number, "overfor_information", Map.of("secrecyHinders", false));
        sip.as("fvk", Stay.CENTRE);
        var notNeeded = new LinkedHashMap<>(Stay.notNeeded());
        fill(number, "planering", notNeeded);
        sip.as("kollega", Stay.HOME_CARE);
        fill(sip.tasksWith(number, "kvittera_behovs_ej").get(0), "kvittera_behovs_ej", Map.of("agrees", false));
        sip.as("fvk", Stay.CENTRE);
        var existing = new LinkedHashMap<>(Stay.planering());
        existing.putAll(Map.of("existingSip", true, "goalChanged", false, "existingSipUnit", Journey.SOCIAL,
                "followUpOn", "2026-05-01"));
        fill(number, "planering", existing);
        sip.as("soc", Journey.SOCIAL);
        fill(number, "befintlig_sip", Map.of("consent", false, "consentOn", "2026-04-03", "consentHow", "ORAL"));
        assertThatTheRecordsHold(number, child, "inskrivning", "kvittera_inskrivning", "fast_vardkontakt",
                "utskrivningsmeddelande", "forsenad_kallelse", "kalla_i_tid", "overfor_information", "planering",
                "kvittera_behovs_ej", "befintlig_sip");
        admitted(Children.bornOn("20140312"), false);
    }

    /** The notice is sent with the start, or as a task of its own. */
    private String admitted(String child, boolean sendNow) {
        sip.at(LocalDate.parse("2026-03-28").atTime(16, 0));
        sip.as("ward", Stay.WARD);
        var form = new LinkedHashMap<>(Stay.inskrivning(child));
        form.put("guardians", List.of(Map.of(), Map.of()));
        form.put("sendNow", sendNow);
        assertThatThrownBy(() -> sip.start("utskrivning", marked.spoil("inskrivning", form)))
                .hasMessageNotContaining(WORD);
        String number = sip.start("utskrivning", marked.mark("inskrivning", form));
        numbers.add(number);
        sip.runJobs();
        look("the admission");
        if (!sendNow) {
            fill(number, "skicka_inskrivning", Map.of());
        }
        return number;
    }

    private void message(String number, Map<String, Object> content) {
        sip.as("ward", Stay.WARD);
        Map<String, Object> form = with(content, "caseNumber", number);
        assertThatThrownBy(() -> sip.start("utskrivningsmeddelande", marked.spoil("utskrivningsmeddelande", form)))
                .hasMessageNotContaining(WORD);
        sip.start("utskrivningsmeddelande", marked.mark("utskrivningsmeddelande", form));
        sip.runJobs();
        look("a message of the ward");
    }

    @Test
    void contactsBeforeACallAndOtherMeetingsInHallandLeaveNothingEither() {
        String child = Children.bornOn("20140312");
        sip.today("2026-03-03");
        halland.convener();
        var both = hallandNeed(child);
        both.put("needsFrom", List.of("CHILD_PSYCHIATRY", "SOCIAL_SERVICES"));
        String number = start(both);
        fill(number, "forbered", HallandJourney.forbered(HallandJourney.need("CHILD_PSYCHIATRY", false, null),
                HallandJourney.need("SOCIAL_SERVICES", false, null)));
        fill(number, "enheter", Map.of("proposals", Journey.each(known(number, "enheter").get("proposals"),
                Map.of("keep", true))));
        fill(number, "en_vag_in", Map.of("contactBy", "GUARDIAN", "contactedOn", "2026-03-03"));
        fill(number, "en_vag_in_svar", Map.of("belongs", false, "assessedOn", "2026-03-03"));
        fill(number, "socialtjanst_kontakt", Map.of("result", "NOT_WISHED", "contactBy", "GUARDIAN", "contactedOn",
                "2026-03-03"));
        happens(number, Map.of("kind", "OTHER_MEETING", "meetingType", "JOINT_PLANNING"));
        assertThatTheRecordsHold(number, child, "en_vag_in", "en_vag_in_svar", "socialtjanst_kontakt", "handelse");

        String other = Children.bornOn("20140312");
        var onePrincipal = hallandNeed(other);
        onePrincipal.put("needsFrom", List.of("SCHOOL"));
        String meeting = start(onePrincipal);
        fill(meeting, "annan_motesform", Map.of("meetingType", "NETWORK_MEETING"));
        assertThatTheRecordsHold(meeting, other, "annan_motesform");
    }

    private Map<String, Object> hallandNeed(String child) {
        var form = need(child, HallandJourney.SCHOOL);
        form.put("municipality", "1380");
        form.put("riskGroups", List.of());
        return form;
    }

    /**
     * A person and a guardian with protected identity: the units are told by letters that Skatteverket forwards and by
     * notices, and neither engine, log nor mail learns a word of them.
     */
    @Test
    void aProtectedPersonIsNowhereOutsideTheRecords() {
        String child = Children.bornOn("20140312");
        sip.today("2026-03-03");
        journey.convener();
        var behov = need(child, "vgr-1490-elevhalsa");
        behov.put("protection", "PROTECTED_REGISTRATION");
        behov.put("guardians", List.of(Map.of("protection", "ASSUMED_IDENTITY"), Map.of("protection",
                "CONFIDENTIAL_MARKING")));
        String number = start(behov);
        prepare(number);
        consent(number);
        sip.today("2026-03-06");
        journey.convener();
        fill(number, "kallelse", with(Journey.kallelse(known(number, "kallelse")), "meetingForm", "IN_PERSON"));
        sip.deliver(number);
        look("letters to the protected");
        happens(number, Map.of("kind", "MEETING_CANCELLED"));
        happens(number, Map.of("kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner", "BY_TELEPHONE", "on",
                "2026-03-06", "at", "08:00"));
        sip.deliver(number);
        look("a protected case that ends");
        for (var mail : se.sip.testing.TestMail.all()) {
            try {
                assertThat(holds(mail.getSubject() + textOf(mail), secrets)).as("a protected person in a mail").isFalse();
            } catch (java.io.IOException | jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThatTheRecordsHold(number, child, "kallelse", "handelse");
    }

    @Test
    void aStuckCaseTellsTheEngineNothingOfThePerson() {
        String child = Children.bornOn("20140312");
        sip.today("2026-03-03");
        sip.as("nora", CLOSING_UNIT);
        String number = start(need(child, CLOSING_UNIT));
        jdbc.update("update sip.unit set valid_to = ? where id = ?", LocalDate.of(2026, 3, 10), CLOSING_UNIT);
        try {
            assertThatThrownBy(() -> sip.goTo("2026-03-17")).as("a job fails").isInstanceOf(RuntimeException.class);
            sip.asSystem();
            assertThat(management.createJobQuery().withException().list()).isNotEmpty();
            look("a failed job");
            assertThat(lines.text).as("the failure is in the log").isNotEmpty();
        } finally {
            jdbc.update("update sip.unit set valid_to = null where id = ?", CLOSING_UNIT);
        }
        sip.asSystem();
        sip.runJobs();
        sip.as("nora", CLOSING_UNIT);
        happens(number, Map.of("kind", "ADMINISTRATIVE_END", "endKind", "REGISTERED_IN_ERROR"));
        assertThatTheRecordsHold(number, child, "handelse");
    }

    /** 5 frågor, a call to the wrong principal, and a dispute up to each principal's line. */
    @Test
    void aCaseInDalarnaLeavesNothingEither() {
        String child = Children.bornOn("20140312");
        String guardian = Children.bornOn("19850412");
        secretsOf(child, guardian);
        sip.today("2026-03-03");
        dalarna.convener();
        String number = start(with(DalarnaJourney.behov(child), "guardians", List.of(Map.of("idNumber", guardian),
                Map.of())));
        sip.today("2026-03-04");
        fill(number, "forbered", DalarnaJourney.forbered(DalarnaJourney.allThree()));
        var proposals = new ArrayList<Map<String, Object>>();
        known(number, "enheter").get("proposals").forEach(p -> proposals.add(Map.of("keep", true)));
        fill(number, "enheter", Map.of("proposals", proposals));
        consent(number);
        sip.today("2026-03-06");
        fill(number, "kallelse", Journey.kallelse(known(number, "kallelse")));

        Task bups = sip.tasksWith(number, "svar").stream()
                .filter(t -> sip.groupsOf(t).contains(DalarnaJourney.BUP)).findFirst().orElseThrow();
        sip.asIn("dalarna", "kollega", DalarnaJourney.BUP);
        fill(bups, "svar", Map.of("answer", "WRONG_UNIT"));
        fill(number, "ratt_enhet", Map.of("contactOn", "2026-03-06", "found", false, "otherPrincipal", true));
        dalarna.convener();
        fill(number, "ratt_huvudman", Map.of("sendAnew", true, "unit", "dalarna-2081-lss"));

        happens(number, Map.of("kind", "DISPUTE", "unit", DalarnaJourney.SOCIAL));
        var decided = List.of(Map.of("mandate", true), Map.of("mandate", true));
        sip.asIn("dalarna", "chefen", DalarnaJourney.SCHOOL + "-chef");
        fill(number, "tvist", Map.of("outcome", "NOT_SOLVED", "deciders", decided));
        sip.asIn("dalarna", "direktoren", "dalarna-2081-linje-chef");
        fill(number, "tvist", Map.of("outcome", "SOLVED", "deciders", List.of(Map.of("mandate", true))));
        assertThatTheRecordsHold(number, child, "behov", "ratt_enhet", "ratt_huvudman", "tvist");
    }

    @Test
    void whatCannotBeReadIsNotQuoted() {
        String child = Children.bornOn("20140312");
        sip.today("2026-03-03");
        journey.convener();
        String number = start(need(child, "vgr-1490-elevhalsa"));
        Task task = sip.onlyTask(number, "forbered");
        // What is no JSON at all is refused by the gate and the API before the engine sees it (GateTest).
        for (String content : List.of("\"" + WORD + "\"",
                "{\"" + WORD + "\": \"" + child + "\"}", "{\"needs\": [\"" + WORD + "\", {\"" + WORD + "\": 1}]}")) {
            assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), Variables.createVariables()
                    .putValueTyped("form", SpinValues.jsonValue(content).setTransient(true).create())))
                    .as(content).isInstanceOf(RuntimeException.class);
            look(content);
        }
    }

    /** Everything is sent: what is mailed says nothing of the person, and one send whose result is unknown neither. */
    private void sendAll(String number) {
        Long unclear = jdbc.queryForObject("select min(id) from sip.delivery where case_number = ? and purpose = ?",
                Long.class, number, "TASK_WAITS");
        jdbc.update("insert into sip.delivery_attempt (delivery_id, attempt_no, way, attempted_at) values (?, 1, ?, ?)",
                unclear, "MAIL", java.sql.Timestamp.valueOf(sip.today().atTime(9, 0)));
        sip.deliver(number);
        look("the deliveries");
        journey.convener();
        for (Task letter : sip.tasksWith(number, "posta")) {
            fill(letter, "posta", Map.of("postedOn", sip.today().toString()));
        }
        fill(number, "oklar_sandning", Map.of("arrived", false));
        sip.deliver(number);
        look("the second try");
        for (var mail : se.sip.testing.TestMail.all()) {
            try {
                assertThat(holds(mail.getSubject() + textOf(mail), secrets)).as("personal data in a mail").isFalse();
            } catch (java.io.IOException | jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** All parts of a mail but the place of the meeting, which its calendar entry is to tell the units called. */
    private static String textOf(jakarta.mail.Part part) throws java.io.IOException, jakarta.mail.MessagingException {
        Object content = part.getContent();
        if (content instanceof jakarta.mail.Multipart parts) {
            var all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(textOf(parts.getBodyPart(i)));
            }
            return all.toString();
        }
        String text = content instanceof java.io.InputStream bytes
                ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8) : String.valueOf(content);
        return text.replaceAll("\\r?\\n[ \\t]", "").replaceAll("(?m)^LOCATION[:;].*$", "");
    }

    /** Every unit says who comes; for those without login the convener says how the answer came. */
    private void answerAll(String number) {
        for (Task task : sip.tasksWith(number, "svar")) {
            var answer = new LinkedHashMap<>(Journey.svar());
            if (isByConvener(task)) {
                answer.putAll(Map.of("answerWay", "PHONE", "answerCameOn", "2026-03-06"));
            }
            fill(task, "svar", answer);
        }
    }

    private boolean isByConvener(Task task) {
        return sip.known(task, "svar").path("byConvener").asBoolean();
    }

    private Map<String, Object> need(String child, String unit) {
        String guardian = Children.bornOn("19850412");
        secretsOf(child, guardian);
        var form = new LinkedHashMap<>(FormContent.behov());
        form.put("idNumber", child);
        form.put("startingUnit", unit);
        form.put("guardians", List.of(Map.of("idNumber", guardian), Map.of()));
        return form;
    }

    private void secretsOf(String... idNumbers) {
        for (String idNumber : idNumbers) {
            for (String written : List.of(idNumber, idNumber.substring(2))) {
                secrets.add(written);
                secrets.add(written.replace("-", ""));
            }
        }
    }

    private String start(Map<String, Object> behov) {
        assertThatThrownBy(() -> sip.start("sip", marked.spoil("behov", behov))).hasMessageNotContaining(WORD);
        assertThatThrownBy(() -> sip.start("sip", marked.mark("behov", with(behov, "idNumber", "20140312-2384"))));
        look("a faulty start");
        String number = sip.start("sip", marked.mark("behov", behov));
        numbers.add(number);
        look("the start");
        return number;
    }

    private void prepare(String number) {
        sip.today("2026-03-04");
        var forbered = new LinkedHashMap<>(Journey.forbered());
        forbered.put("relatives", List.of(Map.of()));
        forbered.put("otherPlans", List.of(Map.of()));
        fill(number, "forbered", forbered);
        var proposals = new ArrayList<Map<String, Object>>();
        known(number, "enheter").get("proposals").forEach(p -> proposals.add(Map.of("keep", true)));
        fill(number, "enheter", Map.of("proposals", proposals));
    }

    private void consent(String number) {
        sip.today("2026-03-05");
        var form = new LinkedHashMap<>(Journey.samtycke());
        form.put("excludedTopics", List.of(Map.of()));
        form.put("excludedParties", List.of(Map.of()));
        form.put("recipients", Journey.each(known(number, "samtycke").get("recipients"), Map.of("included", true)));
        fill(number, "samtycke", form);
    }

    private Map<String, Object> told(String number) {
        return Map.of("documented", true, "told", Journey.each(known(number, "besked").get("told"),
                Map.of("toldOn", sip.today().toString(), "how", "TELEPHONE")));
    }

    /** As an admin does from Cockpit, with a reason that tells too much. */
    private void anotherUnitIsAskedFor(String number) {
        jdbc.update("insert into sip.unit_request (case_number, from_unit, to_unit, reason, asked_at, asked_by)"
                + " values (?, ?, 'vgr-1490-hsv', ?, current_timestamp, 'driftadmin')", number, Journey.BUP, WORD);
        processes.start("enhetsbyte", "vgr", number, Map.of(ProcessVariable.SUBJECT, String.valueOf(jdbc.queryForObject(
                "select max(id) from sip.unit_request", Long.class)), ProcessVariable.NOTICE_GROUP, Journey.SCHOOL));
    }

    private void happens(String number, Map<String, Object> content) {
        Map<String, Object> event = with(content, "attendees", List.of(Map.of("mandate", true)));
        assertThatThrownBy(() -> sip.start("handelse", marked.spoil("handelse", with(event, "caseNumber", number))))
                .hasMessageNotContaining(WORD);
        look("a faulty event");
        sip.start("handelse", marked.mark("handelse", with(event, "caseNumber", number)));
        sip.runJobs();
        look("an event");
    }

    private void fill(String number, String form, Map<String, Object> content) {
        fill(sip.onlyTask(number, form), form, content);
    }

    private void fill(Task task, String form, Map<String, ?> content) {
        if (!ONLY_ROWS.contains(form)) {
            assertThatThrownBy(() -> sip.fill(task, form, marked.spoil(form, content))).as("a faulty '%s'", form)
                    .hasMessageNotContaining(WORD);
            look("a faulty '" + form + "'");
        }
        sip.fill(task, form, marked.mark(form, content));
        sip.runJobs();
        look("'" + form + "'");
    }

    private com.fasterxml.jackson.databind.JsonNode known(String number, String form) {
        return sip.known(sip.onlyTask(number, form), form);
    }

    /** Looks through the engine's tables and the log, as they are after a step. */
    private void look(String after) {
        steps++;
        assertThat(found("ACT_", secrets)).as("in the engine's tables after %s", after).isEmpty();
        assertThat(lines.text.stream().filter(line -> holds(line, secrets)).findFirst())
                .as("in the log after %s", after).isEmpty();
        for (String number : numbers) {
            variables.addAll(jdbc.queryForList("select v.NAME_ from ACT_RU_VARIABLE v join ACT_RU_EXECUTION e "
                    + "on e.ID_ = v.PROC_INST_ID_ where e.BUSINESS_KEY_ = ?", String.class, number));
        }
        Set<String> allowed = Arrays.stream(ProcessVariable.values()).map(ProcessVariable::id)
                .collect(Collectors.toCollection(TreeSet::new));
        allowed.addAll(OF_THE_ENGINE);
        allowed.addAll(ON_THE_CARD);
        assertThat(variables).as("variables after %s", after).isSubsetOf(allowed);
    }

    /** The search works: it finds in the records what it does not find elsewhere, and every text field was marked. */
    private void assertThatTheRecordsHold(String number, String child, String... driven) {
        assertThat(found("", Set.of(WORD.toLowerCase(Locale.ROOT)))).as("the word in the records")
                .anyMatch(column -> column.contains("NEED")).hasSizeGreaterThan(10);
        assertThat(found("", Set.of(child))).as("the person number in the records").isNotEmpty();
        assertThat(variables).contains("caseNumber", "phase", "date");
        for (String form : driven) {
            assertThat(marked.marked()).as("texts of '%s'", form).containsAll(marked.textFields(form));
        }
        System.out.printf("Personal data: %s looked through after %d steps, %d text fields marked%n", number, steps,
                marked.marked().size());
    }

    /** Columns of tables whose name begins so, in which any of the words stands; with no beginning, of the records. */
    private Set<String> found(String beginning, Set<String> words) {
        var columns = new TreeSet<String>();
        List<String> tables = jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<List<String>>) c -> {
            var names = new ArrayList<String>();
            try (ResultSet all = c.getMetaData().getTables(c.getCatalog(), null, "%", new String[] {"TABLE",
                "BASE TABLE"})) {
                while (all.next()) {
                    String name = all.getString("TABLE_NAME");
                    boolean record = "sip".equalsIgnoreCase(all.getString("TABLE_SCHEM"));
                    if (beginning.isEmpty() ? record && !name.toLowerCase(Locale.ROOT).startsWith("flyway") : name.toUpperCase(Locale.ROOT).startsWith(beginning)) {
                        names.add(all.getString("TABLE_SCHEM") + "." + name);
                    }
                }
            }
            return names;
        });
        assertThat(tables).as("tables to look through").hasSizeGreaterThan(beginning.isEmpty() ? 10 : 40);
        for (String table : tables) {
            // What is deployed are the counties' files, in each version that any test has published.
            String ofCases = table.toUpperCase(Locale.ROOT).endsWith("ACT_GE_BYTEARRAY") ? " where deployment_id_ is null"
                    : "";
            jdbc.query("select * from " + table + ofCases, row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    if (holds(text(row.getObject(i)), words)) {
                        columns.add((table + "." + row.getMetaData().getColumnName(i)).toUpperCase(Locale.ROOT));
                    }
                }
            });
        }
        return columns;
    }

    private static boolean holds(String text, Set<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        byte[] bytes = value instanceof Blob blob ? blob.getBytes(1, (int) blob.length())
                : value instanceof byte[] own ? own : null;
        if (bytes != null) {
            return new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16BE)
                    + new String(bytes, StandardCharsets.UTF_16LE);
        }
        return String.valueOf(value);
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** What is logged, with its stack traces. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> text = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            text.add(event.getFormattedMessage() + (event.getThrowableProxy() == null ? ""
                    : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }
}
