package se.sip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of sip-* elements on a page, worked by the names its author gave the fields: {@code guardians[1].name}. */
final class SipFormPage {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d+)])?");
    private final Page page;
    private final Locator root;

    SipFormPage(Page page) {
        this.page = page;
        this.root = page.locator("form.sip-form");
    }

    /** Waits until the fields stand there and may be filled in. */
    SipFormPage usable() {
        assertThat(root).not().hasClass(Pattern.compile("sip-loading|sip-locked"));
        return this;
    }

    Locator root() {
        return root;
    }

    /** The element of a field. */
    Locator field(String path) {
        Locator at = root;
        String notDeeper = ".sip-row *";
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            at = at.locator("[name='%s']:not(%s):not(input)".formatted(step.group(1), notDeeper));
            notDeeper = ".sip-row " + notDeeper;
            if (step.group(2) != null) {
                at = at.locator("> fieldset > .sip-row-list > .sip-row").nth(Integer.parseInt(step.group(2)));
            }
        }
        return at;
    }

    /** What is typed in, or chosen with the keyboard, in a field. */
    Locator input(String path) {
        return field(path).locator("input:not([tabindex='-1']), textarea, select").first();
    }

    SipFormPage fillAll(Map<String, ?> content) {
        content.forEach(this::fill);
        return this;
    }

    /**
     * Fills in one field as its kind wants it: text, number or date as text, true or false, the value of an answer, a
     * list of values, a unit's name, or a list of rows.
     */
    SipFormPage fill(String path, Object value) {
        Locator field = shown(path);
        String kind = (String) field.evaluate("element => element.localName");
        switch (kind) {
            case "sip-yes-no", "sip-choice" -> field.locator("input[value='%s']".formatted(value)).check();
            case "sip-choices" -> {
                for (Locator box : field.locator("input").all()) {
                    box.setChecked(((List<?>) value).contains(box.inputValue()));
                }
            }
            case "sip-select" -> field.locator("select").selectOption(String.valueOf(value));
            case "sip-unit" -> {
                field.locator("input").fill("");
                field.locator("input").pressSequentially(String.valueOf(value));
                field.getByRole(com.microsoft.playwright.options.AriaRole.OPTION,
                        new Locator.GetByRoleOptions().setName(String.valueOf(value))).first().click();
            }
            case "sip-rows", "sip-fixed-rows" -> fillRows(path, (List<?>) value);
            default -> {
                Locator typed = field.locator("input:not([tabindex='-1']), textarea").first();
                typed.fill(String.valueOf(value));
                typed.blur();
            }
        }
        return this;
    }

    /** Of fields with the same name in different sip-show, the one that is shown. */
    private Locator shown(String path) {
        return field(path).locator("visible=true").first();
    }

    boolean isShown(String path) {
        return field(path).locator("visible=true").count() > 0;
    }

    /** Whether a field is a list of rows that the form itself gives, and nobody can add to. */
    boolean isFixedRows(String path) {
        return "sip-fixed-rows".equals(shown(path).evaluate("element => element.localName"));
    }

    private void fillRows(String path, List<?> rows) {
        for (int index = 0; index < rows.size(); index++) {
            if (rowCount(path) <= index) {
                addRow(path);
            }
            for (var cell : ((Map<?, ?>) rows.get(index)).entrySet()) {
                fill("%s[%d].%s".formatted(path, index, cell.getKey()), cell.getValue());
            }
        }
    }

    int rowCount(String path) {
        return field(path).locator("> fieldset > .sip-row-list > .sip-row").count();
    }

    void addRow(String path) {
        field(path).locator("> fieldset > button.sip-button").click();
    }

    /** The message that stands beside a field; empty when there is none. */
    String faultOf(String path) {
        Locator fault = field(path).locator(".sip-fault").first();
        return fault.isVisible() ? fault.innerText().replaceFirst("^Fel:\\s*", "") : "";
    }

    /** The lines of the summary above the form, after waiting for it. */
    List<String> faults() {
        assertThat(root.locator(".sip-summary")).isVisible();
        return root.locator(".sip-summary li").allInnerTexts();
    }

    /** What the form says above its fields. */
    Locator messages() {
        return root.locator(".sip-messages");
    }

    Page page() {
        return page;
    }
}
