package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.county.BundleFolder.FORM;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormMarkupTest {

    @Test
    void aFormOfTheListPasses() {
        assertThat(faults(FORM.replace("<sip-date", """
                <!-- en kommentar --><p class="sip-help">Läs <strong>detta</strong>.<br>Ny rad</p>
                <sip-choice name="origin" label="Varifrån?" clause="VGB-06 VGB-08"><option value="OWN">Egen</option>
                  <option value="PERSON">Den enskilde</option></sip-choice>
                <sip-show when="origin" is="PERSON"><sip-text name="who" label="Vem?" rows="1" max="300"></sip-text></sip-show>
                <sip-rows name="guardians" label="Vårdnadshavare" add="Lägg till" min="0" one="Vårdnadshavare">
                  <sip-person-number name="idNumber" label="Personnummer"></sip-person-number></sip-rows>
                <sip-date"""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<div>x</div>", "<a href=\"https://example.se\">x</a>", "<img src=\"x\">", "<style>p{}</style>",
        "<input name=\"x\">", "<iframe></iframe>", "<svg></svg>", "<sip-unknown></sip-unknown>",
        "<p ng-click=\"x()\">x</p>", "<p data-ng-init=\"x\">x</p>", "<p onclick=\"x()\">x</p>", "<p style=\"color:red\">x</p>",
        "<p class=\"ng-bind: x\">x</p>", "<p>{{ camForm }}</p>", "<p>&#123;&#123; camForm }}</p>",
        "<sip-text name=\"x\" label=\"{{ x }}\"></sip-text>", "<sip-text label=\"utan namn\"></sip-text>",
        "<sip-text name=\"x\" value=\"y\"></sip-text>", "<!-- directive: ng-bind x -->", "<sip-show when=\"x\">",
        "<script>alert(1)</script>"})
    void whatIsNotInTheListIsNamedWithItsLine(String markup) {
        assertThat(faults(FORM.replace("<sip-case></sip-case>", markup))).isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.file()).isEqualTo("forms/vgr/x.html"))
                .anySatisfy(fault -> assertThat(fault.line()).isIn(2, 0, 7));
    }

    @Test
    void theScriptLineIsTheGivenOne() {
        assertThat(faults(FORM.replace("camForm, $scope", "camForm, $scope, window"))).singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(6));
        assertThat(faults(FORM.replaceAll("<script.*</script>", ""))).hasSize(1);
        assertThat(faults(FORM.replace("text/form-script\"", "text/form-script\" src=\"x.js\""))).hasSize(1);
    }

    private static List<BundleFault> faults(String markup) {
        return new FormMarkup().check(new Bundle.File(Bundle.Folder.FORMS, "forms/x.html", "forms/vgr/x.html",
                markup.getBytes(StandardCharsets.UTF_8)));
    }
}
