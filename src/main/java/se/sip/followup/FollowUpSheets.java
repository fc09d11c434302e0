package se.sip.followup;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.correspondence.Previews;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/uppfoljning.html} will send: the summary, to the parties and the family. */
@Component
class FollowUpSheets implements FormSheets<FollowUpForm> {

    private final FollowUpIntake intake;
    private final FollowUpLetters letters;
    private final FollowUpDocuments papers;
    private final FollowUpDecision decision;
    private final Previews previews;

    FollowUpSheets(FollowUpIntake intake, FollowUpLetters letters, FollowUpDocuments papers, FollowUpDecision decision,
            Previews previews) {
        this.intake = intake;
        this.letters = letters;
        this.papers = papers;
        this.decision = decision;
        this.previews = previews;
    }

    @Override
    public String form() {
        return "uppfoljning";
    }

    @Override
    public List<Sheet> of(FollowUpForm form, FormSituation where) {
        if (!Boolean.TRUE.equals(form.tookPlace())) {
            return List.of();
        }
        String number = where.caseNumber();
        FollowUp proposed = intake.followUp(form, where, null, null);
        FollowUp decided = proposed.withOutcome(decision.expected(where.county(), proposed));
        return letters.summaries(number, "preview", form.byPost()).stream()
                .map(order -> previews.of(order, () -> papers.summary(decided, form.heldOn()))).toList();
    }
}
