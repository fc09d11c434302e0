package se.sip.closure;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.Codes;
import se.sip.casefile.EndKind;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Order;
import se.sip.correspondence.Papers;
import se.sip.correspondence.Previews;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.tasklist.FormSheets.Sheet;

/** Shows what an ending leads to: who is told that it is over, and the letter to those who do not read here. */
@Component
public class EndingSheets {

    private static final Codes TOLD = Codes.of(List.of("VGU-160", "VGU-162", "HAL-124", "HAL-127", "BOR-76"));

    private final Involved involved;
    private final ClosureLetters letters;
    private final Previews previews;

    EndingSheets(Involved involved, ClosureLetters letters, Previews previews) {
        this.involved = involved;
        this.letters = letters;
        this.previews = previews;
    }

    /**
     * @param reason told only in the letters that tell one (VGB-11, VGU-101)
     * @param whereToTurn null where it is written later
     */
    public List<Sheet> of(String caseNumber, EndKind kind, String reason, String whereToTurn) {
        return involved.ofEnding(caseNumber, kind).stream().map(to -> to.readsHere() ? notice(caseNumber, to)
                : letter(caseNumber, to, kind, reason, whereToTurn)).toList();
    }

    private Sheet notice(String caseNumber, Addressee to) {
        return previews.of(Order.of(caseNumber, Purpose.CLOSED, to, "preview", "1", Way.MAIL).withClauses(TOLD)
                .withWhy("Alla som har medverkat får veta att SIP:en inte längre gäller."), () -> null);
    }

    private Sheet letter(String caseNumber, Addressee to, EndKind kind, String reason, String whereToTurn) {
        Purpose purpose = letters.purpose(caseNumber, to, kind);
        return previews.of(Order.of(caseNumber, purpose, to, "preview", "1", Way.LETTER).withClauses(TOLD)
                .withWhy("Beskedet ges i uppgiften Ge besked till familjen. Så här ser det ut som brev."),
                () -> ClosureDocuments.paper(Papers.kindOf(purpose).orElseThrow(), reason, whereToTurn));
    }
}
