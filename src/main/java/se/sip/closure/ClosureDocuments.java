package se.sip.closure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.DocumentSource;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.NoticePaper;
import se.sip.correspondence.document.Paper;

/** What the family is told in writing when a SIP is not made, not needed or over. */
@Component
class ClosureDocuments implements DocumentSource {

    private final Closures closures;
    private final CaseFiles cases;

    ClosureDocuments(Closures closures, CaseFiles cases) {
        this.closures = closures;
        this.cases = cases;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return EnumSet.of(DocumentKind.DENIAL, DocumentKind.NOT_NEEDED, DocumentKind.NO_SIP, DocumentKind.CLOSED);
    }

    @Override
    public Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader) {
        return Optional.of(paper(kind, cases.byNumber(caseNumber).endReason(),
                closures.latest(caseNumber).map(Closure::whereToTurn).orElse(null)));
    }

    /** A closing tells no reason: it goes to all, and the reason may be health data (VGU-160). */
    static NoticePaper paper(DocumentKind kind, String reason, String whereToTurn) {
        boolean withReason = kind == DocumentKind.DENIAL || kind == DocumentKind.NOT_NEEDED;
        return new NoticePaper(withReason ? reason : null, null, whereToTurn);
    }
}
