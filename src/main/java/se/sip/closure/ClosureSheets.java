package se.sip.closure;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/avsluta.html} leads to, when the time to take it back is over: who is told, and how. */
@Component
class ClosureSheets implements FormSheets<ClosureForm> {

    private final EndingSheets endings;

    ClosureSheets(EndingSheets endings) {
        this.endings = endings;
    }

    @Override
    public String form() {
        return "avsluta";
    }

    @Override
    public List<Sheet> of(ClosureForm form, FormSituation where) {
        return Boolean.TRUE.equals(form.closeIt()) ? endings.of(where.caseNumber(), form.reason().endKind(),
                null, form.whereToTurn())
                : List.of();
    }
}
