package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.county.BundleFolder.VGR;
import static se.sip.county.Edit.all;
import static se.sip.county.Edit.attribute;
import static se.sip.county.Edit.condition;
import static se.sip.county.Edit.drop;
import static se.sip.county.Edit.first;
import static se.sip.county.Edit.extend;
import static se.sip.county.Edit.replace;
import static se.sip.county.Edit.reroute;
import static se.sip.county.Edit.undraw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong sets of files, one fault each, made from the counties' real ones: each is found in the right file at the right
 * element. What a county may well change gives no fault.
 */
class WrongBundlesTest {

    private static final County HALLAND = new County("halland", "Halland", Set.of("HAL"));
    private static final County DALARNA = new County("dalarna", "Dalarna", Set.of("BOR"));
    static final Bundle VGR_FILES = new BundleReader("file:./").read(VGR);
    static final Bundle HALLAND_FILES = new BundleReader("file:./").read(HALLAND);
    static final CountyCheck CHECK = new CountyCheck(BundleFolder.PRODUCT);

    /**
     * @param file resource name of the file that is changed and then is the county's own
     * @param element what the fault's element or file must show
     * @param fault a part of what must be said
     */
    record Wrong(String what, Bundle from, String file, UnaryOperator<String> edit, String element,
            String fault) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Wrong vgr(String what, String file, UnaryOperator<String> edit, String element, String fault) {
        return new Wrong(what, VGR_FILES, file, edit, element, fault);
    }

    static Wrong halland(String what, String file, UnaryOperator<String> edit, String element, String fault) {
        return new Wrong(what, HALLAND_FILES, file, edit, element, fault);
    }

    static Stream<Wrong> diagrams() {
        String kalla = "processes/kalla.bpmn";
        String sip = "processes/sip.bpmn";
        String inbjudan = "processes/inbjudan.bpmn";
        return Stream.of(
                vgr("no XML", kalla, replace("</bpmn:process>", ""), "", "går inte att läsa"),
                vgr("against the schema", kalla, replace("bpmn:businessRuleTask", "bpmn:beslutTask"), "utskick",
                        "går inte att läsa"),
                vgr("a task without picture", kalla, undraw("kallelse"), "kallelse", "saknar bild"),
                vgr("a flow without picture", kalla, undraw("provad"), "provad", "saknar bild"),
                vgr("a task without name", kalla, attribute("kallelse", "name", ""), "kallelse", "inget namn"),
                vgr("a service task without name", kalla, attribute("skicka", "name", null), "skicka", "inget namn"),
                vgr("a gateway without question", kalla, attribute("far_ga_ut", "name", null), "far_ga_ut",
                        "Grinden har inget namn"),
                vgr("a flow without answer", kalla, attribute("andra", "name", null), "andra", "Flödet har inget namn"),
                vgr("an end without name", kalla, attribute("alla_svarat", "name", ""), "alla_svarat", "inget namn"),
                vgr("a boundary event without name", kalla, attribute("motesdagen", "name", null), "motesdagen",
                        "inget namn"),
                vgr("a task without form", kalla, attribute("kallelse", "camunda:formKey", null), "kallelse",
                        "inget formulär"),
                vgr("a task that nobody gets", kalla, attribute("kallelse", "camunda:candidateGroups", null), "kallelse",
                        "ingen kandidatgrupp"),
                vgr("a task for a fixed group", kalla, attribute("kallelse", "camunda:candidateGroups", "skola"),
                        "kallelse", "fast grupp"),
                vgr("a task that is never due", kalla, attribute("kallelse", "camunda:dueDate", null), "kallelse",
                        "ingen förfallodag"),
                vgr("a task without documentation", kalla, first("(id=\"kallelse\"[^>]*>)\\s*<bpmn:documentation>.*?"
                        + "</bpmn:documentation>", "$1"), "kallelse", "ingen dokumentation"),
                vgr("a form that does not exist", kalla, replace("forms/kallelse.html", "forms/kallelsen.html"),
                        "kallelse", "forms/kallelsen.html finns inte"),
                vgr("a form of the app", kalla, replace("embedded:deployment:forms/kallelse", "embedded:app:forms/kallelse"),
                        "kallelse", "inte ur samma version"),
                vgr("a table that does not exist", kalla, replace("value=\"utskick\"", "value=\"utskik\""), "utskick",
                        "Tabellen utskik finns inte"),
                vgr("a table that no task can ask", kalla, replace("value=\"utskick\"", "value=\"frister\""), "utskick",
                        "kan inte avgöra"),
                vgr("a process that does not exist", kalla, attribute("svar_pa_kallelser", "calledElement", "inbjudning"),
                        "svar_pa_kallelser", "inbjudning finns inte"),
                vgr("a bean that does not exist", kalla, replace("${skickaKallelser}", "${skickaKalelser}"), "skicka",
                        "skickaKalelser"),
                vgr("a bean that takes no step", kalla, replace("${skickaKallelser}", "${frist}"), "skicka",
                        "utför inget steg"),
                vgr("a service task that does nothing", kalla, attribute("skicka", "camunda:delegateExpression", null),
                        "skicka", "gör ingenting"),
                vgr("a method that does not exist", kalla, replace("frist.dagar(execution,'kalla')",
                        "frist.dagarna(execution,'kalla')"), "kallelse", "ingen metod"),
                vgr("a method with too little", kalla, replace("frist.dagar(execution,'kalla')", "frist.dagar('kalla')"),
                        "kallelse", "annat antal värden"),
                vgr("a limit that the table has not", kalla, replace("frist.dagar(execution,'kalla')",
                        "frist.dagar(execution,'kallar')"), "kallelse", "ingen rad ”kallar”"),
                vgr("a misspelled variable in a condition", kalla, condition("ja", "${dispatchOutcom == 'VALID'}"), "ja",
                        "dispatchOutcom"),
                vgr("a misspelled code in a condition", kalla, condition("fraga_familjen",
                        "${dispatchOutcome == 'CONCENT_NEEDED'}"), "fraga_familjen", "CONCENT_NEEDED"),
                vgr("a misspelled collection", kalla, replace("camunda:collection=\"invitations\"",
                        "camunda:collection=\"invitation_s\""), "svar_pa_kallelser", "invitation_s"),
                vgr("a collection that is none", kalla, replace("camunda:collection=\"invitations\"",
                        "camunda:collection=\"invitation\""), "svar_pa_kallelser", "ingen lista"),
                vgr("a misspelled variable handed over", sip, first("source=\"dispatchOutcome\" target=\"dispatchOutcome\"",
                        "source=\"dispatchOutcom\" target=\"dispatchOutcom\""), "kalla", "dispatchOutcom"),
                vgr("a variable under another name", sip, first("source=\"consentOutcome\" target=\"consentOutcome\"",
                        "source=\"consentOutcome\" target=\"dispatchOutcome\""), "samtycke", "annat namn"),
                vgr("a decision forged on the way in", sip, first("(calledElement=\"kalla\".*?<camunda:in variables=\"all\" />)",
                        "$1<camunda:in sourceExpression=\"\\${'VALID'}\" target=\"dispatchOutcome\" />"), "kalla",
                        "Ett uttryck lämnas över"),
                vgr("a decision forged by a parameter", kalla, extend("skicka", "<bpmn:extensionElements><camunda:inputOutput>"
                        + "<camunda:inputParameter name=\"dispatchOutcome\">VALID</camunda:inputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements>"), "skicka", "inputOutput"),
                vgr("a misspelled message", sip, replace("name=\"mote_andras\"", "name=\"mote_andrass\""),
                        "mote_andrass", "skickas aldrig"),
                vgr("a message that is not there", sip, replace("messageRef=\"msg_datum_rattas\"",
                        "messageRef=\"msg_datum\""), "datum_rattat", "msg_datum"),
                vgr("an error that is not there", sip, replace("errorRef=\"fel_eget_nej\"", "errorRef=\"fel\""),
                        "eget_nej", "felet ”fel”"),
                vgr("a timer on something that is no date", inbjudan, replace("${answerReminderAt}", "${answer}"),
                        "dags_att_paminna", "inget datum"),
                vgr("a literal due date", inbjudan, replace("${answerDue}", "P5D"), "svar", "fast tid"),
                vgr("a literal period", inbjudan, first("<bpmn:timeDate([^>]*)>\\$\\{answerReminderAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration$1>P21D</bpmn:timeDuration>"), "dags_att_paminna", "fast tid"),
                vgr("a period in weeks", inbjudan, first("<bpmn:timeDate([^>]*)>\\$\\{answerReminderAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration$1>P3W</bpmn:timeDuration>"), "dags_att_paminna", "fast tid"),
                vgr("a script", kalla, first("<bpmn:serviceTask id=\"ta_fram\"(.*?)</bpmn:serviceTask>",
                        "<bpmn:scriptTask id=\"ta_fram\" scriptFormat=\"groovy\" name=\"Ta fram\"><bpmn:incoming>borja"
                                + "</bpmn:incoming><bpmn:outgoing>till_kallelse</bpmn:outgoing><bpmn:script>1"
                                + "</bpmn:script></bpmn:scriptTask>"), "ta_fram", "scriptTask"),
                vgr("a class", kalla, all(attribute("ta_fram", "camunda:delegateExpression", null),
                        attribute("ta_fram", "camunda:class", "java.lang.Runtime")), "ta_fram", "camunda:class"),
                vgr("a connector", kalla, extend("ta_fram", "<bpmn:extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http</camunda:connectorId></camunda:connector></bpmn:extensionElements>"),
                        "ta_fram", "connector"),
                vgr("a step hidden in a listener", kalla, extend("ta_fram", "<bpmn:extensionElements><camunda:executionListener"
                        + " delegateExpression=\"${skickaKallelser}\" event=\"end\" /></bpmn:extensionElements>"),
                        "ta_fram", "executionListener"),
                vgr("a step hidden in a condition", kalla, condition("ja", "${skickaKallelser.execute(execution)}"),
                        "ja", "utför ett steg"),
                vgr("the engine's services", kalla, condition("ja", "${execution.processEngineServices != null}"), "ja",
                        "processEngineServices"),
                vgr("a bean out of reach", kalla, condition("ja", "${dataSource.connection != null}"), "ja", "dataSource"),
                vgr("reflection", kalla, condition("ja", "${dispatchOutcome.toString().getClass() != null}"), "ja",
                        "går vidare från"),
                vgr("an expression that cannot be read", kalla, condition("ja", "${dispatchOutcome == }"), "ja",
                        "går inte att läsa"),
                vgr("another binding", kalla, attribute("svar_pa_kallelser", "camunda:calledElementBinding", "latest"),
                        "svar_pa_kallelser", "bindning deployment"),
                vgr("another county's process", kalla, attribute("svar_pa_kallelser", "camunda:calledElementTenantId",
                        "halland"), "svar_pa_kallelser", "calledElementTenantId"),
                vgr("an element that nothing leads to", kalla, drop("dagen_inne"), "motet_borjar", "kan inte nås"),
                vgr("a dead end", kalla, drop("skickade"), "skicka", "leder ingenstans"),
                vgr("a loop without end", "processes/avvikelse.bpmn", reroute("till_avvikelse_gjord_fran_gor_avvikelse",
                        "gor_avvikelse"), "gor_avvikelse", "aldrig ett slut"),
                vgr("a gateway without default", kalla, attribute("far_ga_ut", "default", null), "far_ga_ut",
                        "inget standardflöde"),
                vgr("a flow without condition", kalla, first("(id=\"fraga_familjen\"[^>]*>)\\s*<bpmn:conditionExpression.*?"
                        + "</bpmn:conditionExpression>", "$1"), "fraga_familjen", "inget villkor"),
                vgr("a condition that asks nothing", kalla, condition("ja", "${true}"), "ja", "frågar inget"),
                vgr("a flow to nowhere", kalla, reroute("skickade", "svar_pa"), "skickade", "svar_pa"),
                vgr("no history time to live", kalla, attribute("kalla", "camunda:historyTimeToLive", null), "kalla",
                        "historiken"),
                vgr("no version", kalla, attribute("kalla", "camunda:versionTag", null), "kalla", "version"),
                vgr("another id than the file", kalla, attribute("kalla", "id", "kalla2"), "kalla2", "som filens namn"),
                vgr("a process that is not executable", kalla, attribute("kalla", "isExecutable", "false"), "kalla",
                        "körbar"),
                vgr("the same id twice", kalla, attribute("motet_borjar", "id", "alla_svarat"), "alla_svarat",
                        "två gånger"),
                vgr("a task that is no kind of task", kalla, first("<bpmn:serviceTask id=\"ta_fram\"([^>]*?)"
                        + " camunda:delegateExpression=\"[^\"]*\"(.*?)</bpmn:serviceTask>",
                        "<bpmn:task id=\"ta_fram\"$1$2</bpmn:task>"), "ta_fram", "bpmn:task"));
    }

    static Stream<Wrong> tables() {
        String utskick = "decisions/utskick.dmn";
        String samtycke = "decisions/samtycke.dmn";
        String frister = "decisions/frister.dmn";
        return Stream.of(
                vgr("a cell that is no FEEL", utskick, first("(utskick_1_i1\">\\s*<text>)[^<]*", "$1\"VALID"),
                        "utskick_1", "går inte att läsa som FEEL"),
                vgr("a text without quotes", utskick, first("(utskick_1_i1\">\\s*<text>)[^<]*", "$1VALID"), "utskick_1",
                        "utan citattecken"),
                vgr("rows that overlap", utskick, first("(utskick_9_i3\">\\s*<text>)[^<]*", "$1"), "utskick_9",
                        "överlappar"),
                vgr("a row that is missing", utskick, drop("utskick_3"), "", "Ingen rad svarar när Samtycket i dag"),
                vgr("a limit that is missing", frister, first("<rule id=\"[^\"]*\">\\s*<description>[^<]*</description>\\s*"
                        + "<inputEntry id=\"[^\"]*\">\\s*<text>\"posta\".*?</rule>", ""), "", "\"posta\""),
                vgr("a value that no row covers", utskick, replace("\"NO_GROUND\",\"NONE\"",
                        "\"NO_GROUND\",\"NONE\",\"UNKNOWN\""), "Samtycket i dag", "UNKNOWN"),
                vgr("a value that is none", utskick, first("(utskick_1_i1\">\\s*<text>)[^<]*", "$1\"VALIDE\""),
                        "rad 1 (utskick_1)", "VALIDE"),
                vgr("an answer that is none", utskick, first("(utskick_1_u1\">\\s*<text>)[^<]*", "$1\"OK\""),
                        "rad 1 (utskick_1)", "”OK”"),
                vgr("an answer that is missing", utskick, first("(utskick_1_u1\">\\s*<text>)[^<]*", "$1"),
                        "rad 1 (utskick_1)", "inget svar"),
                vgr("an answer of another type", frister, first("<text>3</text>", "<text>\"tre\"</text>"), "rad",
                        "inte av slaget integer"),
                vgr("a row without clause", utskick, first("(<rule id=\"utskick_3\">\\s*<description>)[^<]*", "$1"),
                        "rad 3 (utskick_3)", "vilken paragraf"),
                vgr("a row that only says why", utskick, first("(<rule id=\"utskick_3\">\\s*<description>)[^<]*",
                        "$1Så gör vi här."), "rad 3 (utskick_3)", "inte skriven som den ska"),
                vgr("another county's clause", utskick, first("(<rule id=\"utskick_3\">\\s*<description>)[^:<]*",
                        "$1HAL-47"), "rad 3 (utskick_3)", "HAL-47"),
                vgr("no history time to live", utskick, attribute("utskick", "camunda:historyTimeToLive", null), "utskick",
                        "historiken"),
                vgr("no version", utskick, attribute("utskick", "camunda:versionTag", null), "utskick",
                        "versionsmärkning"),
                vgr("another id than the file", utskick, all(attribute("utskick", "id", "utskicket"),
                        replace("dmnElementRef=\"utskick\"", "dmnElementRef=\"utskicket\"")), "utskicket",
                        "som filens namn"),
                vgr("no picture", utskick, replace("dmnElementRef=\"utskick\"", "dmnElementRef=\"x\""), "utskick",
                        "saknar bild"),
                vgr("a misspelled question", utskick, first("<text>\\s*allCovered\\s*</text>", "<text>allCoverd</text>"),
                        "Alla mottagare", "allCoverd"),
                vgr("a misspelled answer", utskick, replace("name=\"outcome\"", "name=\"outcom\""), "Utfall", "outcom"),
                vgr("a hit policy that is none", utskick, replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"SOMETIMES\""), "",
                        "går inte att läsa"),
                vgr("another language", utskick, first("(<inputExpression id=\"uttryck_consent\")", "$1"
                        + " expressionLanguage=\"juel\""), "in_consent", "juel"),
                vgr("a row that never hits", samtycke, first("(samtycke_1_i11\"><text>)[^<]*(.*?samtycke_1_i2\"><text>)?",
                        "$1-$2"), "rad 2 (samtycke_2)", "träffar aldrig"),
                vgr("yes or no that is neither", utskick, first("(utskick_1_i2\">\\s*<text>)[^<]*", "$1\"ja\""),
                        "rad 1 (utskick_1)", "är ja eller nej"));
    }

    static Stream<Wrong> forms() {
        String plan = "forms/plan.html";
        String bedomning = "forms/bedomning.html";
        return Stream.of(
                vgr("a field that no record knows", plan, replace("name=\"longTermGoal\"", "name=\"longTermGoals\""),
                        "longTermGoals", "känner systemet inte"),
                vgr("a field of a row that no record knows", plan, replace("name=\"howOften\"", "name=\"often\""),
                        "often", "känner systemet inte"),
                vgr("a mandatory question that is gone", plan, first("<sip-yes-no name=\"familyAgrees\".*?</sip-yes-no>",
                        ""), "familyAgrees", "obligatorisk"),
                vgr("a mandatory question of a row that is gone", plan, first("<sip-text name=\"what\".*?</sip-text>", ""),
                        "interventions.what", "obligatorisk"),
                vgr("a hidden key that is gone", plan, replace("<sip-hidden name=\"party\"></sip-hidden>", ""),
                        "contacts.party", "dolda fältet"),
                vgr("a question the server demands that is gone", plan, first("<sip-select name=\"responsibleUnit\".*?"
                        + "</sip-select>", ""), "responsibleUnit", "tagits bort"),
                vgr("an answer that no record knows", plan, replace("value=\"SHORT_TERM\"", "value=\"SHORT\""),
                        "horizon", "SHORT"),
                vgr("shown after a question that is not there", plan, replace("when=\"notForGuardians\"",
                        "when=\"notForGuardian\""), "notForGuardian", "en fråga som inte finns"),
                vgr("an element out of the list", plan, first("<sip-text name=\"longTermGoal\"(.*?)</sip-text>",
                        "<input name=\"longTermGoal\">"), "longTermGoal", "<input>"),
                vgr("code in the markup", plan, replace("<sip-text name=\"longTermGoal\"",
                        "<sip-text ng-click=\"x()\" name=\"longTermGoal\""), "longTermGoal", "ng-click"),
                vgr("an expression", plan, replace("label=\"Det långsiktiga målet\"", "label=\"{{ x }}\""), "longTermGoal",
                        "{{ }}"),
                vgr("another script", plan, replace("sipForm.attach(camForm, $scope)", "sipForm.attach(camForm)"), "",
                        "Skriptraden"),
                vgr("a part that is not there", bedomning, replace("sip-part name=\"basniva\"", "sip-part name=\"basnivan\""),
                        "basnivan", "finns inte"));
    }

    static Stream<Wrong> contract() {
        String kalla = "processes/kalla.bpmn";
        String sip = "processes/sip.bpmn";
        String avsluta = "processes/avsluta.bpmn";
        return Stream.of(
                vgr("called whatever the table says", kalla, reroute("andra", "skicka"), "skicka",
                        "1. Kallelser går ut"),
                vgr("called without asking the table", kalla, reroute("kallelse_klar", "skicka"), "skicka",
                        "Skriv kallelsen och boka mötet → Skicka kallelserna"),
                vgr("called after another answer", kalla, condition("ja", "${dispatchOutcome != 'REVISE'}"), "skicka",
                        "1. Kallelser går ut"),
                vgr("called again on an old answer", kalla, reroute("svar_klara", "skicka"), "skicka",
                        "1. Kallelser går ut"),
                halland("the family is not asked", sip, reroute("till_samtycke_fran_forbered", "kalla"), "kalla",
                        "2. Ingen kallas innan"),
                halland("a no is passed by", sip, condition("till_kalla_fran_samtycke_finns",
                        "${consentOutcome != 'MISSING_CHILD'}"), "kalla", "2. Ingen kallas innan"),
                vgr("consent is not tried", "processes/samtycke.bpmn", reroute("till_prova", "samtycke_finns"), "",
                        "2. Ingen kallas innan"),
                vgr("an added unit called without consent", "processes/tillkommande_enhet.bpmn",
                        reroute("till_utan_fran_omfattas", "kalla_in"), "kalla_in", "3. En enhet som tillkommer"),
                vgr("passed on without asking", "processes/inbjudan.bpmn", first("sourceRef=\"hittad\""
                        + " targetRef=\"vidarebefordran\"", "sourceRef=\"hittad\" targetRef=\"lamna_over\""), "lamna_over",
                        "4. En kallelse lämnas vidare"),
                vgr("discharge's SIP without the table", "processes/planera_utskrivning.bpmn", first("sourceRef=\"planering\""
                        + " targetRef=\"avgor\"", "sourceRef=\"planering\" targetRef=\"avgjort\""), "",
                        "6. Vid utskrivning avgörs"),
                vgr("an existing plan without consent", "processes/befintlig_sip.bpmn", condition(
                        "till_tidig_uppfoljning_fran_samtycke", "${consentOutcome != 'NONE'}"), "tidig_uppfoljning",
                        "7. En befintlig plan"),
                vgr("a meeting without need", sip, condition("till_forbered_fran_sip_behovs", "${needOutcome != 'DENIED'}"),
                        "", "8. Behovet är avgjort"),
                vgr("units without the table", "processes/forbered.bpmn", reroute("till_foresla", "bekrafta_enheter"),
                        "bekrafta_enheter", "9. Vilka som ska vara med"),
                vgr("no withdrawal", sip, drop("aterkallelse"), "", "10. Samtycket kan återkallas"),
                vgr("a withdrawal that breaks nothing off", sip, attribute("samtycket_aterkallat", "isInterrupting",
                        "false"), "", "10. Samtycket kan återkallas"),
                halland("a withdrawal that stops no sharing", sip, reroute("till_stoppa_delning_fran_samtycket_aterkallat",
                        "avsluta_aterkallat"), "aterkallelse_slut", "10. Samtycket kan återkallas"),
                vgr("no ending when somebody dies", sip, drop("administrativt"), "", "11. Ett ärende kan avslutas"),
                vgr("whoever comes of age is not asked", sip, drop("arton"), "", "12. Den som fyller 18"),
                vgr("a no accepted before it is one", "processes/samtycke.bpmn", reroute("ja", "acceptera_nej"),
                        "acceptera_nej", "13. Ett nej"),
                halland("a late meeting that nobody sees", sip, drop("motesdatum_passerat"), "", "14. Att mötet dröjer"),
                vgr("a late meeting that the manager is not told of", sip, reroute("till_notera_forsening_fran_mote_hallet",
                        "mote_blev_av"), "mote_blev_av", "14. Att mötet dröjer"),
                vgr("a late meeting without reason", sip, reroute("till_forsenat_fran_notera_forsening", "mote_blev_av"),
                        "", "15. Den som är sen"),
                vgr("a unit that never answers", "processes/inbjudan.bpmn", all(drop("tiden_ute"), drop("svarstiden_slut")), "svar",
                        "16. Att en kallad inte svarar"),
                vgr("a follow-up that is forgotten", "processes/folj_upp.bpmn", drop("forsenad"), "",
                        "17. Att uppföljningen dröjer"),
                vgr("an admission notice that is late", "processes/utskrivning.bpmn", drop("tjugofyra_timmar"),
                        "komplettera", "18. Inskrivningsmeddelandet"),
                vgr("a call that is late", "processes/utskrivning.bpmn", drop("tre_kalenderdagar"), "kalla_i_tid",
                        "19. Kallelsen skickas"),
                vgr("a transfer that is late", "processes/utskriven.bpmn", drop("dagen_slut"), "overfor_information",
                        "20. Information överförs"),
                vgr("a plan that nobody wrote", "processes/mote.bpmn", reroute("till_skriv_planen_fran_blir_det_plan",
                        "fardigstall_planen"), "fardigstall_planen", "21. Ingen plan blir färdig"),
                vgr("a plan without follow-up day", "forms/plan.html", first("<sip-date name=\"followUpOn\".*?</sip-date>",
                        ""), "followUpOn", "22. Planen har uppföljningsdag"),
                vgr("a plan that is not followed up", sip, reroute("till_folj_upp_fran_mote_utfall", "ingen_plan"), "",
                        "23. En plan följs alltid upp"),
                vgr("a follow-up that decides nothing", "processes/folj_upp.bpmn",
                        reroute("till_registrera_uppfoljningskod_fran_planen_genomfors", "klart_att_avsluta"), "",
                        "24. Uppföljningen avgör"),
                vgr("an ending whose reason is not tried", avsluta, reroute("till_avslut_fran_ska_avslutas_nu",
                        "registrera_avslut"), "registrera_avslut", "25. Ett avslut har ett skäl"),
                vgr("an ending that is refused and still made", avsluta, condition(
                        "till_registrera_avslut_fran_far_avslutas", "${closeOutcome != null}"), "registrera_avslut",
                        "25. Ett avslut har ett skäl"),
                vgr("an ending that nobody is told of", avsluta, reroute("till_meddela_avslut_fran_kan_angras",
                        "fortsatter"), "", "26. Ett avslut meddelas"),
                halland("a case that just ends", sip, reroute("till_avsluta_fran_sip_processen", "arendet_avslutat"), "",
                        "27. Inget ärende tar slut"),
                vgr("a denial without reason", "forms/bedomning.html", first("<sip-text name=\"denialReason\".*?</sip-text>",
                        ""), "denialReason", "28. Ett nekande"),
                halland("a request that nobody judges", "processes/upptack_behov.bpmn", reroute("fraga_eller_signal",
                        "avgor_behov"), "avgor_behov", "29. En begäran bedöms"),
                vgr("the table lets calls out without consent", "decisions/utskick.dmn", first(
                        "(utskick_5_u1\">\\s*<text>)[^<]*", "$1\"VALID\""), "rad 5 (utskick_5)", "30. Tabellen för utskick"),
                vgr("the table passes on to whoever is not covered", "decisions/vidarebefordran.dmn", first(
                        "(vidarebefordran_4_\\w+\">\\s*<text>)\"ATTEND_SELF\"", "$1\"PASS_ON\""),
                        "rad 4 (vidarebefordran_4)", "31. Tabellen för vidarebefordran"),
                vgr("a no that is a yes", "decisions/samtycke.dmn", first("(samtycke_3_o0\"><text>)[^<]*", "$1\"VALID\""),
                        "rad 3 (samtycke_3)", "32. Ett nej är ett nej"),
                vgr("a consent that never runs out", "decisions/samtycke.dmn", drop("samtycke_11"), "",
                        "33. Ett samtycke är informerat"),
                vgr("an ending though both are needed", "decisions/avslut.dmn", first("\"REFUSED\"", "\"ALLOWED\""), "",
                        "34. Så länge båda huvudmännen"),
                vgr("a consent for two years", "decisions/frister.dmn", first("(\"samtycke_langst\"</text></inputEntry>\\s*"
                        + "<outputEntry[^>]*><text>)1", "$12"), "samtycke_langst", "35. Ett samtycke gäller"),
                vgr("five days to call", "decisions/utskrivning_frister.dmn", first("(\"kallelse\"</text></inputEntry>\\s*"
                        + "<outputEntry[^>]*><text>)3", "$15"), "rad", "37. Lagens tider"),
                vgr("a case whose days nobody counts", sip, reroute("till_oppna_arende_fran_behov_upptackt", "sip_processen"),
                        "", "39. Ärendets tider"),
                vgr("a call to nobody in particular", kalla, reroute("borja", "kallelse"), "kallelse",
                        "40. Vilka som ska kallas"),
                vgr("a day put right that moves nothing", sip, reroute("till_rakna_om_fran_datum_rattat", "datum_klar"), "",
                        "41. Rättas en dag"),
                vgr("a life that changes and nothing happens", sip, reroute("till_tidig_uppfoljning_fran_livet_forandras",
                        "livet_klar"), "", "42. Förändras livet"),
                vgr("a consent that runs out unasked", sip, reroute("till_fornya_samtycke_fran_samtycke_gar_ut",
                        "samtycke_ut_klar"), "", "43. Går samtycket ut"),
                vgr("a call that nobody wrote", kalla, replace("forms/kallelse.html", "forms/plan.html"), "skicka",
                        "44. Kallelsen är skriven"),
                vgr("a plan without its code", "processes/mote.bpmn", reroute(
                        "till_registrera_kod_fran_fardigstall_planen", "planen_klar"), "", "45. En färdig plan"));
    }

    @ParameterizedTest
    @MethodSource({"diagrams", "tables", "forms", "contract"})
    void itIsFoundInItsFileAtItsElement(Wrong wrong) {
        List<BundleFault> faults = CHECK.check(edited(wrong.from(), wrong.file(), wrong.edit()), wrong.from());

        assertThat(faults).as("errors after: " + wrong).anySatisfy(fault -> {
            assertThat(fault.isError()).isTrue();
            assertThat(fault.file()).endsWith(wrong.file().substring(wrong.file().lastIndexOf('/')));
            assertThat(fault.element()).contains(wrong.element());
            assertThat(fault.fault()).contains(wrong.fault());
            assertThat(fault.remedy()).isNotEmpty();
        });
    }

    @Test
    void aProcessOfTheCountysOwnThatCallsWithoutGroundIsFound() {
        String own = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="sip">
                  <bpmn:process id="egen" name="Egen" isExecutable="true" camunda:historyTimeToLive="P180D" camunda:versionTag="1">
                    <bpmn:startEvent id="s" name="Start"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="skicka"/>
                    <bpmn:serviceTask id="skicka" name="Kalla ändå" camunda:delegateExpression="${skickaKallelser}"/>
                    <bpmn:sequenceFlow id="f2" sourceRef="skicka" targetRef="e"/>
                    <bpmn:endEvent id="e" name="Slut"/>
                  </bpmn:process>
                </bpmn:definitions>
                """;
        Bundle candidate = VGR_FILES.with(List.of(new Bundle.File(Bundle.Folder.PROCESSES, "processes/egen.bpmn",
                "processes/vgr/egen.bpmn", own.getBytes(StandardCharsets.UTF_8))));

        assertThat(CHECK.check(candidate, VGR_FILES)).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("processes/vgr/egen.bpmn");
            assertThat(fault.fault()).contains("1. Kallelser går ut").contains("Start → Kalla ändå");
        });
    }

    @Test
    void theSetOfWrongBundlesIsLargeAndTheContractsRulesAreAllBroken() {
        assertThat(Stream.of(diagrams(), tables(), forms(), contract()).flatMap(s -> s)).hasSizeGreaterThan(130);
        var broken = new ArrayList<>(contract().map(Wrong::fault).toList());
        for (Contract.Rule rule : Contract.read().rules()) {
            if (!Set.of("5. ", "36. ", "38. ").contains(rule.title().substring(0, rule.title().indexOf('.') + 2))) {
                assertThat(broken).as(rule.title()).anySatisfy(fault -> assertThat(rule.title() + " Skriv kallelsen och"
                        + " boka mötet → Skicka kallelserna").contains(fault));
            }
        }
    }

    static Stream<Bundle> counties() {
        return Stream.of(VGR_FILES, HALLAND_FILES, new BundleReader("file:./").read(DALARNA),
                new BundleReader("file:./").read(BundleFolder.TEST));
    }

    @ParameterizedTest
    @MethodSource("counties")
    void theRealCountiesAreFaultless(Bundle real) {
        assertThat(CHECK.check(real, real)).isEmpty();
    }

    static Stream<Wrong> changes() {
        return Stream.of(
                vgr("another name of a task", "processes/kalla.bpmn", attribute("kallelse", "name",
                        "Skriv kallelsen och boka rummet"), "", ""),
                vgr("more documentation", "processes/kalla.bpmn", replace("Muntlig kontakt bör tas innan",
                        "Ring gärna först. Muntlig kontakt bör tas innan"), "", ""),
                vgr("a longer limit", "decisions/frister.dmn", first("(\"posta\"</text></inputEntry>\\s*<outputEntry[^>]*>"
                        + "<text>)2", "$13"), "", ""),
                vgr("another sentence of a row", "decisions/utskick.dmn", replace("Samtycke saknas från någon som behöver"
                        + " ge det.", "Någon som behöver samtycka har inte svarat."), "", ""),
                vgr("a row split in two", "decisions/utskick.dmn", all(
                        replace("\"MISSING_GUARDIAN\",\"MISSING_CHILD\",\"NONE\"</text>", "\"MISSING_GUARDIAN\",\"NONE\"</text>"),
                        replace("<rule id=\"utskick_3\">", """
                                <rule id="utskick_2b">
                                        <description>VGU-61: Barnet har inte svarat.</description>
                                        <inputEntry id="utskick_2b_i1"><text>"MISSING_CHILD"</text></inputEntry>
                                        <inputEntry id="utskick_2b_i2"><text></text></inputEntry>
                                        <inputEntry id="utskick_2b_i3"><text></text></inputEntry>
                                        <inputEntry id="utskick_2b_i4"><text></text></inputEntry>
                                        <inputEntry id="utskick_2b_i5"><text></text></inputEntry>
                                        <outputEntry id="utskick_2b_u1"><text>"CONSENT_NEEDED"</text></outputEntry>
                                      </rule>
                                      <rule id="utskick_3">""")), "", ""),
                vgr("another label of a question", "forms/plan.html", replace("label=\"Det långsiktiga målet\"",
                        "label=\"Vart vill ni nå?\""), "", ""),
                vgr("a question that nobody must answer is gone", "forms/plan.html", first(
                        "<sip-text name=\"howOften\".*?</sip-text>", ""), "", ""),
                vgr("a heading and a text more", "forms/forbered.html", replace("<sip-case></sip-case>",
                        "<sip-case></sip-case><p>Ta med frågorna från familjen.</p>"), "", ""),
                vgr("an answer asked the other way round", "processes/inbjudan.bpmn", first(
                        "\\$\\{answer == 'FORWARDED'}", "\\${'FORWARDED' == answer}"), "", ""),
                vgr("a warning more before the meeting", "processes/kalla.bpmn", all(
                        replace("<bpmn:endEvent id=\"motet_borjar\"", """
                                <bpmn:serviceTask id="paminn_igen" name="Påminn alla" camunda:delegateExpression="${paminnOmMote}" />
                                    <bpmn:sequenceFlow id="efter_paminnelse" sourceRef="paminn_igen" targetRef="motet_borjar" />
                                    <bpmn:endEvent id="motet_borjar\""""),
                        reroute("dagen_inne", "paminn_igen"),
                        first("(<bpmndi:BPMNPlane[^>]*>)", "$1<bpmndi:BPMNShape id=\"p_di\" bpmnElement=\"paminn_igen\">"
                                + "<dc:Bounds x=\"900\" y=\"400\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>"
                                + "<bpmndi:BPMNEdge id=\"e_di\" bpmnElement=\"efter_paminnelse\"><di:waypoint x=\"1000\""
                                + " y=\"440\" /><di:waypoint x=\"1050\" y=\"440\" /></bpmndi:BPMNEdge>")), "", ""),
                halland("another group for a task", "processes/forbered.bpmn", attribute("forbered_motet",
                        "camunda:candidateGroups", "${convenerGroup},${managerGroup}"), "", ""),
                halland("consent asked once more before calling", "processes/sip.bpmn", condition(
                        "till_kalla_fran_samtycke_finns", "${consentOutcome == 'VALID' && needOutcome == 'SIP'}"), "", ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatACountyMayChangeGivesNoFault(Wrong change) {
        assertThat(CHECK.check(edited(change.from(), change.file(), change.edit()), change.from())).isEmpty();
    }

    static Bundle edited(Bundle from, String name, UnaryOperator<String> edit) {
        Bundle.File file = from.files().get(name);
        String county = from.county().id();
        String origin = file.isOwn() ? file.origin() : file.folder().path() + "/" + county + name.substring(name
                .lastIndexOf('/'));
        return from.with(List.of(new Bundle.File(file.folder(), name, origin,
                edit.apply(file.text()).getBytes(StandardCharsets.UTF_8))));
    }
}
