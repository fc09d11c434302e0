package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.sip.testing.Children;

/** The form path in the real Tasklist: start form, locked task, claim, faults, draft, hand-in. */
@BrowserTest
class TasklistTest {

    private static final String PROCESS = "SIP-processen";
    private static final Duration QUICK_ENOUGH = Duration.ofSeconds(10);

    @LocalServerPort
    private int port;
    private TasklistPage tasklist;

    @BeforeEach
    void openTasklist(Page page) {
        tasklist = new TasklistPage(page, port).logIn("elevhalsa");
    }

    /** A child's father has asked, so that the unit first has to judge. */
    private SipFormPage fillNeed(SipFormPage form, String idNumber) {
        return form.fillAll(Map.of("origin", "PERSON_REQUEST", "idNumber", idNumber, "givenName", "Alva",
                        "familyName", "Exempelsson", "municipality", "1490", "protection", "NONE",
                        "needsFrom", List.of("SCHOOL", "CHILD_PSYCHIATRY"),
                        "needDescription", "Skolgången fungerar inte.", "inpatient", false, "urgent", false))
                .fill("askedBy", "Bo Exempelsson, far").fill("signalledOn", LocalDate.now().minusDays(2))
                .fill("guardians", List.of(Map.of("name", "Bo Exempelsson")));
    }

    private SipFormPage openJudgement(String caseNumber) {
        return tasklist.openFilter("Enhetens uppgifter").openTask(caseNumber, "Bedöm begäran");
    }

    @Test
    void aCaseIsStartedAndItsFirstTaskHandedIn(Page page) {
        var opening = TasklistPage.timed(() -> tasklist.startForm(PROCESS));
        assertThat(opening).isLessThan(QUICK_ENOUGH);
        var form = new SipFormPage(page);
        form.fill("idNumber", "140312-2384");
        tasklist.startButton().click();
        assertThat(form.faults()).contains("Förnamn – Fyll i förnamn.", "Hemkommun – Välj hemkommun.");
        assertThat(form.faultOf("idNumber")).contains("stämmer inte");
        assertThat(form.input("idNumber")).hasValue("20140312-2384");
        assertThat(tasklist.startButton()).isEnabled();
        Pictures.take(page, "behov-faults");
        assertThat(Pictures.violations(page, "form.sip-form")).isEmpty();
        Pictures.zoomTwice(page);
        Pictures.take(page, "behov-zoom-200");
        Pictures.zoomBack(page);

        fillNeed(form, "140312-2383");
        Pictures.take(page, "behov-filled");
        String number = tasklist.start();
        assertThat(number).matches("SIP-\\d{4}-\\d{6}");

        var task = openJudgement(number);
        assertThat(task.messages()).containsText("Ta uppgiften först");
        assertThat(task.field("judgement").locator("input").first()).isDisabled();
        assertThat(tasklist.completeButton()).isDisabled();
        assertThat(task.root()).containsText("20140312-2383");
        Pictures.take(page, "bedomning-unclaimed");
        var claiming = TasklistPage.timed(tasklist::claim);
        assertThat(claiming).isLessThan(QUICK_ENOUGH);
        System.out.printf("Start form usable after %d ms, claimed task usable after %d ms%n", opening.toMillis(),
                claiming.toMillis());

        task.fill("judgement", "ACCEPT");
        tasklist.completeWithFaults();
        assertThat(task.messages().locator(".sip-summary")).isFocused();
        Pictures.take(page, "bedomning-faults");
        assertThat(Pictures.violations(page, "form.sip-form")).isEmpty();
        Pictures.zoomTwice(page);
        task.field("discoveredOn").scrollIntoViewIfNeeded();
        Pictures.take(page, "bedomning-zoom-200");
        Pictures.zoomBack(page);

        task.fill("discoveredOn", LocalDate.now().minusDays(1))
                .fill("needsFrom", List.of("SCHOOL", "CHILD_PSYCHIATRY")).fill("needDescription", "Samordning behövs.");
        tasklist.complete();
        assertThat(tasklist.card(number, "Bedöm begäran")).hasCount(0);
        assertThat((String) page.evaluate("Object.keys(localStorage).filter(key => /form/i.test(key)).join()"))
                .as("drafts in the browser").isEmpty();
    }

    @Test
    void whatIsTypedIsThereAfterTheTaskWasLeft(Page page) {
        fillNeed(tasklist.startForm(PROCESS), "20130127-2389");
        String number = tasklist.start();
        openJudgement(number);
        var form = tasklist.claim();
        assertThat(tasklist.saveButton()).isDisabled();
        form.fill("judgement", "DENY").fill("denialReason", "Ett skäl som tar tid att skriva");
        assertThat(tasklist.saveButton()).isEnabled();
        tasklist.saveButton().click();
        assertThat(form.root().locator(".sip-draft-state")).containsText("Utkast sparat kl.");
        form.fill("denialReason", "Ett längre skäl, skrivet strax innan uppgiften lämnades");

        tasklist.open();
        form = openJudgement(number);
        assertThat(form.messages()).containsText("Det finns ett utkast.");
        Pictures.take(page, "bedomning-draft");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsätt på utkastet")).click();
        assertThat(form.usable().input("denialReason"))
                .hasValue("Ett längre skäl, skrivet strax innan uppgiften lämnades");
    }

    @Test
    void theSessionEndsAndTheTextStays(Page page) {
        fillNeed(tasklist.startForm(PROCESS), "20150102-2386");
        String number = tasklist.start();
        openJudgement(number);
        var form = tasklist.claim();
        form.fill("judgement", "DENY").fill("denialReason", "Mycket text");
        page.context().clearCookies();
        tasklist.completeButton().click();
        assertThat(form.messages()).hasText(
                "Du har loggats ut. Logga in i en ny flik och försök igen; det du skrivit finns kvar.");
        assertThat(form.input("denialReason")).hasValue("Mycket text");
        assertThat(tasklist.completeButton()).isEnabled();
        Pictures.take(page, "bedomning-logged-out");

        var elsewhere = page.context().newPage();
        new TasklistPage(elsewhere, port).logIn("elevhalsa");
        form.fill("exceptional", true);
        tasklist.complete();
    }

    @Test
    void tasklistWarnsBeforeTheSessionEndsAndItIsExtended(Page page) {
        page.clock().install();
        tasklist.open();
        var ending = page.getByText("Du loggas ut om två minuter.", new Page.GetByTextOptions().setExact(false));
        page.clock().runFor("17:50");
        assertThat(ending).hasCount(0);
        page.clock().runFor("00:15");
        assertThat(ending).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsätt"))).isFocused();
        Pictures.takeForGuide(page, "loggas-ut");
        assertThat(Pictures.violations(page, "#sip-session")).isEmpty();
        page.keyboard().press("Enter");
        assertThat(ending).hasCount(0);
    }

    /** Tasklist's own list finds it out; what is being filled in stays, and goes on after a login beside it. */
    @Test
    void theSessionEndsWhileATaskOrAStartFormIsOpenAndTheWorkGoesOn(Page page) {
        fillNeed(tasklist.startForm(PROCESS), Children.bornOn("20150304"));
        endSession(page, "startformular-utloggad");
        logInBeside(page);
        String number = tasklist.start();

        openJudgement(number);
        var form = tasklist.claim();
        form.fill("judgement", "DENY").fill("denialReason", "Skrivet före utloggningen");
        assertThat(form.root().locator(".sip-draft-state")).containsText("Utkast sparat");
        endSession(page, "uppgift-utloggad");
        form.fill("denialReason", "Skrivet före och efter utloggningen");
        assertThat(form.root().locator(".sip-draft-state")).containsText("kunde inte sparas");
        logInBeside(page);
        assertThat(form.root().locator(".sip-draft-state")).containsText("Utkast sparat");
        assertThat(form.input("denialReason")).hasValue("Skrivet före och efter utloggningen");
        form.fill("exceptional", true);
        tasklist.complete();
    }

    private void endSession(Page page, String picture) {
        page.context().clearCookies();
        assertThat(page.getByText("Du är utloggad. Det du har skrivit finns kvar på sidan.",
                new Page.GetByTextOptions().setExact(false))).isVisible();
        assertThat(page.locator("form.sip-form")).isVisible();
        Pictures.take(page, picture);
        assertThat(Pictures.violations(page, "#sip-session")).isEmpty();
    }

    private void logInBeside(Page page) {
        Page beside = page.waitForPopup(() -> page.getByText("Logga in i ny flik").click());
        beside.getByLabel("Användarnamn").fill("elevhalsa");
        beside.getByLabel("Lösenord").fill("sip-demo");
        beside.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertThat(beside.getByText("Inloggad som")).isVisible();
        beside.close();
        page.bringToFront();
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#sip-session")).hasCount(0);
    }

    @Test
    void aStartFormIsNotClosedByAccident(Page page) {
        var form = tasklist.startForm(PROCESS);
        form.fill("givenName", "Alva");
        page.keyboard().press("Escape");
        assertThat(form.messages()).containsText("Stänga? Det du har skrivit försvinner.");
        Pictures.take(page, "behov-closing");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsätt fylla i")).click();
        assertThat(form.input("givenName")).hasValue("Alva");

        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stäng och släng")).click();
        assertThat(page.locator(".modal-content")).hasCount(0);
    }

    @Test
    void aProcessOwnerLooksAtAFormOfTheSystem(Page page) {
        page.context().clearCookies();
        page.navigate("http://localhost:" + port + "/login");
        page.getByLabel("Användarnamn").fill("processagare");
        page.getByLabel("Lösenord").fill("sip-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        page.navigate("http://localhost:" + port + "/preview");
        page.getByLabel("Formulär som finns i systemet").selectOption("behov.html");
        var form = new SipFormPage(page).usable();
        assertThat(form.field("needDescription")).isVisible();
        Pictures.takeWhole(page, "preview-behov");
    }

    @Test
    void othersDoNotSeeThePreview(Page page) {
        assertThat(page.navigate("http://localhost:" + port + "/preview").status()).isEqualTo(403);
        assertThat(page.request().get("http://localhost:" + port + "/api/preview/forms").status()).isEqualTo(403);
    }
}
