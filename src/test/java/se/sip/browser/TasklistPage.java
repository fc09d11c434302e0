package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;

/** Tasklist as staff use it: log in, start a process, take a task from a list, fill in its form, complete it. */
final class TasklistPage {

    private static final String PASSWORD = "sip-demo";
    private final Page page;
    private final String base;

    TasklistPage(Page page, int port) {
        this.page = page;
        this.base = "http://localhost:" + port;
    }

    /** Logs in as one of the demonstration's accounts, after ending whatever session there is. */
    TasklistPage logIn(String user) {
        // A page that is left open asks for its tasks all the while; the answer would bring a new session, of nobody.
        page.navigate("about:blank");
        page.context().clearCookies();
        page.navigate(base + "/login");
        page.getByLabel("Användarnamn").fill(user);
        page.getByLabel("Lösenord").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in")).click();
        assertThat(page.getByText("Inloggad som")).isVisible();
        return open();
    }

    TasklistPage open() {
        page.navigate(base + "/camunda/app/tasklist/default/");
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
        return this;
    }

    /** Opens the start form of a process, by a part of its name, and waits until it can be filled in. */
    SipFormPage startForm(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-content ul.processes a").filter(new Locator.FilterOptions().setHasText(process)).first()
                .click();
        return new SipFormPage(page).usable();
    }

    Locator startButton() {
        return page.locator(".modal-footer button.btn-primary:visible");
    }

    /** Presses "Starta" in the window of a start form, and gives the number of the new case. */
    String start() {
        Response answer = page.waitForResponse(Pattern.compile("/submit-form$"), () -> startButton().click());
        assertThat(page.locator(".modal-content")).hasCount(0);
        return JsonParser.parseString(answer.text()).getAsJsonObject().get("businessKey").getAsString();
    }

    TasklistPage openFilter(String name) {
        page.locator(".task-filters .task-filter a").filter(new Locator.FilterOptions().setHasText(name)).first()
                .click();
        return this;
    }

    /** The card in the open list that has all the texts on it. */
    Locator card(String... texts) {
        Locator cards = page.locator("ol.tasks-list > li.task");
        for (String text : texts) {
            cards = cards.filter(new Locator.FilterOptions().setHasText(text));
        }
        return cards.first();
    }

    /** Opens a task by what stands on its card; its form is shown, locked until the task is claimed. */
    SipFormPage openTask(String... texts) {
        card(texts).locator("h4 a").click();
        var form = new SipFormPage(page);
        assertThat(form.root()).not().hasClass(Pattern.compile("sip-loading"));
        return form;
    }

    SipFormPage claim() {
        page.getByText("Ta uppgiften", new Page.GetByTextOptions().setExact(true)).click();
        return new SipFormPage(page).usable();
    }

    Locator completeButton() {
        return page.locator(".form-actions button.btn-primary");
    }

    Locator saveButton() {
        return page.locator(".form-actions button.btn-default");
    }

    /** Presses "Slutför" and waits until the task is gone. */
    TasklistPage complete() {
        completeButton().click();
        assertThat(page.locator("form.sip-form")).hasCount(0);
        return this;
    }

    /** Presses "Slutför" on a form that has faults, and waits for them. */
    SipFormPage completeWithFaults() {
        completeButton().click();
        var form = new SipFormPage(page);
        form.faults();
        return form;
    }

    /** How long something took. */
    static Duration timed(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
