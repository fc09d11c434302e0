package se.sip.casepage;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.access.StaffNames;
import se.sip.ownfield.OwnAnswer;
import se.sip.ownfield.OwnAnswers;

/** The answers to the county's own questions on the page of a case. */
@Component
class OwnAnswersShown {

    private final OwnAnswers answers;
    private final StaffNames names;

    OwnAnswersShown(OwnAnswers answers, StaffNames names) {
        this.answers = answers;
        this.names = names;
    }

    /** @param until the day it was answered anew or taken back; null while it holds */
    record Line(String question, String answer, boolean inPlan, String by, LocalDate on, LocalDate until) {
    }

    /**
     * What holds, in the order it was answered. Who sees the whole case sees all, who was given the plan what stands in
     * it.
     */
    List<Line> now(CaseSheet sheet) {
        return answers.of(sheet.head().number()).stream()
                .filter(a -> sheet.whole() || sheet.plan() != null && a.inPlan()).map(this::line).toList();
    }

    /** What was answered before, for who sees the whole case. */
    List<Line> before(CaseSheet sheet) {
        return sheet.whole() ? answers.superseded(sheet.head().number()).stream().map(this::line).toList() : List.of();
    }

    private Line line(OwnAnswer a) {
        return new Line(a.label(), a.shown(), a.inPlan(), names.of(a.answeredBy()), a.answeredAt().toLocalDate(),
                a.supersededAt() == null ? null : a.supersededAt().toLocalDate());
    }
}
