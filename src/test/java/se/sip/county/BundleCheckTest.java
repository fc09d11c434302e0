package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.county.BundleFolder.FORM;
import static se.sip.county.BundleFolder.VGR;
import static se.sip.county.BundleFolder.process;
import static se.sip.county.BundleFolder.table;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCheckTest {

    @TempDir
    private Path root;
    private BundleFolder folder;

    @BeforeEach
    void empty() {
        folder = new BundleFolder(root).with("forms/behov.html", FORM);
    }

    @Test
    void aDiagramOfMarkedBeansVariablesAndFormsPasses() {
        folder.with("processes/mote.bpmn", process("mote")).with("decisions/frister.dmn", table("frister", ""))
                .with("decisions/utskick.dmn", table("utskick", "")).with("processes/sip.bpmn", process("sip", """
                camunda:formKey="embedded:deployment:forms/behov.html" camunda:candidateGroups="${convenerGroup}"
                camunda:dueDate="${frist.dagar(execution,'motet')}"
                """, """
                <bpmn:serviceTask id="s" camunda:delegateExpression="${oppnaArende}"/>
                <bpmn:businessRuleTask id="b" camunda:delegateExpression="${beslut}"><bpmn:extensionElements><camunda:properties>
                  <camunda:property name="tabell" value="utskick"/></camunda:properties></bpmn:extensionElements></bpmn:businessRuleTask>
                <bpmn:callActivity id="c" calledElement="mote" camunda:calledElementBinding="deployment"><bpmn:extensionElements>
                  <camunda:in businessKey="#{execution.processBusinessKey}"/><camunda:in variables="all"/>
                  <camunda:out source="meetingAt" target="meetingAt"/></bpmn:extensionElements>
                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="invitations" camunda:elementVariable="invitation"
                      camunda:asyncAfter="true"/>
                </bpmn:callActivity>
                <bpmn:exclusiveGateway id="g"/>
                <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="s">
                  <bpmn:conditionExpression>${needOutcome == 'SIP' and not empty invitations}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t">
                  <bpmn:timeDate>${meetingAt}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                <bpmn:intermediateCatchEvent id="w2"><bpmn:timerEventDefinition id="t2">
                  <bpmn:timeCycle>0 0 5 * * ?</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                """));

        assertThat(faults()).isEmpty();
    }

    @Test
    void aPartIsPutInWhereAFormNamesIt() {
        folder.with("forms/delar/tid.html", "<sip-date name=\"until\" label=\"Till och med\"></sip-date>\n"
                        + "<sip-part name=\"fot\"></sip-part>\n")
                .with("forms/delar/fot.html", "<p>Högst ett år.</p>\n")
                .with("forms/delar/vgr/fot.html", "<p>Högst ett år i Västra Götaland.</p>\n")
                .with("forms/behov.html", FORM.replace("<sip-case></sip-case>", "<sip-part name=\"tid\"></sip-part>"));

        assertThat(faults()).isEmpty();
        var published = folder.read(VGR).contents();
        assertThat(published).containsOnlyKeys("forms/behov.html");
        assertThat(new String(published.get("forms/behov.html"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("name=\"until\"").contains("i Västra Götaland.").doesNotContain("sip-part");
    }

    @Test
    void aPartThatIsAskedOfTwoIsNamedAfterEach() {
        folder.with("forms/delar/svar.html", "<sip-show when=\"*Answer\"><sip-date name=\"*GivenOn\" label=\"Vilken dag?\">"
                        + "</sip-date></sip-show>\n")
                .with("forms/behov.html", FORM.replace("<sip-case></sip-case>", "<sip-part name=\"svar\" as=\"child\">"
                        + "</sip-part><sip-part name=\"svar\" as=\"representative\"></sip-part>"));

        assertThat(faults()).isEmpty();
        assertThat(new String(folder.read(VGR).contents().get("forms/behov.html"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("when=\"childAnswer\"", "name=\"childGivenOn\"", "name=\"representativeGivenOn\"")
                .doesNotContain("*");
    }

    @Test
    void aPartThatIsMissingOrNeverEndsOrIsAWholeFormIsRefused() {
        folder.with("forms/delar/rund.html", "<sip-part name=\"rund\"></sip-part>")
                .with("forms/delar/hel.html", FORM)
                .with("forms/behov.html", FORM.replace("<sip-case></sip-case>",
                        "<sip-part name=\"borta\"></sip-part><sip-part name=\"rund\"></sip-part>"
                                + "<sip-part name=\"hel\" title=\"x\"></sip-part>"));

        assertThat(faults()).anySatisfy(f -> assertThat(f.toString()).contains("behov.html, rad 2").contains("Delen forms/delar/borta.html finns inte"))
                .anySatisfy(f -> assertThat(f.toString()).contains("rund.html").contains("leder tillbaka till sig själv"))
                .anySatisfy(f -> assertThat(f.toString()).contains("delar/hel.html").contains("En del har inget <form>"))
                .anySatisfy(f -> assertThat(f.toString()).contains("Skriv <sip-part name="));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:serviceTask id=\"s\" camunda:class=\"java.lang.Runtime\"/>",
        "<bpmn:serviceTask id=\"s\" camunda:type=\"shell\"/>",
        "<bpmn:scriptTask id=\"s\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "<bpmn:serviceTask id=\"s\"><bpmn:extensionElements><camunda:connector/></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:task id=\"s\"><bpmn:extensionElements><camunda:executionListener class=\"x.Y\" event=\"start\"/></bpmn:extensionElements></bpmn:task>",
        "<bpmn:sequenceFlow id=\"s\" sourceRef=\"start\" targetRef=\"task\"><bpmn:conditionExpression language=\"groovy\">1</bpmn:conditionExpression></bpmn:sequenceFlow>",
        "<bpmn:startEvent id=\"s\"><bpmn:extensionElements><camunda:formData/></bpmn:extensionElements></bpmn:startEvent>"})
    void aDiagramRunsNoClassAndNoScript(String element) {
        assertThat(faultsOfProcess("", element)).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("processes/sip.bpmn");
            assertThat(fault.line()).isEqualTo(8);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource.connection}", "#{ x = frist }", "${frist.dagar(execution, jdbcTemplate)}",
        "text ${''.getClass()} ${systemProperties}", "${'}'.concat(dataSource)}"})
    void anExpressionNamesMarkedBeansAndListedVariablesOnly(String expression) {
        assertThat(faultsOfProcess("camunda:assignee=\"" + expression + "\"", ""))
                .anySatisfy(fault -> assertThat(fault.fault()).contains("varken är en processvariabel eller en böna"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:timeDuration>P3W</bpmn:timeDuration>",
        "<bpmn:timeDuration>P21D</bpmn:timeDuration>",
        "<bpmn:timeDuration>${'P21D'}</bpmn:timeDuration>",
        "<bpmn:timeDate>2026-03-23</bpmn:timeDate>",
        "<bpmn:timeCycle>R/P1D</bpmn:timeCycle>",
        "<bpmn:timeDuration>tre veckor</bpmn:timeDuration>"})
    void aTimerHoldsNoTimeOfItsOwn(String time) {
        assertThat(faultsOfProcess("", "<bpmn:intermediateCatchEvent id=\"w\"><bpmn:timerEventDefinition id=\"t\">" + time
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")).singleElement()
                .satisfies(fault -> assertThat(fault.fault()).contains("är en fast tid"));
    }

    @Test
    void aDueDateIsNoLiteralEither() {
        assertThat(faultsOfProcess("camunda:dueDate=\"P5D\"", "")).hasSize(1);
    }

    @Test
    void aVariableOutsideTheListIsNamed() {
        assertThat(faultsOfProcess("", "<bpmn:callActivity id=\"c\" calledElement=\"sip\" camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements>"
                + "<camunda:out source=\"personnummer\" target=\"meetingAt\"/></bpmn:extensionElements></bpmn:callActivity>"))
                .anySatisfy(fault -> assertThat(fault.fault()).contains("”personnummer”"));
    }

    @Test
    void aMissingFormIsNamed() {
        assertThat(faultsOfProcess("camunda:formKey=\"embedded:deployment:forms/saknas.html\"", "")).singleElement()
                .satisfies(fault -> assertThat(fault.fault()).contains("forms/saknas.html"));
    }

    @ParameterizedTest
    @CsvSource({"name, har inget namn", "camunda:formKey, har inget formulär", "camunda:candidateGroups, har ingen kandidatgrupp",
        "camunda:dueDate, har ingen förfallodag"})
    void aUserTaskSaysWhatWhoAndWhen(String attribute, String fault) {
        assertThat(faultsOfProcess(attribute + "=\"\"", "")).extracting(BundleFault::fault)
                .anySatisfy(text -> assertThat(text).contains(fault));
    }

    @Test
    void aUserTaskHasDocumentation() {
        folder.with("processes/sip.bpmn", process("sip").replaceAll("<bpmn:documentation>.*</bpmn:documentation>", ""));

        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.fault()).contains("ingen dokumentation"));
    }

    @Test
    void aCalledProcessExistsInTheSameDeployment() {
        assertThat(faultsOfProcess("", "<bpmn:callActivity id=\"c\" calledElement=\"saknas\"><bpmn:extensionElements>"
                + "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/><camunda:in variables=\"all\"/>"
                + "</bpmn:extensionElements></bpmn:callActivity>"))
                .extracting(BundleFault::fault).satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("bindning deployment"),
                        other -> assertThat(other).contains("saknas"));
    }

    @ParameterizedTest
    @CsvSource({"tabell, saknas, Tabellen saknas finns inte", "annat, utskick, ingen tabell"})
    void aRuleTaskNamesATableThatExists(String property, String table, String fault) {
        assertThat(faultsOfProcess("", "<bpmn:businessRuleTask id=\"b\" camunda:delegateExpression=\"${beslut}\">"
                + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"" + property + "\" value=\"" + table
                + "\"/></camunda:properties></bpmn:extensionElements></bpmn:businessRuleTask>")).singleElement()
                .satisfies(found -> assertThat(found.fault()).contains(fault));
    }

    @Test
    void aProcessBearsItsFilesName() {
        folder.with("processes/mote.bpmn", process("motet"));

        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.fault()).contains("”mote”"));
    }

    @Test
    void aProcessThatIsNotExecutableIsNamed() {
        folder.with("processes/sip.bpmn", process("sip").replace("isExecutable=\"true\"", "isExecutable=\"false\""));

        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.line()).isEqualTo(4));
    }

    @Test
    void aDiagramThatIsNoXmlIsNamedWithItsLine() {
        folder.with("processes/vgr/sip.bpmn", process("sip").replace("</bpmn:process>", ""));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("processes/vgr/sip.bpmn");
            assertThat(fault.line()).isEqualTo(10);
        });
    }

    @Test
    void aDiagramAgainstTheSchemaIsNamedWithItsLine() {
        assertThat(faultsOfProcess("", "<bpmn:userTusk id=\"s\"/>")).isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(8));
    }

    @Test
    void aTableThatIsNoXmlIsNamedWithItsLine() {
        folder.with("decisions/frister.dmn", table("frister", "").replace("</rule>", ""));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("decisions/frister.dmn");
            assertThat(fault.line()).isEqualTo(9);
        });
    }

    @Test
    void aTableOfAnotherNameOrLanguageIsRefused() {
        folder.with("decisions/frister.dmn", table("frist", "expressionLanguage=\"juel\""));

        assertThat(faults()).extracting(BundleFault::line).containsExactly(4, 6);
    }

    @Test
    void aTableTheEngineCannotReadIsNamed() {
        folder.with("decisions/frister.dmn", table("frister", "").replace("UNIQUE", "SOMETIMES"));

        assertThat(faults()).singleElement()
                .satisfies(fault -> assertThat(fault.file()).isEqualTo("decisions/frister.dmn"));
    }

    @Test
    void aTableWithAnEntryThatIsNoFeelIsNamedWithItsLine() {
        folder.with("decisions/frister.dmn", table("frister", "").replace("\"motet\"", "\"motet"));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(8);
            assertThat(fault.fault()).contains("'r1'");
        });
    }

    @Test
    void aTextWithoutQuotesIsNamedBecauseItNeverMatches() {
        folder.with("decisions/frister.dmn", table("frister", "").replace("\"motet\"", "motet"));

        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.fault()).contains("utan citattecken"));
    }

    @Test
    void allFaultsOfAllFilesAreNamedAtOnce() {
        folder.with("processes/sip.bpmn", process("sip", "camunda:dueDate=\"P5D\" camunda:assignee=\"${x}\"", ""))
                .with("forms/behov.html", FORM.replace("sip-case", "sip-kase"));

        assertThat(faults()).extracting(BundleFault::file)
                .hasSizeGreaterThan(2).startsWith("forms/behov.html").endsWith("processes/sip.bpmn");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndANoteIsPassedBy() {
        folder.with("forms/LÄSMIG.md", "om formulären").with("forms/behov.htm", FORM);

        assertThatThrownBy(() -> folder.read(VGR)).isInstanceOf(FaultyBundleException.class)
                .hasMessageContaining("forms/behov.htm").hasMessageNotContaining("LÄSMIG");
    }

    @Test
    void theStartSaysInPlainWordsWhatIsWrong() {
        var failure = new FaultyBundleException(VGR, List.of(new BundleFault("processes/sip.bpmn", 12, "ingen sådan böna")));

        var analysis = new FaultyBundleAnalyzer().analyze(failure);

        assertThat(analysis.getDescription()).contains("Länet 'vgr'").contains("processes/sip.bpmn, rad 12: ingen sådan böna");
    }

    private List<BundleFault> faultsOfProcess(String taskAttributes, String more) {
        folder.with("processes/sip.bpmn", process("sip", taskAttributes, more));
        return faults();
    }

    private List<BundleFault> faults() {
        return new BundleCheck(BundleFolder.PRODUCT).check(folder.read(VGR));
    }
}
