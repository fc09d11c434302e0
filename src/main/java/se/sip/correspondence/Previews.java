package se.sip.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.Paper;
import se.sip.county.CountyClauses;
import se.sip.tasklist.FormSheets.Sheet;

/** Shows what an order will become before it is placed: who gets what which way and why, and the document as it goes. */
@Component
public class Previews {

    private final Grounds grounds;
    private final AddressBook addresses;
    private final Papers papers;
    private final Documents documents;
    private final CountyClauses clauses;
    private final CaseFiles cases;

    Previews(Grounds grounds, AddressBook addresses, Papers papers, Documents documents,
            CountyClauses clauses, CaseFiles cases) {
        this.grounds = grounds;
        this.addresses = addresses;
        this.papers = papers;
        this.documents = documents;
        this.clauses = clauses;
        this.cases = cases;
    }

    /** @param paper what the document will say; asked only where the document is looked at */
    public Sheet of(Order order, Supplier<Paper> paper) {
        String number = order.caseNumber();
        String county = cases.byNumber(number).county();
        Addressee to = order.addressee();
        Optional<DocumentKind> kind = Papers.kindOf(order.purpose());
        String what = kind.map(DocumentKind::swedish).orElse(order.purpose().swedish());
        Optional<Grounds.Hindrance> hindrance = grounds.hindrance(order);
        if (hindrance.isPresent()) {
            String why = hindrance.get().swedish();
            return new Sheet(addresses.nameOf(number, to), what, "Skickas inte",
                    why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1) + ".",
                    clauses.of(county, List.of("VGV-25", "VGU-61", "HAL-47", "BOR-35")), null);
        }
        boolean onlyMail = order.ways().stream().allMatch(w -> w == Way.MAIL);
        return new Sheet(addresses.nameOf(number, to), what,
                order.ways().stream().map(Way::swedish).collect(Collectors.joining(", annars ")), order.why(),
                clauses.of(county, order.clauses().values()), onlyMail || kind.isEmpty() ? null
                        : () -> documents.preview(number, kind.get(), paper.get(),
                                Documents.Reader.preview(to.role(), papers.window(number, to))));
    }
}
