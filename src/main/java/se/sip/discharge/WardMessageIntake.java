package se.sip.discharge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in a message from the ward. */
@Component
class WardMessageIntake implements FormIntake<WardMessageForm> {

    private final WardMessageRules rules;
    private final WardMessages messages;
    private final Admissions admissions;
    private final CaseFiles cases;

    WardMessageIntake(WardMessageRules rules, WardMessages messages, Admissions admissions, CaseFiles cases) {
        this.rules = rules;
        this.messages = messages;
        this.admissions = admissions;
        this.cases = cases;
    }

    /** One alternative of a list. */
    record Choice(String value, String label) {
    }

    @Override
    public String form() {
        return "utskrivningsmeddelande";
    }

    @Override
    public Class<WardMessageForm> type() {
        return WardMessageForm.class;
    }

    @Override
    public void check(WardMessageForm form, FormSituation where, Faults faults) {
        rules.check(form, where.staff(), where.county(), faults);
    }

    @Override
    public void accept(WardMessageForm form, FormSituation where) {
        where.variables().setCaseNumber(form.caseNumber());
        where.variables().set(ProcessVariable.SUBJECT, messages.register(form, where.staff()));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        List<Choice> stays = admissions.ongoingAt(where.staff().units()).stream()
                .map(a -> new Choice(a.caseNumber(), a.caseNumber() + ", "
                        + cases.personOf(cases.byNumber(a.caseNumber())).name())).toList();
        return Map.of("stays", stays, "kinds", Arrays.stream(WardMessageKind.values()).map(k -> new Choice(k.name(), k.swedish()))
                .toList());
    }
}
