package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Mina ärenden, Ärendet, its actions and mötesläge as people meet them, on the demonstration's cases: clean in axe, at
 * 320 pixels and by keyboard; and nothing is lost when the connection drops, the session ends or two write at once.
 */
@BrowserTest
class CasePagesTest {

    private static final int INTERVENTIONS = 40;
    private static final int NARROW = 320;
    private static final int TABLET_WIDTH = 768;
    private static final int TABLET_HEIGHT = 1024;

    @LocalServerPort
    private int port;

    @Test
    void aCalledUnitFindsThePersonAndRegistersAWithdrawal(Page page) {
        logIn(page, "bup");
        page.navigate(url("/arenden"));
        page.getByLabel("Personnummer, namn eller ärendenummer").fill("Edvin Testgren");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sök")).click();
        assertThat(page.getByText("Hittade ett ärende.")).isVisible();
        look(page, "mina-arenden");
        Pictures.takeForGuide(page, "mina-arenden");
        Locator found = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("SIP-"))).first();
        String number = found.innerText();
        found.click();
        look(page, "arendet-deltar");

        page.getByText("Samtycket återkallas").click();
        assertThat(page.getByText("meddelas och familjen får besked", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        page.getByText("Registrera återkallelsen").click();
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Välj vem som återkallar samtycket.");
        look(page, "aterkallelse-fel");
        Pictures.takeForGuide(page, "atgard");
        page.getByLabel("Vårdnadshavare").check();
        page.getByLabel("Muntligt per telefon").check();
        page.locator("button[data-do]").dblclick();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Återkallelsen är registrerad.");
        look(page, "kvitto");

        new TasklistPage(page, port).logIn("elevhalsa").openFilter("Enhetens uppgifter");
        assertThat(page.locator(".sip-card-person").filter(new Locator.FilterOptions().setHasText(", född 20"))
                .first()).isVisible();
        page.navigate(url("/arenden/" + number));
        assertThat(page.getByText("Samtycket återkallat").first()).isVisible();
    }

    @Test
    void theConvenersPageIsCleanAndWarnsBeforeTheSessionEnds(Page page) {
        logIn(page, "elevhalsa");
        String number = caseOf(page, "Ines Påhittad");
        page.clock().install();
        page.navigate(url("/arenden/" + number));
        assertThat(page.getByText("Anpassat schema").first()).isVisible();
        look(page, "arendet");
        Pictures.takeForGuide(page, "arendet");
        page.getByText("Visa länets processdiagram").click();
        assertThat(page.locator(".sip-diagram .sip-here").first()).isAttached();
        assertThat(page.locator(".sip-diagram .bjs-powered-by")).isVisible();
        page.locator(".sip-way").scrollIntoViewIfNeeded();
        Pictures.take(page, "diagram");

        page.clock().fastForward("18:01");
        assertThat(page.getByText("Du loggas ut om två minuter.", new Page.GetByTextOptions().setExact(false))).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsätt")).click();
        assertThat(page.locator("#sip-session")).hasCount(0);
    }

    /** What can be done differs from step to step: looked at in a case that is called, and in one that is followed up. */
    @Test
    void everyActionIsCleanSaysWhatItWillDoAndFitsANarrowAndAMagnifiedPage(Page page) {
        logIn(page, "elevhalsa");
        var seen = new TreeSet<String>();
        for (String name : List.of("Saga Demoström", "Frans Fiktiv", "Ines Påhittad")) {
            String number = caseOf(page, name);
            page.navigate(url("/arenden/" + number));
            List<String> actions = page.locator(".sip-actions a").all().stream().map(a -> a.getAttribute("href"))
                    .filter(a -> seen.add(a.substring(a.lastIndexOf('/') + 1))).toList();
            for (String action : actions) {
                page.navigate(url(action));
                assertThat(page.locator("#foljd li").first()).not().isEmpty();
                look(page, "atgard-" + action.substring(action.lastIndexOf('/') + 1));
            }
        }
        assertThat(seen).contains("aterkalla", "fornya-samtycket", "livet-forandras", "flytta-motet", "stall-in-motet",
                "lagg-till-enhet", "ratta-datum", "ratta-svar", "ratta-samtycke", "ratta-narvaro", "avvikelse", "kollega",
                "lamna-over", "avsluta-administrativt");
    }

    @Test
    void thePagesAroundTheCasesAreCleanToo(Page page) {
        var around = new LinkedHashMap<String, List<String>>();
        around.put("elevhalsa", List.of("/nodatkomst", "/"));
        around.put("elevhalsa-chef", List.of("/enheter", "/enhetens-epost", "/namngivna"));
        around.put("d-elevhalsa-chef", List.of("/ledningsgrupp"));
        around.put("granskare", List.of("/logg"));
        around.put("lansadmin", List.of("/konton"));
        around.forEach((user, pages) -> {
            logIn(page, user);
            for (String address : pages) {
                assertThat(page.navigate(url(address)).status()).as(user + " " + address).isEqualTo(200);
                look(page, "sidan-" + address.substring(1));
            }
        });
    }

    @Test
    void whatAnActionSendsIsShownBeforeItIsDone(Page page) {
        logIn(page, "elevhalsa");
        String number = caseOf(page, "Saga Demoström");
        page.navigate(url("/arenden/" + number + "/atgard/stall-in-motet"));
        page.getByLabel("Varför ställs mötet in?").fill("Läraren är sjuk.");
        page.getByText("Visa vad som skickas").click();
        assertThat(page.locator("#utskick")).isFocused();
        assertThat(page.locator("#utskick")).containsText("Besked om att mötet ställs in. Brev.");
        look(page, "atgard-utskick");
        Pictures.takeForGuide(page, "visa-vad-som-skickas");
        page.waitForPopup(() -> page.getByText("Visa dokumentet").first().click()).close();
        assertThat(page.getByLabel("Varför ställs mötet in?")).hasValue("Läraren är sjuk.");
    }

    @Test
    void theBackButtonAndALostConnectionDoNothingTwiceAndLoseNothing(Page page) {
        logIn(page, "elevhalsa");
        String number = caseOf(page, "Ines Påhittad");
        page.navigate(url("/arenden/" + number + "/atgard/avvikelse"));
        var what = page.getByLabel("Vad hände?");
        var send = page.locator("button[data-do]");
        page.context().setOffline(true);
        what.fill("Kallelsen kom bort.");
        send.click();
        assertThat(page.getByText("Servern går inte att nå. Inget är gjort än", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        page.context().setOffline(false);
        assertThat(page.getByText("Anslutningen är tillbaka. Tryck på knappen igen.")).isVisible();
        assertThat(what).hasValue("Kallelsen kom bort.");
        send.click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Avvikelsen är antecknad.");
        page.goBack();
        assertThat(page.getByText("Du har gått tillbaka.", new Page.GetByTextOptions().setExact(false))).isVisible();
        send.click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Avvikelsen är antecknad.");
        assertThat(page.locator(".sip-story li", new Page.LocatorOptions().setHasText("En avvikelse noterades")))
                .hasCount(1);
    }

    @Test
    void theConsentIsAskedAnewInTwoClicksAndItsFormSaysWhatIsWrong(Page page) {
        logIn(page, "elevhalsa");
        String number = caseOf(page, "Frans Fiktiv");
        page.navigate(url("/arenden/" + number));
        page.getByText("Förnya eller ändra samtycket").click();
        page.getByText("Fråga på nytt").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Frågan om samtycke är öppen.");
        var form = new SipFormPage(page).usable();
        assertThat(form.field("recipients")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).click();
        assertThat(form.messages()).containsText("Välj ett svar.");
        look(page, "fornya-samtycket");
        page.navigate(url("/arenden/" + number));
        assertThat(page.locator(".sip-actions")).not().containsText("Förnya eller ändra samtycket");
        assertThat(page.locator(".sip-tasks")).containsText("Förnya samtycket");
    }

    @Test
    void theMeetingIsWrittenByKeyboardAndNothingIsLost(Page page) {
        logIn(page, "elevhalsa");
        String number = caseOf(page, "Saga Demoström");
        page.setViewportSize(1280, 720);
        page.navigate(url("/arenden/" + number + "/mote"));
        var form = new SipFormPage(page).usable();
        assertThat(page.locator("body")).not().containsText("20100711");
        assertThat(page.locator("body")).not().containsText("Umgänget");
        for (int i = 1; i <= INTERVENTIONS; i++) {
            page.keyboard().press("Alt+n");
            page.keyboard().insertText("Insats " + i);
        }
        assertThat(form.rowCount("interventions")).isEqualTo(INTERVENTIONS);
        assertThat(form.input("interventions[39].what")).hasValue("Insats 40");
        assertThat(page.locator(".sip-draft-state")).containsText("Utkast sparat");
        Pictures.take(page, "moteslage");
        assertThat(Pictures.violations(page, "body")).isEmpty();
        page.setViewportSize(TABLET_WIDTH, TABLET_HEIGHT);
        assertNothingToTheSide(page, TABLET_WIDTH, "mötesläge on a tablet");
        Pictures.take(page, "moteslage-surfplatta");
        page.setViewportSize(NARROW, Chromium.HEIGHT);
        assertNothingToTheSide(page, NARROW, "mötesläge at 320 pixels");
        page.setViewportSize(1280 / 2, 720 / 2);
        assertNothingToTheSide(page, 1280 / 2, "mötesläge at 200 %");
        Pictures.take(page, "moteslage-zoom-200");
        page.setViewportSize(1280, 720);

        Locator clock = page.locator("#paus");
        clock.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#gatt")).containsText("Mötet har pågått 0 min");
        page.context().setOffline(true);
        page.keyboard().press("Enter");
        assertThat(page.locator("#gatt")).containsText("Paus sedan 0 min");
        assertThat(page.locator("#klocklage")).containsText("Klockan sparas när anslutningen är tillbaka.");
        page.context().setOffline(false);
        assertThat(page.locator("#klocklage")).isEmpty();

        page.context().setOffline(true);
        form.fill("ownPart", "Väcker mig själv.");
        assertThat(page.locator(".sip-draft-state")).containsText("kunde inte sparas");
        page.context().setOffline(false);
        assertThat(page.locator(".sip-draft-state")).containsText("Utkast sparat");

        try (BrowserContext other = page.context().browser().newContext(new Browser.NewContextOptions().setLocale("sv-SE"))) {
            Page second = other.newPage();
            logIn(second, "elevhalsa-kollega");
            second.navigate(url("/arenden/" + number + "/mote"));
            var theirs = new SipFormPage(second).usable();
            assertThat(theirs.input("ownPart")).hasValue("Väcker mig själv.");
            assertThat(second.locator("#gatt")).containsText("Paus sedan");
            second.locator("#paus").click();
            theirs.fill("ownPart", "Går själv till skolan.");
            assertThat(second.locator(".sip-draft-state")).containsText("Utkast sparat");
        }
        form.fill("ownPart", "Tar bussen.");
        assertThat(form.messages()).containsText("har skrivit i samma formulär");
        assertThat(form.messages()).containsText("Går själv till skolan.");
        Pictures.take(page, "tva-skriver");
        page.getByText("Behåll det jag har skrivit").click();
        Pictures.takeForGuide(page, "moteslage");
        assertThat(page.locator(".sip-draft-state")).containsText("Utkast sparat");

        page.getByText("Vad saknas i planen?").click();
        assertThat(form.messages()).containsText("Lägg till minst ett delmål.");
        page.navigate(url("/arenden/" + number));
        page.navigate(url("/arenden/" + number + "/mote"));
        assertThat(new SipFormPage(page).usable().input("ownPart")).hasValue("Tar bussen.");
    }

    private void logIn(Page page, String user) {
        page.context().clearCookies();
        page.navigate(url("/login"));
        page.getByLabel("Användarnamn").fill(user);
        page.getByLabel("Lösenord").fill("sip-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertThat(page.getByText("Inloggad som")).isVisible();
    }

    private String caseOf(Page page, String name) {
        page.navigate(url("/arenden"));
        return page.locator("tr", new Page.LocatorOptions().setHasText(name)).locator("a").first().innerText();
    }

    /** Takes a picture, and finds nothing wrong in axe nor a line to scroll sideways for at 320 pixels and at 200 %. */
    private static void look(Page page, String name) {
        Pictures.takeWhole(page, name);
        assertThat(Pictures.violations(page, "body")).as("axe on " + name).isEmpty();
        page.setViewportSize(NARROW, Chromium.HEIGHT);
        assertNothingToTheSide(page, NARROW, name + " at 320 pixels");
        Pictures.take(page, name + "-320");
        Pictures.zoomTwice(page);
        assertNothingToTheSide(page, Chromium.WIDTH / 2, name + " at 200 %");
        Pictures.take(page, name + "-zoom-200");
        Pictures.zoomBack(page);
    }

    private static void assertNothingToTheSide(Page page, int width, String what) {
        assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth")).as("width of " + what)
                .isLessThanOrEqualTo(width);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
