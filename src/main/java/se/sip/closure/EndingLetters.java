package se.sip.closure;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Codes;
import se.sip.casefile.EndKind;
import se.sip.correspondence.Family;
import se.sip.correspondence.Order;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Papers;
import se.sip.correspondence.Previews;
import se.sip.correspondence.Way;
import se.sip.tasklist.FormSheets.Sheet;

/** The letters to the person and the guardians of an ending where no task asks how each is told: at discharge. */
@Component
public class EndingLetters {

    private final Closures closures;
    private final ClosureLetters letters;
    private final Family family;
    private final CaseFiles cases;
    private final Outbox outbox;
    private final Previews previews;

    EndingLetters(Closures closures, ClosureLetters letters, Family family, CaseFiles cases, Outbox outbox,
            Previews previews) {
        this.closures = closures;
        this.letters = letters;
        this.family = family;
        this.cases = cases;
        this.outbox = outbox;
        this.previews = previews;
    }

    /** Lays the letters of the case's ending forth to be posted. */
    public void send(String caseNumber) {
        Closure closure = closures.latest(caseNumber).orElseThrow();
        orders(caseNumber, closure.endKind(), "avslut:" + closure.id()).forEach(outbox::send);
    }

    /** The same letters before the case has ended. */
    public List<Sheet> shown(String caseNumber, EndKind kind, String reason) {
        return orders(caseNumber, kind, "preview").stream().map(order -> previews.of(order, () -> ClosureDocuments.paper(
                Papers.kindOf(order.purpose()).orElseThrow(), reason, null))).toList();
    }

    private List<Order> orders(String caseNumber, EndKind kind, String subject) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return family.writtenTo(caseFile).stream().map(to -> Order.of(caseNumber,
                letters.purpose(caseNumber, to, kind), to, subject, "1", Way.LETTER)
                .withClauses(Codes.of(List.of("VGU-101", "VGU-162")))
                .withWhy("Den det gäller får veta varför ingen SIP görs, och vart man vänder sig.")).toList();
    }
}
