package se.sip.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.correspondence.Way;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/plan.html} will send: the plan to each party that gets it, and to the family. */
@Component
class PlanFormSheets implements FormSheets<PlanForm> {

    private final PlanIntake intake;
    private final PlanLetters letters;
    private final PlanDocuments papers;
    private final Plans plans;
    private final Documents documents;

    PlanFormSheets(PlanIntake intake, PlanLetters letters, PlanDocuments papers, Plans plans, Documents documents) {
        this.intake = intake;
        this.letters = letters;
        this.papers = papers;
        this.plans = plans;
        this.documents = documents;
    }

    @Override
    public String form() {
        return "plan";
    }

    @Override
    public List<Sheet> of(PlanForm form, FormSituation where) {
        if (!Boolean.TRUE.equals(form.familyAgrees())) {
            return List.of();
        }
        PlanIntake.Written written = intake.written(form, where);
        DocumentKind kind = plans.current(where.caseNumber()).isEmpty() ? DocumentKind.PLAN
                : DocumentKind.PLAN_REVISED;
        return letters.copies(written.plan()).stream().map(c -> new Sheet(c.name(), kind.swedish(),
                c.ways().stream().map(Way::swedish).collect(Collectors.joining(", annars ")), c.why(), c.clauses(),
                c.ways().contains(Way.MAIL) ? null : () -> documents.preview(where.caseNumber(), kind,
                        papers.paper(written.plan(), written.interventions(), c.addressee().role()),
                        Documents.Reader.preview(c.addressee().role(), List.of(c.name()))))).toList();
    }
}
