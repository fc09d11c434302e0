package se.sip.closure;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.correspondence.Papers;
import se.sip.correspondence.Previews;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/besked.html} will send: the written notice to each that is told by letter. */
@Component
class ToldSheets implements FormSheets<ToldForm> {

    private final ToldIntake intake;
    private final ClosureLetters letters;
    private final Previews previews;
    private final CaseFiles cases;

    ToldSheets(ToldIntake intake, ClosureLetters letters, Previews previews, CaseFiles cases) {
        this.intake = intake;
        this.letters = letters;
        this.previews = previews;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "besked";
    }

    @Override
    public List<Sheet> of(ToldForm form, FormSituation where) {
        String number = where.caseNumber();
        String reason = cases.byNumber(number).endReason();
        return letters.to(number, intake.byLetter(form, number)).stream().map(order -> previews.of(order,
                () -> ClosureDocuments.paper(Papers.kindOf(order.purpose()).orElseThrow(), reason,
                        form.whereToTurn()))).toList();
    }
}
