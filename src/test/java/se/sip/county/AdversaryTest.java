package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.county.Edit.all;
import static se.sip.county.Edit.attribute;
import static se.sip.county.Edit.condition;
import static se.sip.county.Edit.drop;
import static se.sip.county.Edit.extend;
import static se.sip.county.Edit.first;
import static se.sip.county.Edit.replace;
import static se.sip.county.Edit.reroute;
import static se.sip.county.WrongBundlesTest.CHECK;
import static se.sip.county.WrongBundlesTest.edited;
import static se.sip.county.WrongBundlesTest.halland;
import static se.sip.county.WrongBundlesTest.vgr;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.sip.county.WrongBundlesTest.Wrong;

/**
 * What somebody would try who wants to get round the check: conditions that only look like questions, answers that never
 * come back, events that break off what they should warn of, code where the engine reads it and nobody looks. Each is
 * found in its file; and what resembles it and is right gives no fault.
 */
class AdversaryTest {

    private static final String KALLA = "processes/kalla.bpmn";
    private static final String SIP = "processes/sip.bpmn";
    private static final String INBJUDAN = "processes/inbjudan.bpmn";
    private static final String AVSLUTA = "processes/avsluta.bpmn";
    private static final String UTSKICK = "decisions/utskick.dmn";
    private static final String PLAN = "forms/plan.html";

    static Stream<Wrong> conditions() {
        return Stream.of(
                vgr("always true by an or", INBJUDAN, first("\\$\\{answer == 'PASS_ON'}", "\\${answer == 'PASS_ON' || true}"),
                        "", "alltid uppfyllt"),
                vgr("always true by itself", AVSLUTA, first("\\$\\{undoUntil != null}",
                        "\\${undoUntil == null || undoUntil != null}"), "", "alltid uppfyllt"),
                vgr("never true", INBJUDAN, first("\\$\\{answer == 'OTHER_PRINCIPAL'}",
                        "\\${answer == 'OTHER_PRINCIPAL' &amp;&amp; answer == 'FORWARDED'}"), "", "aldrig uppfyllt"),
                vgr("taken by the flow before it", INBJUDAN, first("\\$\\{answer == 'FORWARDED'}",
                        "\\${answer != null}"), "", "flöde före det"),
                vgr("a code of another table", KALLA, condition("fraga_familjen", "${dispatchOutcome == 'SIP'}"),
                        "fraga_familjen", "ett värde som den aldrig har"),
                vgr("an answer that no unit can give", INBJUDAN, first("'WRONG_UNIT'", "'CALLED'"), "",
                        "ett värde som den aldrig har"),
                vgr("a ternary that is always yes", KALLA, condition("ja", "${dispatchOutcome == 'VALID' ? true : true}"),
                        "ja", "alltid uppfyllt"),
                vgr("a list emptied by a condition", KALLA, condition("fraga_familjen", "${invitations.clear() == null}"),
                        "fraga_familjen", "gör något med variabeln"),
                vgr("the ground passed by in a call", SIP, first("(calledElement=\"kalla\".*?)<camunda:out"
                        + " source=\"dispatchOutcome\" target=\"dispatchOutcome\" />", "$1"), "kalla",
                        "dispatchOutcome lämnas inte tillbaka"),
                halland("the meeting's answer stays behind", SIP, first("<camunda:out source=\"meetingOutcome\""
                        + " target=\"meetingOutcome\" />", ""), "mote", "meetingOutcome lämnas inte tillbaka"),
                vgr("why a case ends stays behind", SIP, first("(calledElement=\"samtycke\".*?)<camunda:out source=\"endKind\""
                        + " target=\"endKind\" />", "$1"), "samtycke", "endKind lämnas inte tillbaka"),
                vgr("a case begun after its consent", "processes/utskrivning.bpmn", replace("${'CONSENT'}", "${'CALL'}"), "",
                        "senast med att familjen tillfrågas"));
    }

    static Stream<Wrong> events() {
        return Stream.of(
                vgr("a late meeting ends the case", SIP, attribute("tre_veckor", "isInterrupting", "true"), "",
                        "varnar, den avslutar inget"),
                halland("a late meeting ends the case there too", SIP, attribute("trettio_dagar", "isInterrupting", null), "",
                        "varnar, den avslutar inget"),
                vgr("a late answer ends the question", INBJUDAN, attribute("svarstiden_slut", "cancelActivity", "true"), "",
                        "varnar, den avslutar inget"),
                vgr("an own consent that breaks all off", SIP, attribute("fyller_arton", "isInterrupting", "true"), "",
                        "12. Den som fyller 18"),
                vgr("two wait for the same", SIP, replace("messageRef=\"msg_livet_forandras\"",
                        "messageRef=\"msg_datum_rattas\""), "livet", "samma meddelande"),
                vgr("the withdrawal waits for something else", SIP, first("(id=\"samtycket_aterkallat\".*?messageRef=\")"
                        + "msg_samtycke_aterkallas", "$1msg_datum_rattas"), "", "10. Samtycket kan återkallas"),
                vgr("an event of the product's that nobody takes", SIP, drop("ny_enhet"), "enhet_tillkommer",
                        "Inget tar emot meddelandet"),
                vgr("a no that nobody catches", SIP, all(drop("eget_nej"), first("<bpmn:sequenceFlow id=\"[^\"]*\""
                        + " sourceRef=\"eget_nej\"[^>]*/>", "")), "", "fångas ingenstans"),
                vgr("an end that throws an error", AVSLUTA, all(replace("<bpmn:process id", "<bpmn:error id=\"fel_x\""
                        + " errorCode=\"x\" /><bpmn:process id"), first("(<bpmn:endEvent id=\"taget_tillbaka\".*?)"
                                + "</bpmn:endEvent>", "$1<bpmn:errorEventDefinition errorRef=\"fel_x\" /></bpmn:endEvent>")),
                        "taget_tillbaka", "fångas ingenstans"),
                vgr("a link instead of a flow", KALLA, first("(<bpmn:endEvent id=\"alla_svarat\".*?)</bpmn:endEvent>",
                        "$1<bpmn:linkEventDefinition name=\"x\" /></bpmn:endEvent>"), "alla_svarat", "linkEventDefinition"),
                vgr("a signal", SIP, first("<bpmn:messageEventDefinition id=\"livet_forandras_def\"[^>]*/>",
                        "<bpmn:signalEventDefinition id=\"livet_forandras_def\" />"), "livet", "signalEventDefinition"),
                vgr("a second start", KALLA, replace("<bpmn:endEvent id=\"motet_borjar\"", "<bpmn:startEvent id=\"start2\""
                        + " name=\"Genväg\" /><bpmn:sequenceFlow id=\"gen\" sourceRef=\"start2\" targetRef=\"skicka\" />"
                        + "<bpmn:endEvent id=\"motet_borjar\""), "start2", "motorn tar bara en"),
                vgr("a start by message", KALLA, first("(<bpmn:startEvent id=\"kalla_start\".*?)</bpmn:startEvent>",
                        "$1<bpmn:messageEventDefinition messageRef=\"m\" /></bpmn:startEvent>"), "kalla_start",
                        "med ett meddelande"),
                vgr("a cycle that is none", "processes/daglig_kontroll.bpmn", replace("${dagligKontroll.klockslag()}",
                        "varje morgon"), "", "ingen tid som återkommer"),
                vgr("a cycle with a period", "processes/daglig_kontroll.bpmn", replace("${dagligKontroll.klockslag()}",
                        "R/PT24H"), "", "fast tid"),
                vgr("an end that leaves the rest running", SIP, first("<bpmn:terminateEventDefinition id=\"uppfoljt_def\" />", ""),
                        "uppfoljt", "avbryter inte längre"),
                vgr("a time that waits for another date", INBJUDAN, first("\\$\\{answerReminderAt}", "\\${meetingReminderAt}"), "",
                        "i stället för ${answerReminderAt}"),
                vgr("a moment in another zone", INBJUDAN, replace("${answerReminderAt}", "2026-03-23T09:00:00+02:00"), "",
                        "fast tid"));
    }

    static Stream<Wrong> elements() {
        return Stream.of(
                vgr("all ways at once", KALLA, all(replace("bpmn:exclusiveGateway", "bpmn:parallelGateway"),
                        attribute("far_ga_ut", "default", null)), "", "börjar inte i en grind"),
                vgr("any of the ways", KALLA, replace("bpmn:exclusiveGateway", "bpmn:inclusiveGateway"), "far_ga_ut",
                        "inclusiveGateway"),
                vgr("asked no time at all", KALLA, replace("<bpmn:multiInstanceLoopCharacteristics camunda:asyncAfter=\"true\""
                        + " camunda:collection=\"invitations\" camunda:elementVariable=\"invitation\" />",
                        "<bpmn:multiInstanceLoopCharacteristics camunda:asyncAfter=\"true\"><bpmn:loopCardinality>0"
                                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"), "svar_pa_kallelser",
                        "vilken lista"),
                vgr("one after the other", KALLA, replace("<bpmn:multiInstanceLoopCharacteristics ",
                        "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" "), "svar_pa_kallelser", "en i taget"),
                vgr("two who answer at once", KALLA, replace("camunda:asyncAfter=\"true\" ", ""), "svar_pa_kallelser",
                        "Asynchronous After"),
                vgr("done before anybody has answered", "processes/sip_behovs_ej.bpmn", first("\\$\\{receipt == 'OBJECTED'}",
                        "\\${receipt == 'OBJECTED' || receipt != 'OBJECTED'}"), "", "alltid uppfyllt"),
                vgr("the case's number is lost", SIP, first("(calledElement=\"kalla\".*?)<camunda:in businessKey=\"[^\"]*\" />",
                        "$1"), "kalla", "nummer lämnas inte över"),
                vgr("the variables are lost", SIP, first("(calledElement=\"kalla\".*?)<camunda:in variables=\"all\" />", "$1"),
                        "kalla", "Variablerna lämnas inte över"),
                vgr("only what is local", SIP, first("<camunda:in variables=\"all\" />",
                        "<camunda:in variables=\"all\" local=\"true\" />"), "", "lokala"),
                vgr("all comes back", SIP, first("(calledElement=\"kalla\".*?)<camunda:out ",
                        "$1<camunda:out variables=\"all\" /><camunda:out "), "kalla", "Alla variabler lämnas tillbaka"),
                vgr("a class that handles the form", KALLA, attribute("kallelse", "camunda:formHandlerClass", "x.Y"),
                        "kallelse", "formHandlerClass"),
                vgr("an older namespace's class", KALLA, all(replace("xmlns:camunda=", "xmlns:activiti="
                        + "\"http://activiti.org/bpmn\" xmlns:camunda="), attribute("ta_fram", "activiti:class", "x.Y")),
                        "ta_fram", "hör inte till något"),
                vgr("an external worker", KALLA, all(attribute("ta_fram", "camunda:type", "external"), attribute("ta_fram",
                        "camunda:topic", "t")), "ta_fram", "camunda:t"),
                vgr("a listener's expression", KALLA, extend("kallelse", "<bpmn:extensionElements><camunda:taskListener"
                        + " expression=\"${frist.dagar(execution,'kalla')}\" event=\"create\" /></bpmn:extensionElements>"),
                        "kallelse", "taskListener"),
                vgr("a process of its own retries", KALLA, extend("ta_fram", "<bpmn:extensionElements>"
                        + "<camunda:failedJobRetryTimeCycle>R999/PT1S</camunda:failedJobRetryTimeCycle>"
                        + "</bpmn:extensionElements>"), "ta_fram", "failedJobRetryTimeCycle"),
                vgr("somebody named by an old way", KALLA, extend("kallelse", "<bpmn:potentialOwner><bpmn:resourceAssignment"
                        + "Expression><bpmn:formalExpression>anna</bpmn:formalExpression>"
                        + "</bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"), "", "potentialOwner"),
                vgr("an expression in a name", KALLA, attribute("kallelse", "name", "Kalla ${county}"), "kallelse",
                        "är text, inte ett uttryck"),
                vgr("an expression in a description", KALLA, replace("Muntlig kontakt bör tas innan",
                        "Muntlig kontakt ${county} bör tas innan"), "kallelse", "är text, inte ett uttryck"),
                vgr("a group that is an answer", KALLA, attribute("kallelse", "camunda:candidateGroups", "${origin}"),
                        "kallelse", "ingen grupp"),
                vgr("jobs at the same time", KALLA, attribute("skicka", "camunda:exclusive", "false"), "skicka",
                        "camunda:exclusive"),
                vgr("a priority that is code", KALLA, attribute("kallelse", "camunda:priority", "${county}"), "kallelse",
                        "camunda:priority"),
                vgr("a phase that anybody starts", KALLA, attribute("kalla", "camunda:isStartableInTasklist", null), "kalla",
                        "utan formulär"),
                vgr("a process that nobody starts", SIP, attribute("sip", "camunda:isStartableInTasklist", "false"), "sip",
                        "ingen kan starta den"),
                vgr("only some may start", SIP, attribute("sip", "camunda:candidateStarterGroups", "chefer"), "sip",
                        "candidateStarterGroups"),
                vgr("history for minus days", KALLA, attribute("kalla", "camunda:historyTimeToLive", "P-180D"), "kalla",
                        "historyTimeToLive"),
                vgr("history for no days", KALLA, attribute("kalla", "camunda:historyTimeToLive", "0"), "kalla",
                        "historyTimeToLive"),
                vgr("the call of another step", KALLA, attribute("svar_pa_kallelser", "calledElement", "mote"), "",
                        "Kall"),
                vgr("another form on the call", KALLA, replace("forms/kallelse.html", "forms/plan.html"), "",
                        "grundlagen"));
    }

    static Stream<Wrong> tables() {
        return Stream.of(
                vgr("two decisions", UTSKICK, replace("</definitions>", "<decision id=\"till\" name=\"Till\">"
                        + "<literalExpression><text>1</text></literalExpression></decision></definitions>"), "", "2 beslut"),
                vgr("no table", UTSKICK, first("<decisionTable.*</decisionTable>", "<literalExpression id=\"l\"><text>\"VALID\""
                        + "</text></literalExpression>"), "", "ingen beslutstabell"),
                vgr("all rows answer", UTSKICK, replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\""), "",
                        "produkten väntar sig ett"),
                vgr("one row answers", "decisions/dagordning.dmn", replace("hitPolicy=\"RULE ORDER\"",
                        "hitPolicy=\"FIRST\""), "", "produkten väntar sig flera"),
                vgr("answers added up", "decisions/dagordning.dmn", replace("hitPolicy=\"RULE ORDER\"",
                        "hitPolicy=\"COLLECT\" aggregation=\"SUM\""), "", "räknas ihop"),
                vgr("another answer tomorrow", "decisions/samtycke.dmn", first("<text>(&lt; 18)</text>",
                        "<text>&lt; today().year</text>"), "", "en cell jämför bara med värden"),
                vgr("a variable in a cell", UTSKICK, first("(utskick_1_i1\">\\s*<text>)[^<]*", "$1&lt; dispatchOutcome"),
                        "utskick_1", "en cell jämför bara med värden"),
                vgr("an answer that is worked out", UTSKICK, first("(utskick_3_u1\">\\s*<text>)[^<]*", "$1upper case(consent)"),
                        "utskick_3", "en cell jämför bara med värden"),
                vgr("history for minus days", UTSKICK, attribute("utskick", "camunda:historyTimeToLive", "-1"), "utskick",
                        "Historiken kan inte sparas"),
                vgr("what is personal asked for", UTSKICK, first("<text>\\s*allCovered\\s*</text>",
                        "<text>person.idNumber</text>"), "", "person.idNumber"),
                vgr("no rows", UTSKICK, first("<rule .*</rule>", ""), "", "Ingen rad svarar"),
                vgr("a cell too few", UTSKICK, first("<inputEntry id=\"utskick_3_i5\">.*?</inputEntry>", ""), "", "celler"));
    }

    static Stream<Wrong> forms() {
        return Stream.of(
                vgr("yes or no asked as text", PLAN, first("<sip-yes-no (name=\"familyAgrees\".*?)</sip-yes-no>",
                        "<sip-text $1</sip-text>"), "familyAgrees", "svaret skulle avvisas"),
                vgr("a day asked as text", PLAN, first("<sip-date (name=\"followUpOn\".*?)</sip-date>",
                        "<sip-text $1</sip-text>"), "followUpOn", "svaret skulle avvisas"),
                vgr("many chosen where one is taken", PLAN, first("<sip-choice (name=\"horizon\".*?)</sip-choice>",
                        "<sip-choices $1</sip-choices>"), "horizon", "svaret skulle avvisas"),
                vgr("a part that is never shown", PLAN, first("when=\"familyAgrees\" is=\"true\"",
                        "when=\"familyAgrees\" is=\"yes\""), "familyAgrees", "ett svar som frågan inte har"),
                vgr("a list that the product has not", PLAN, first("from=\"owners\"", "from=\"ownerss\""), "", "ownerss"),
                vgr("a question without words", PLAN, first("(name=\"longTermGoal\" )label=\"[^\"]*\"", "$1label=\"\""),
                        "longTermGoal", "ingen text"),
                vgr("the same question twice", PLAN, first("(<sip-text name=\"longTermGoal\".*?</sip-text>)", "$1$1"),
                        "longTermGoal", "två gånger"),
                vgr("nothing to choose", PLAN, first("(<sip-choice name=\"horizon\"[^>]*>).*?(</sip-choice>)", "$1$2"),
                        "horizon", "inga svar att välja"),
                vgr("a picture from elsewhere", PLAN, replace("<sip-case></sip-case>",
                        "<sip-case></sip-case><img src=\"https://x.invalid/a.png\">"), "", "<img>"),
                vgr("handed in elsewhere", PLAN, replace("<form role=\"form\"", "<form action=\"https://x.invalid\" role=\"form\""),
                        "", "action"),
                vgr("a handler", PLAN, replace("<sip-case></sip-case>", "<sip-case onclick=\"x()\"></sip-case>"), "",
                        "onclick"),
                vgr("a second script", PLAN, replace("</form>", "<script>x()</script></form>"), "", "skriptrad"),
                vgr("a look of its own", PLAN, replace("<sip-case></sip-case>", "<p style=\"display:none\">x</p>"
                        + "<sip-case></sip-case>"), "", "style"));
    }

    @ParameterizedTest
    @MethodSource({"conditions", "events", "elements", "tables", "forms"})
    void itIsFoundInItsFile(Wrong wrong) {
        assertThat(CHECK.check(edited(wrong.from(), wrong.file(), wrong.edit()), wrong.from())).as("errors after: " + wrong)
                .anySatisfy(fault -> {
                    assertThat(fault.isError()).isTrue();
                    assertThat(fault.file()).endsWith(wrong.file().substring(wrong.file().lastIndexOf('/')).replaceFirst(
                            wrong.what().equals("a no that nobody catches") ? "/sip.bpmn" : "§", "/eget_samtycke.bpmn"));
                    assertThat(fault.element()).contains(wrong.element());
                    assertThat(fault.fault()).contains(wrong.fault());
                    assertThat(fault.remedy()).isNotEmpty();
                });
    }

    static Stream<Wrong> rightChanges() {
        return Stream.of(
                vgr("another consent outcome asked for", SIP, condition("till_kalla_fran_samtycke_finns",
                        "${consentOutcome == 'VALID' && consentOutcome != 'EXPIRED'}"), "", ""),
                vgr("asked with words", INBJUDAN, first("\\$\\{answer == 'FORWARDED'}", "\\${answer eq 'FORWARDED'}"), "", ""),
                vgr("a priority", KALLA, attribute("kallelse", "camunda:priority", "60"), "", ""),
                vgr("asynchronous before sending", KALLA, attribute("skicka", "camunda:asyncBefore", "true"), "", ""),
                vgr("a note beside the step", KALLA, replace("</bpmn:process>", "<bpmn:textAnnotation id=\"anm\"><bpmn:text>"
                        + "Ring först.</bpmn:text></bpmn:textAnnotation></bpmn:process>"), "", ""),
                vgr("a template of the Modeler's", KALLA, all(attribute("skicka", "camunda:modelerTemplate",
                        "se.sip.steg.skickaKallelser"), attribute("skicka", "camunda:modelerTemplateVersion", "100")), "", ""),
                vgr("a colour", KALLA, all(replace("xmlns:camunda=", "xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                        + " xmlns:camunda="), replace("bpmnElement=\"kallelse\"", "bpmnElement=\"kallelse\""
                                + " bioc:stroke=\"#1e88e5\"")), "", ""),
                vgr("longer history", KALLA, attribute("kalla", "camunda:historyTimeToLive", "P365D"), "", ""),
                vgr("the first row that holds", UTSKICK, replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\""), "", ""),
                vgr("a question as a list instead of choices", PLAN, first("<sip-choice (name=\"horizon\".*?)</sip-choice>",
                        "<sip-select $1</sip-select>"), "", ""),
                vgr("shown for either answer", PLAN, first("when=\"familyAgrees\" is=\"true\"",
                        "when=\"familyAgrees\" is=\"true true\""), "", ""),
                halland("more of the call comes back", SIP, first("(calledElement=\"kalla\".*?)<camunda:out ",
                        "$1<camunda:out source=\"answer\" target=\"answer\" /><camunda:out "), "", ""),
                vgr("managers get the task too", KALLA, attribute("kallelse", "camunda:candidateGroups",
                        "${convenerGroup},${managerGroup}"), "", ""));
    }

    @ParameterizedTest
    @MethodSource
    void rightChanges(Wrong change) {
        assertThat(CHECK.check(edited(change.from(), change.file(), change.edit()), change.from())).isEmpty();
    }
}
