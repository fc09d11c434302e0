package se.sip.correspondence;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosures;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;

/** A case's documents: all of them for the convening unit, for another unit those made for it while it may read. */
@RestController
@RequestMapping("/api/cases/{number}/documents")
class DocumentController {

    /** Kinds that are about the case as a whole. */
    private static final Set<DocumentKind> TO_PRINT = EnumSet.of(DocumentKind.CONSENT, DocumentKind.INFORMATION,
            DocumentKind.INFORMATION_CHILD, DocumentKind.AGENDA, DocumentKind.PARTICIPANTS, DocumentKind.CLOSED,
            DocumentKind.FOLLOW_UP, DocumentKind.DENIAL, DocumentKind.NOT_NEEDED,
            DocumentKind.NO_SIP);

    private final Documents documents;
    private final Disclosures disclosures;
    private final CaseFiles cases;
    private final StaffDirectory staff;

    DocumentController(Documents documents, Disclosures disclosures, CaseFiles cases, StaffDirectory staff) {
        this.documents = documents;
        this.disclosures = disclosures;
        this.cases = cases;
        this.staff = staff;
    }

    /** @param hash SHA-256 of the PDF */
    record Line(Long id, String title, int version, LocalDateTime madeAt, String madeBy, String hash,
            Long supersedes) {
    }

    @ReadsCase(AuditSubject.DOCUMENTS)
    @GetMapping
    List<Line> all(@PathVariable String number) {
        return readable(number).stream().map(d -> new Line(d.id(), d.kind().swedish(), d.versionNo(), d.madeAt(),
                d.madeBy(), d.hash(), d.supersedes())).toList();
    }

    @ReadsCase(AuditSubject.DOCUMENT)
    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(@PathVariable String number, @PathVariable long id) {
        return readable(number).stream().filter(d -> d.id() == id).findFirst()
                .map(d -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"dokument-" + id + ".pdf\"")
                        .body(d.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A document as it would look now, to print or hand over; nothing is kept. For the convening unit. */
    @ReadsCase(AuditSubject.DOCUMENT)
    @GetMapping("/preview/{kind}")
    ResponseEntity<byte[]> preview(@PathVariable String number, @PathVariable DocumentKind kind) {
        StaffMember who = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        CaseFile caseFile = cases.find(number)
                .filter(c -> disclosures.mayRead(who, c) && who.worksIn(c.convenerUnit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!TO_PRINT.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return documents.preview(caseFile.number(), kind, "", Documents.Reader.preview(
                        Documents.Reader.Role.PARTICIPANT, List.of()))
                .map(pdf -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"dokument.pdf\"").body(pdf))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                        "Det finns inget att visa än. Mötet eller uppföljningen är inte bokad."));
    }

    private List<Document> readable(String number) {
        StaffMember who = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        CaseFile caseFile = cases.find(number).filter(c -> disclosures.mayRead(who, c))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean convenes = who.worksIn(caseFile.convenerUnit()) || disclosures.opensWhole(who, caseFile);
        return documents.of(number).stream().filter(d -> convenes || who.units().stream()
                .anyMatch(unit -> d.addressee().equals(Addressee.Kind.UNIT + ":" + unit))).toList();
    }
}
