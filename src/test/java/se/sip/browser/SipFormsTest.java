package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sip-* elements in a real browser, with Tasklist and the server stubbed. */
@ExtendWith(Chromium.class)
class SipFormsTest {

    private static final String EVERYTHING = """
            <sip-case></sip-case>
            <sip-info from="notice"></sip-info>
            <sip-section title="Behovet" help="Det som hände.">
              <sip-date name="discoveredOn" label="När upptäcktes behovet?" required clause="VGB-17" help="Dagen räknas."></sip-date>
              <sip-time name="time" label="Klockslag"></sip-time>
              <sip-text name="title" label="Rubrik"></sip-text>
              <sip-text name="why" label="Vad är det som behövs?" rows="4" max="4000" required></sip-text>
              <sip-number name="count" label="Antal"></sip-number>
              <sip-yes-no name="urgent" label="Brådskar det?" required></sip-yes-no>
              <sip-choice name="origin" label="Vem tog upp det?" required>
                <option value="OWN">Egen bedömning</option><option value="OTHER">Någon annan</option>
              </sip-choice>
              <sip-show when="origin" is="OTHER PERSON">
                <sip-text name="who" label="Vem?"></sip-text>
                <sip-show when="urgent" is="true"><sip-text name="how" label="Hur snart?"></sip-text></sip-show>
              </sip-show>
              <sip-choices name="areas" label="Områden"><option value="SCHOOL" help="Även förskola">Skola</option><option value="CARE">Vård</option></sip-choices>
              <sip-select name="place" label="Plats" from="places"></sip-select>
            </sip-section>
            <sip-section title="Personer">
              <sip-person-number name="child" label="Barnets personnummer" required></sip-person-number>
              <sip-unit name="unit" label="Enhet"></sip-unit>
              <sip-rows name="guardians" label="Vårdnadshavare" add="Lägg till vårdnadshavare" min="1" one="Vårdnadshavare">
                <sip-text name="name" label="Namn" required></sip-text>
                <sip-yes-no name="told" label="Informerad?"></sip-yes-no>
                <sip-show when="told" is="false"><sip-text name="reason" label="Varför inte?"></sip-text></sip-show>
              </sip-rows>
              <sip-fixed-rows name="answers" label="Svar" title-field="name">
                <sip-hidden name="unitId"></sip-hidden>
                <sip-choice name="answer" label="Kommer ni?" required><option value="YES">Kommer</option><option value="NO">Kommer inte</option></sip-choice>
              </sip-fixed-rows>
            </sip-section>
            <script cam-script type="text/form-script">inject([])</script>
            """;

    private StubTasklist tasklist;

    @BeforeEach
    void everythingKnown(Page page) {
        tasklist = new StubTasklist(page)
                .with("case", caseHead())
                .with("decisions", List.of(Map.of("table", "behov_av_sip", "outcome", "SIP",
                        "why", "Insatser behövs från båda huvudmännen.", "clauses", List.of("VGB-05", "VGU-85"),
                        "at", "2026-03-02T10:11:12")))
                .with("choices", Map.of("notice", List.of("Två enheter har svarat.", "En har inte svarat."),
                        "places", List.of(Map.of("value", "SCHOOL", "label", "Skolan"),
                                Map.of("value", "VIDEO", "label", "Digitalt"))))
                .with("model", Map.of("answers", List.of(
                        Map.of("unitId", 17, "name", "Elevhälsan Borås"), Map.of("unitId", 18, "name", "BUP Borås"))))
                .units("vgr-bup-boras", "BUP Borås", "vgr-1490-elevhalsa", "Borås elevhälsa");
    }

    private static Map<String, Object> caseHead() {
        var head = new LinkedHashMap<String, Object>();
        head.put("number", "SIP-2026-000123");
        head.put("person", "Alva Exempelsson");
        head.put("idNumber", "20140312-2383");
        head.put("age", 11);
        head.put("phase", "Förbered");
        head.put("discoveredOn", "2026-03-02");
        head.put("meetingDue", "2026-03-23");
        head.put("interpreter", "Somaliska");
        head.put("protection", "CONFIDENTIAL_MARKING");
        head.put("guardians", List.of(Map.of("name", "Bo Exempelsson"), Map.of("name", "Cia Exempelsson")));
        return head;
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void everyElementReachesTheEngineAsOneTransientJsonVariable(Page page) throws Exception {
        var form = tasklist.open(EVERYTHING).usable();
        Pictures.takeWhole(page, "elements-empty");

        form.fillAll(Map.of("discoveredOn", "20260302", "time", "9.30", "title", "Ny skolgång", "why", "Många vårdkontakter",
                "count", "1 200", "urgent", true, "origin", "OTHER", "areas", List.of("CARE"), "place", "VIDEO",
                "child", "140312-2383"));
        form.fill("who", "En granne").fill("how", "Genast").fill("unit", "BUP Borås");
        form.fill("guardians", List.of(Map.of("name", "Bo", "told", true), Map.of("name", "Cia", "told", false)));
        form.fill("guardians[1].reason", "Ej nådd");
        form.fill("answers[0].answer", "YES").fill("answers[1].answer", "NO");
        Pictures.takeWhole(page, "elements-filled");
        tasklist.complete();

        assertThat(tasklist.outcomes()).asString().isEqualTo("[ok]");
        assertThat(tasklist.sentForm()).isEqualTo(json("""
                {'discoveredOn':'2026-03-02','time':'09:30','title':'Ny skolgång','why':'Många vårdkontakter','count':1200,
                 'urgent':true,'origin':'OTHER','who':'En granne','how':'Genast','areas':['CARE'],'place':'VIDEO',
                 'child':'20140312-2383','unit':'vgr-bup-boras',
                 'guardians':[{'name':'Bo','told':true},{'name':'Cia','told':false,'reason':'Ej nådd'}],
                 'answers':[{'unitId':17,'answer':'YES'},{'unitId':18,'answer':'NO'}]}"""));
        var variables = tasklist.sent().get(0);
        assertThat(variables.fieldNames()).toIterable().containsExactly("form");
        assertThat(variables.at("/form/type").asText()).isEqualTo("Json");
        assertThat(variables.at("/form/valueInfo/transient").asBoolean()).isTrue();
        var check = tasklist.calls("POST", "/api/tasks/t1/form/check").get(0);
        assertThat(check.token()).isEqualTo("token-1");
        assertThat(check.body()).isEqualTo(tasklist.sentForm());
    }

    @Test
    void everyStateOfTheFormIsCleanInAxe(Page page) {
        var form = tasklist.open(EVERYTHING).usable();
        form.fill("origin", "OTHER");
        assertThat(Pictures.violations(page, "#pane")).isEmpty();

        form.input("unit").pressSequentially("bo");
        assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
        form.input("unit").press("ArrowDown");
        assertThat(Pictures.violations(page, "#pane")).isEmpty();
        Pictures.takeWhole(page, "elements-combobox");
        form.input("unit").press("Escape");

        tasklist.faults("why", "Beskriv behovet.", "areas", "Välj minst ett område.", "urgent", "Svara ja eller nej.",
                "guardians[0].name", "Skriv namnet.", "answers[1].answer", "Ange svaret.", "unit", "Välj enhet.");
        tasklist.complete();
        Pictures.takeWhole(page, "elements-faults");
        assertThat(Pictures.violations(page, "#pane")).isEmpty();

        Pictures.zoomTwice(page);
        Pictures.takeWhole(page, "elements-zoom-200");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();

        page.setViewportSize(320, 640);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    @Test
    void faultsStandInASummaryWithTheFocusAndBesideEachField(Page page) {
        var form = tasklist.open(EVERYTHING).usable();
        form.fill("why", "Det här ska stå kvar").fill("time", "strax");
        form.fill("guardians", List.of(Map.of("name", "Bo"), Map.of()));
        tasklist.faults("guardians[1].name", "Skriv namnet.", "discoveredOn", "Ange dagen.", "", "Ärendet är avslutat.",
                "answers", "Svar saknas.", "time", "Ange tiden.");
        tasklist.complete();

        assertThat(form.faults()).containsExactly("Ärendet är avslutat.",
                "När upptäcktes behovet? – Ange dagen.",
                "Klockslag – Skriv klockslaget som tt:mm, till exempel 09:30.",
                "Vårdnadshavare 2, Namn – Skriv namnet.",
                "Svar – Svar saknas.");
        assertThat(form.messages().locator(".sip-summary")).isFocused();
        assertThat(form.faultOf("guardians[1].name")).isEqualTo("Skriv namnet.");
        assertThat(form.faultOf("guardians[0].name")).isEmpty();
        assertThat(form.input("discoveredOn")).hasAttribute("aria-invalid", "true");
        assertThat(form.input("discoveredOn")).hasAccessibleDescription("Dagen räknas. Skriv åååå-mm-dd. Grund: VGB-17 Fel: Ange dagen.");
        assertThat(form.input("why")).hasValue("Det här ska stå kvar");
        assertThat(tasklist.sent()).isEmpty();
        assertThat(tasklist.outcomes()).asString().isEqualTo("[camForm submission prevented]");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vårdnadshavare 2, Namn – Skriv namnet.")).click();
        assertThat(form.input("guardians[1].name")).isFocused();
        assertThat(page.url()).doesNotContain("#");
        form.fill("guardians[1].name", "Cia");
        assertThat(form.faultOf("guardians[1].name")).isEmpty();
        assertThat(form.input("guardians[1].name")).not().hasAttribute("aria-invalid", "true");
    }

    @Test
    void whatASipShowHidesIsNotHandedInButIsKept(Page page) {
        var form = tasklist.open(EVERYTHING).usable();
        form.fill("origin", "OTHER").fill("who", "En granne").fill("urgent", true).fill("how", "Genast");
        form.fill("origin", "OWN");
        assertThat(form.field("who")).isHidden();
        tasklist.complete();
        assertThat(tasklist.sentForm().has("who")).isFalse();
        assertThat(tasklist.sentForm().has("how")).isFalse();
        assertThat(tasklist.sentForm().get("guardians").get(0).has("reason")).isFalse();

        form.fill("origin", "OTHER");
        assertThat(form.input("who")).hasValue("En granne");
    }

    @Test
    void rowsAreAddedRemovedAndBroughtBackWithTheFocusAndSaidAloud(Page page) {
        var form = tasklist.open(EVERYTHING).usable();
        assertThat(form.rowCount("guardians")).isEqualTo(1);
        assertThat(form.field("guardians").getByText("Ta bort vårdnadshavare 1")).isHidden();

        form.fill("guardians[0].name", "Bo");
        form.addRow("guardians");
        assertThat(form.input("guardians[1].name")).isFocused();
        Locator live = form.root().locator("[aria-live=polite][role=status]");
        assertThat(live).hasText("Vårdnadshavare 2 har lagts till.");
        form.fill("guardians[1].name", "Cia");

        form.field("guardians").getByText("Ta bort vårdnadshavare 1").click();
        assertThat(form.rowCount("guardians")).isEqualTo(1);
        assertThat(form.input("guardians[0].name")).hasValue("Cia");
        assertThat(form.field("guardians[0]")).isFocused();
        assertThat(live).hasText("Vårdnadshavare 1 är borttagen. Du kan ångra.");

        page.getByText("Ångra borttagningen av vårdnadshavare 1").click();
        assertThat(form.input("guardians[0].name")).hasValue("Bo");
        assertThat(form.input("guardians[1].name")).hasValue("Cia");
        assertThat(form.field("answers").locator("legend").first()).hasText("Svar");
        assertThat(form.field("answers[1]").locator("> legend")).hasText("BUP Borås");
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard(Page page) throws Exception {
        var form = tasklist.open("""
                <sip-date name="day" label="Dag"></sip-date>
                <sip-yes-no name="yes" label="Ja?"></sip-yes-no>
                <sip-choices name="many" label="Flera"><option value="A">A</option><option value="B">B</option></sip-choices>
                <sip-unit name="unit" label="Enhet"></sip-unit>
                <sip-rows name="rows" label="Rader" one="Rad"><sip-text name="text" label="Text"></sip-text></sip-rows>
                """).usable();
        var keys = page.keyboard();
        form.input("day").focus();
        keys.type("20260401");
        keys.press("Tab");
        assertThat(form.input("day")).hasValue("2026-04-01");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Välj datum i kalender: Dag"))).isFocused();
        keys.press("Tab");
        keys.press("ArrowRight");
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Space");
        keys.press("Tab");
        keys.type("bor");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
        keys.press("ArrowDown");
        keys.press("ArrowDown");
        assertThat(form.input("unit")).hasAttribute("aria-activedescendant",
                page.getByRole(AriaRole.OPTION).nth(1).getAttribute("id"));
        keys.press("Enter");
        assertThat(form.input("unit")).hasValue("Borås elevhälsa");
        keys.press("Tab");
        keys.press("Enter");
        keys.type("Första");
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Enter");
        keys.type("Andra");
        tasklist.complete();
        assertThat(tasklist.sentForm()).isEqualTo(json("""
                {'day':'2026-04-01','yes':false,'many':['B'],'unit':'vgr-1490-elevhalsa',
                 'rows':[{'text':'Första'},{'text':'Andra'}]}"""));
    }

    @Test
    void aUnitMustBeChosenInTheListAndIsShownByName(Page page) {
        tasklist.with("model", Map.of("unit", "vgr-bup-boras"));
        var form = tasklist.open("<sip-unit name='unit' label='Enhet'></sip-unit>").usable();
        assertThat(form.input("unit")).hasValue("BUP Borås");
        form.input("unit").fill("Någon annanstans");
        tasklist.complete();
        assertThat(form.faultOf("unit")).isEqualTo("Välj en enhet i listan som visas när du skriver.");
    }

    @Test
    void aDraftIsKeptOnTheServerAndNothingInTheBrowser(Page page) {
        page.clock().install();
        var form = tasklist.open(EVERYTHING).usable();
        form.fill("origin", "OTHER").fill("who", "En granne").fill("origin", "OWN").fill("discoveredOn", "i mars");
        assertThat(tasklist.calls("PUT", "/api/tasks/t1/draft")).isEmpty();
        page.clock().runFor(3100);
        assertThat(form.root().locator(".sip-draft-state")).containsText("Utkast sparat kl.");
        var draft = tasklist.calls("PUT", "/api/tasks/t1/draft").get(0);
        assertThat(draft.token()).isEqualTo("token-1");
        assertThat(draft.body().get("who").asText()).as("hidden parts are kept").isEqualTo("En granne");
        assertThat(draft.body().get("discoveredOn").asText()).as("as it was typed").isEqualTo("i mars");
        assertThat((Boolean) page.evaluate("$scope.$$camForm.$dirty")).as("lights Tasklist's Spara").isTrue();

        form.fill("title", "Rubrik");
        tasklist.save();
        assertThat(form.root().locator("[aria-live=polite][role=status]")).not().isEmpty();
        page.waitForCondition(() -> tasklist.calls("PUT", "/api/tasks/t1/draft").size() == 2);
        assertThat((Boolean) page.evaluate("camForm.storePrevented")).isTrue();

        form.fill("title", "Ny rubrik");
        page.evaluate("leave()");
        page.waitForCondition(() -> tasklist.calls("PUT", "/api/tasks/t1/draft").size() == 3);
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aDraftThatCannotBeSavedIsSaidAndTheTextStays(Page page) {
        tasklist.draftAnswers(500);
        var form = tasklist.open(EVERYTHING).usable();
        form.fill("title", "Rubrik");
        tasklist.save();
        assertThat(form.root().locator(".sip-draft-state")).containsText("Utkastet kunde inte sparas.");
        assertThat(form.input("title")).hasValue("Rubrik");
    }

    @Test
    void aDraftIsOfferedWhenTheFormOpens(Page page) {
        tasklist.with("model", Map.of("title", "Från ärendet")).with("draft", Map.of("author", "Eva Elevhälsa",
                "savedAt", "2026-03-02T14:32:00+01:00", "content",
                Map.of("title", "Från utkastet", "guardians", List.of(Map.of("name", "Bo"), Map.of("name", "Cia")))));
        var form = tasklist.open(EVERYTHING);
        assertThat(form.messages()).containsText("Det finns ett utkast. Sparat 2 mars 2026 kl. 14:32 av Eva Elevhälsa.");
        assertThat(form.input("title")).isDisabled();
        Pictures.take(page, "elements-draft");
        assertThat(Pictures.violations(page, "#pane")).isEmpty();
        page.getByText("Fortsätt på utkastet").click();
        form.usable();
        assertThat(form.input("title")).hasValue("Från utkastet");
        assertThat(form.input("guardians[1].name")).hasValue("Cia");

        form = tasklist.open(EVERYTHING);
        page.getByText("Börja om").click();
        form.usable();
        assertThat(form.input("title")).hasValue("Från ärendet");
    }

    @Test
    void theFormIsLockedUntilTheTaskIsClaimed(Page page) {
        tasklist.claimed(false);
        var form = tasklist.open(EVERYTHING);
        assertThat(form.messages()).containsText("Ta uppgiften först");
        assertThat(form.input("title")).isDisabled();
        assertThat(Pictures.violations(page, "#pane")).isEmpty();
        Pictures.takeWhole(page, "elements-unclaimed");
        tasklist.complete();
        assertThat(tasklist.sent()).isEmpty();

        tasklist.claimed(true);
        page.evaluate("turnClaim(false)");
        form.usable();
        form.fill("title", "Nu går det");
        tasklist.claimed(false);
        page.evaluate("turnClaim(true)");
        assertThat(form.input("title")).isDisabled();
        assertThat(form.input("title")).hasValue("Nu går det");
    }

    @Test
    void aSecondClickWhileHandingInDoesNothing(Page page) {
        tasklist.open(EVERYTHING).usable();
        page.evaluate("window.engineDelay = 300; complete(); complete(); complete();");
        page.waitForFunction("window.done.length > 0");
        assertThat(tasklist.sent()).hasSize(1);
        assertThat(tasklist.calls("POST", "/api/tasks/t1/form/check")).hasSize(1);
    }

    @Test
    void aLostNetworkAndALostSessionLeaveTheTextAndSaySo(Page page) {
        var form = tasklist.open(EVERYTHING).usable();
        form.fill("why", "Mycket text");
        tasklist.network(false);
        tasklist.complete();
        assertThat(form.messages()).containsText("Servern går inte att nå. Det du skrivit finns kvar.");
        assertThat(form.messages().locator(".sip-summary")).isFocused();

        tasklist.network(true).checkAnswers(401);
        tasklist.complete();
        assertThat(form.messages()).hasText("Du har loggats ut. Logga in i en ny flik och försök igen; det du skrivit finns kvar.");
        assertThat(form.input("why")).hasValue("Mycket text");

        tasklist.checkAnswers(403).sessionAnswers(401);
        tasklist.complete();
        assertThat(form.messages()).containsText("Du har loggats ut.");

        tasklist.checkAnswers(200);
        tasklist.complete();
        assertThat(form.messages()).isEmpty();
        assertThat(tasklist.sentForm().get("why").asText()).isEqualTo("Mycket text");
    }

    @Test
    void whenTheEngineRefusesTheFormSaysItInSwedishAndTasklistStaysSilent(Page page) {
        var form = tasklist.open(EVERYTHING).usable();
        page.evaluate("window.refusal = Object.assign(new Error('Cannot submit task form: ENGINE-03051'), { status: 500 })");
        tasklist.complete();
        assertThat(form.messages()).containsText("Något gick fel i systemet. Det du skrivit finns kvar.");
        assertThat(tasklist.outcomes()).asString().isEqualTo("[camForm submission prevented]");

        page.evaluate("window.engineDelay = 300");
        page.evaluate("complete()");
        page.waitForFunction("window.sent.length === 2");
        tasklist.faults("why", "Ärendet har ändrats.");
        assertThat(form.field("why").locator(".sip-fault")).containsText("Ärendet har ändrats.");
        tasklist.faults();
        page.waitForFunction("window.done.length === 2");

        page.evaluate("window.refusal = new Error('Cannot find task with id x: task is null')");
        tasklist.complete();
        assertThat(tasklist.outcomes()).last().asString().contains("task is null");
    }

    @Test
    void aFormThatCannotBeFetchedCanBeTriedAgain(Page page) {
        tasklist.contextAnswers(500);
        var form = tasklist.open(EVERYTHING);
        assertThat(form.messages()).containsText("Något gick fel i systemet.");
        tasklist.contextAnswers(200);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Försök igen")).click();
        form.usable();
        assertThat(form.input("title")).isVisible();
    }

    @Test
    void whatIsTypedIsReadTheWayPeopleWriteIt(Page page) {
        tasklist.open("<sip-text name='x' label='X'></sip-text>");
        assertThat(page.evaluate("""
                async () => {
                  const v = await import('/camunda/app/tasklist/sip/values.js');
                  return [
                    v.readDate('20260302'), v.readDate('2026-3-2'), v.readDate('2026/03/02'), v.readDate('2026-02-30'), v.readDate('2 mars'),
                    v.readTime('9'), v.readTime('930'), v.readTime('kl. 9.30'), v.readTime('24:00'),
                    v.readNumber('1 200,5'), v.readNumber('tolv'),
                    v.readPersonNumber('140312-2383', '2026-03-02'), v.readPersonNumber('201403122383', '2026-03-02'),
                    v.readPersonNumber('610118-2803', '2026-03-02'), v.readPersonNumber('140312+2383', '2026-03-02'),
                    v.readPersonNumber('R-12345', '2026-03-02')
                  ].map(String).join(' ');
                }""")).isEqualTo("2026-03-02 2026-03-02 2026-03-02 null null 09:00 09:30 09:30 null 1200.5 null "
                + "20140312-2383 20140312-2383 19610118-2803 19140312-2383 R-12345");
    }
}
