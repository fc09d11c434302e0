package se.sip.closure;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.Codes;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Order;
import se.sip.correspondence.Previews;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.correspondence.document.DocumentKind;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/avsluta.html} leads to: who is told that the SIP is over, and how. */
@Component
class ClosureSheets implements FormSheets<ClosureForm> {

    private final Involved involved;
    private final Previews previews;

    ClosureSheets(Involved involved, Previews previews) {
        this.involved = involved;
        this.previews = previews;
    }

    @Override
    public String form() {
        return "avsluta";
    }

    @Override
    public List<Sheet> of(ClosureForm form, FormSituation where) {
        if (!Boolean.TRUE.equals(form.closeIt())) {
            return List.of();
        }
        return involved.all(where.caseNumber()).stream().map(to -> sheet(form, where.caseNumber(), to)).toList();
    }

    private Sheet sheet(ClosureForm form, String number, Addressee to) {
        boolean here = to.readsHere();
        return previews.of(Order.of(number, Purpose.CLOSED, to, "preview", "1", here ? Way.MAIL : Way.LETTER)
                .withClauses(Codes.of(List.of("VGU-160", "VGU-162", "HAL-124", "HAL-127", "BOR-76")))
                .withWhy(here ? "Alla som har medverkat får veta att SIP:en inte längre gäller, när ångertiden är slut."
                        : "Beskedet ges i uppgiften Ge besked till familjen. Så här ser det ut som brev."),
                () -> ClosureDocuments.paper(DocumentKind.CLOSED, null, form.whereToTurn()));
    }
}
