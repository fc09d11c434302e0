package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.county.Edit.all;
import static se.sip.county.Edit.first;
import static se.sip.county.Edit.replace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of a county's own fields and of the tables that read them, made from the files of the test county. */
class OwnFieldCheckTest {

    private static final County JAMTLAND = new County("jamtland", "Jämtland Härjedalen", Set.of("JHS"), List.of(),
            Path.of("src/test/resources/lan/jamtland").toAbsolutePath());
    private static final Bundle FILES = new BundleReader("file:./").read(JAMTLAND);
    private static final CountyCheck CHECK = new CountyCheck(BundleFolder.PRODUCT);
    private static final String PART = "forms/delar/stod_forbered.html";
    private static final String FORM = "forms/forbered.html";
    private static final String TABLE = "decisions/dagordning.dmn";

    private record Wrong(String what, String file, UnaryOperator<String> edit, String found, String fault) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong("a kind that cannot be a county's own", PART, replace("sip-number name=\"restid\"",
                        "sip-person-number name=\"restid\""), PART, "kan inte vara länets eget fält"),
                new Wrong("a name of the product's", PART, replace("name=\"skolform\"", "name=\"important\""), PART,
                        "finns redan i produkten"),
                new Wrong("a name that a table cannot ask for", PART, replace("name=\"flyttdag\"", "name=\"flytt-dag\""),
                        PART, "kan ett eget fält inte ha"),
                new Wrong("a choice without choices", PART, first("(?s)<option value=\"GRUND.*?skola</option>\\s*</sip-choice>",
                        "</sip-choice>"), PART, "svarsalternativ"),
                new Wrong("the same choice twice", PART, replace("ANPASSAD", "GRUNDSKOLA"), PART, "finns två gånger"),
                new Wrong("a choice that is no code", PART, replace("value=\"INGEN\"", "value=\"ingen skola\""), PART,
                        "kan inte vara ett värde"),
                new Wrong("a question without words", PART, first("label=\"Hur ordnas[^\"]*\"", "label=\"\""), PART,
                        "har ingen fråga"),
                new Wrong("in the plan, but not the county's own", PART, replace("name=\"skolform\" own in-plan",
                        "name=\"important\" in-plan"), PART, "Bara länets eget fält"),
                new Wrong("a limit that is no number", PART, replace("max=\"600\"", "max=\"tio\""), PART, "heltal"),
                new Wrong("mandatory for some only", PART, replace("name=\"skolform\" own", "name=\"skolform\" own only=\"child\""),
                        PART, "barn eller för vuxna"),
                new Wrong("twice in the form", PART, replace("name=\"flyttdag\"", "name=\"restid\""), PART, "två gånger"),
                new Wrong("another question of the same name elsewhere", "forms/delar/stod_behov.html", replace("sip-yes-no",
                        "sip-text"), "forms/", "frågar något annat"),
                new Wrong("shown after a question that is not there", PART, replace("when=\"samiska\"", "when=\"samisk\""),
                        FORM, "en fråga som inte finns"),
                new Wrong("a table that asks for what no form has", TABLE, replace("jamtland.skolform",
                        "jamtland.skolformen"), TABLE, "skolformen"),
                new Wrong("a field that is gone but asked for", PART, first("<sip-number[^>]*></sip-number>", ""), TABLE,
                        "restid"),
                new Wrong("another county's field", TABLE, replace("jamtland.skolform", "halland.skolform"), TABLE,
                        "inte är länets eget"),
                new Wrong("free text that decides", TABLE, replace("jamtland.skolform", "jamtland.samiskaHur"), TABLE,
                        "kan inte avgöra"),
                new Wrong("a column of another type", TABLE, first("(in_samiska_uttryck\" typeRef=\")boolean", "$1string"),
                        TABLE, "ska ha typen boolean"),
                new Wrong("a typed date", TABLE, replace("id=\"in_flyttdag_uttryck\"",
                        "id=\"in_flyttdag_uttryck\" typeRef=\"date\""), TABLE, "ska ha typen (ingen)"),
                new Wrong("a value that the form does not offer", TABLE, replace("\"SAMESKOLA\"", "\"SAMESKOLAN\""), TABLE,
                        "SAMESKOLAN"),
                new Wrong("a choice that is gone but decided by", PART, first("\\s*<option value=\"SAMESKOLA\".*?</option>",
                        ""), TABLE, "SAMESKOLA"),
                new Wrong("an own field in a table without a case", "decisions/frister.dmn", first("(?s)(<input id=\"[^\"]*\""
                        + ".*?</input>)", "$1<input id=\"eget\" label=\"Eget\"><inputExpression id=\"eget_u\""
                                + " typeRef=\"string\"><text>jamtland.skolform</text></inputExpression></input>"),
                        "decisions/jamtland/frister.dmn", "utan att det finns ett ärende"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(Wrong wrong) {
        String shown = wrong.found().replaceFirst("^decisions/(\\w+\\.dmn)", "decisions/jamtland/$1")
                .replaceFirst("^forms/delar/", "forms/delar/jamtland/");
        assertThat(CHECK.check(edited(wrong.file(), wrong.edit()), FILES)).filteredOn(BundleFault::isError)
                .anySatisfy(fault -> {
                    assertThat(fault.file()).startsWith(shown);
                    assertThat(fault.fault()).contains(wrong.fault());
                });
    }

    @Test
    void aTableOfConsentMayNotBeOpenedByWhatTheCountyAsksOfItsOwn() {
        String table = FILES.files().get("decisions/samtycke.dmn").text();
        var open = all(first("(?s)(<input id=)", "<input id=\"eget\" label=\"Eget\"><inputExpression id=\"eget_u\""
                + " typeRef=\"boolean\"><text>jamtland.samiska</text></inputExpression></input>$1"),
                first("(?s)(<rule id=)", "<rule id=\"alltid\"><description>JHS-06: Den som talar sydsamiska har alltid sagt"
                        + " ja.</description>" + "<inputEntry id=\"a1\"><text>true</text></inputEntry>"
                        + "<inputEntry><text></text></inputEntry>".repeat(count(table, "<input ")) + outputs(table)
                        + "</rule>$1"));
        assertThat(CHECK.check(edited("decisions/samtycke.dmn", open), FILES)).anySatisfy(fault -> {
            assertThat(fault.element()).contains("alltid");
            assertThat(fault.fault()).contains("grundlagen, 32.");
        });
    }

    @Test
    void theCountysOwnFilesAreFaultless() {
        assertThat(CHECK.check(FILES, FILES)).isEmpty();
    }

    @Test
    void newFieldsAndRowsAreTheCountysToMake() {
        assertThat(CHECK.check(edited(PART, first("$", "<sip-choices name=\"sprak\" own label=\"Vilka språk talas hemma?\">"
                + "<option value=\"SV\">Svenska</option><option value=\"SMA\">Sydsamiska</option></sip-choices>"
                + "<sip-time name=\"bastaTid\" own in-plan label=\"Vilken tid passar bäst?\"></sip-time>")), FILES)).isEmpty();
        assertThat(CHECK.check(edited(TABLE, replace("\"SAMESKOLA\"", "\"SAMESKOLA\", \"ANPASSAD\"")), FILES)).isEmpty();
        assertThat(CHECK.check(edited(TABLE, replace("&gt; 90", "[60..600]")), FILES)).isEmpty();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String outputs(String table) {
        String first = table.substring(table.indexOf("<outputEntry"), table.indexOf("</rule>"));
        return first.replaceFirst("<text>[^<]*", "<text>\"VALID\"").replaceAll("id=\"", "id=\"alltid_");
    }

    private static Bundle edited(String name, UnaryOperator<String> edit) {
        Bundle.File file = FILES.files().get(name);
        return FILES.with(List.of(new Bundle.File(file.folder(), name, file.folder().path() + "/jamtland/"
                + name.substring(name.lastIndexOf('/') + 1), edit.apply(file.text()).getBytes(StandardCharsets.UTF_8))));
    }
}
