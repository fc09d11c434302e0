package se.sip.need;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Codes;
import se.sip.correspondence.Family;
import se.sip.correspondence.Order;
import se.sip.correspondence.Previews;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.correspondence.document.NoticePaper;
import se.sip.need.JudgementForm.Judgement;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/bedomning.html} leads to when a request is denied: the written notice with the reason. */
@Component
class JudgementSheets implements FormSheets<JudgementForm> {

    private final Family family;
    private final Previews previews;
    private final CaseFiles cases;

    JudgementSheets(Family family, Previews previews, CaseFiles cases) {
        this.family = family;
        this.previews = previews;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "bedomning";
    }

    @Override
    public List<Sheet> of(JudgementForm form, FormSituation where) {
        if (form.judgement() != Judgement.DENY) {
            return List.of();
        }
        return family.writtenTo(cases.byNumber(where.caseNumber())).stream().map(one -> previews.of(
                Order.of(where.caseNumber(), Purpose.DENIAL, one, "preview", "1", Way.LETTER)
                        .withClauses(Codes.of(List.of("VGB-11", "VGU-11", "HAL-26", "BOR-22")))
                        .withWhy("När ångertiden är slut får ni uppgiften Ge besked till familjen. Med brev är förvalt."),
                () -> new NoticePaper(form.denialReason(), null, null))).toList();
    }
}
