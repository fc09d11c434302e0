package se.sip.casepage;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFile;
import se.sip.casefile.EventTexts;
import se.sip.tasklist.Faults;

/** What the form of an action shows: what will happen, the fields with what has been typed, and what is wrong. */
@Component
class ActionPage {

    private final CaseSheets sheets;
    private final CaseActions actions;
    private final ActionForms forms;
    private final Consequences consequences;
    private final EventTexts texts;
    private final PageHead head;

    ActionPage(CaseSheets sheets, CaseActions actions, ActionForms forms, Consequences consequences, EventTexts texts,
            PageHead head) {
        this.sheets = sheets;
        this.actions = actions;
        this.forms = forms;
        this.consequences = consequences;
        this.texts = texts;
        this.head = head;
    }

    /** @param news what others have done since the form was first shown */
    void show(Principal user, Model model, StaffMember me, CaseFile caseFile, CaseAction action,
            Map<String, String> typed, Faults faults, List<CaseEvent> news, String token) {
        head.fill(user, model);
        CaseSheet sheet = sheets.of(me, caseFile, false);
        List<ActionField> asked = forms.of(action, caseFile, me);
        var values = new LinkedHashMap<String, String>();
        asked.forEach(f -> values.put(f.name(), typed.getOrDefault(f.name(), f.known())));
        Map<String, String> byField = faults.list().stream()
                .collect(Collectors.toMap(Faults.Fault::field, Faults.Fault::message, (a, b) -> a));
        model.addAttribute("sheet", sheet);
        model.addAttribute("action", action);
        model.addAttribute("consequences", consequences.of(action, caseFile));
        model.addAttribute("fields", asked);
        model.addAttribute("values", values);
        model.addAttribute("faults", faults.list());
        model.addAttribute("faultOf", byField);
        model.addAttribute("news", news.stream().map(e -> sheet.whole() ? texts.line(e)
                : "Ärendet har ändrats.").distinct().toList());
        model.addAttribute("token", token);
        model.addAttribute("sends", sheet.whole() && actions.sends(action));
    }

    /** Of what was sent only what the action asks for. */
    Map<String, String> fields(StaffMember me, CaseAction action, CaseFile caseFile, Map<String, String> typed) {
        return forms.of(action, caseFile, me).stream().filter(f -> typed.containsKey(f.name()))
                .collect(Collectors.toMap(ActionField::name, f -> typed.get(f.name())));
    }
}
