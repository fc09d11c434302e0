package se.sip.correspondence.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Person;
import se.sip.consent.Consents;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Makes documents, keeps them as they were made, and shows how one would look. */
@Service
@Transactional
public class Documents {

    private final DocumentRepository documents;
    private final PaperWriter writer;
    private final Map<DocumentKind, DocumentSource> sources = new EnumMap<>(DocumentKind.class);
    private final CaseFiles cases;
    private final Discretion discretion;
    private final UnitRepository units;
    private final Consents consents;
    private final CaseLog log;
    private final StaffDirectory staff;
    private final Clock clock;

    Documents(DocumentRepository documents, PaperWriter writer, List<DocumentSource> sources, CaseFiles cases,
            Discretion discretion, UnitRepository units, Consents consents, CaseLog log, StaffDirectory staff, Clock clock) {
        this.documents = documents;
        this.writer = writer;
        sources.forEach(source -> source.kinds().forEach(kind -> this.sources.put(kind, source)));
        this.cases = cases;
        this.discretion = discretion;
        this.units = units;
        this.consents = consents;
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Who a document is for.
     *
     * @param key kind and key of the addressee
     * @param role what may be withheld from the reader
     * @param window address lines for the envelope; empty where it is not posted
     */
    public record Reader(String key, Role role, List<String> window) {

        /** What the reader is to the person. */
        public enum Role {
            /** A unit or somebody else who takes part, and staff who print. */
            PARTICIPANT,
            GUARDIAN,
            PERSON
        }

        /** One whom a document is shown for before it is made. */
        public static Reader preview(Role role, List<String> window) {
            return new Reader("preview", role, window);
        }
    }

    /**
     * Makes a document and keeps it. Made again for the same reader, subject and version of the subject, the kept one
     * is the answer: what was sent and what is kept are the same.
     *
     * @return empty where there is nothing to say
     */
    public Optional<Document> make(String caseNumber, DocumentKind kind, String subject, String subjectVersion,
            Reader reader) {
        String key = String.join("|", caseNumber, kind.name(), reader.key(), subject, subjectVersion);
        Optional<Document> kept = documents.findByKey(key);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Document> before = of(caseNumber).stream().filter(d -> d.kind() == kind
                && d.subject().equals(subject) && d.addressee().equals(reader.key())).reduce((a, b) -> b);
        int version = before.map(Document::versionNo).orElse(0) + 1;
        return preview(caseNumber, kind, subject, reader, version).map(pdf -> {
            CaseFile caseFile = cases.byNumber(caseNumber);
            Document made = documents.save(new Document(null, key, caseNumber, kind, reader.key(), subject, version,
                    before.map(Document::id).orElse(null),
                    consents.current(caseNumber).map(c -> "samtycke:" + c.id()).orElse(null),
                    writer.templateOf(caseFile.county(), kind), LocalDateTime.now(clock),
                    staff.current().map(StaffDirectory.StaffMember::userId).orElse("systemet"), hash(pdf), pdf));
            log.add(caseNumber, "DOCUMENT_MADE", kind.swedish());
            return made;
        });
    }

    /** How a document would look now; nothing is kept. */
    @Transactional(readOnly = true)
    public Optional<byte[]> preview(String caseNumber, DocumentKind kind, String subject, Reader reader) {
        return preview(caseNumber, kind, subject, reader, 1);
    }

    /** How a document with this content would look now, before the content is kept. */
    @Transactional(readOnly = true)
    public byte[] preview(String caseNumber, DocumentKind kind, Paper paper, Reader reader) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return writer.write(caseFile.county(), kind.template(), head(caseFile, kind, reader, 1), paper);
    }

    /** A document about a case whose records are gone. @param about all that is known of whom it concerns */
    public byte[] withoutCase(String county, DocumentKind kind, Paper paper, String about) {
        return writer.write(county, kind.template(), new Head("", null, "", Swedish.day(LocalDate.now(clock)), List.of(),
                about, true, kind.swedish(), 1), paper);
    }

    /** The documents of a case, oldest first, without asking who reads. */
    @Transactional(readOnly = true)
    public List<Document> of(String caseNumber) {
        return documents.findByCaseNumberOrderById(caseNumber);
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(long id) {
        return documents.findById(id);
    }

    private Optional<byte[]> preview(String caseNumber, DocumentKind kind, String subject, Reader reader,
            int version) {
        DocumentSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("No part of the field writes " + kind);
        }
        CaseFile caseFile = cases.byNumber(caseNumber);
        return source.paper(caseNumber, kind, subject, reader).map(paper -> writer.write(
                caseFile.county(), kind.template(), head(caseFile, kind, reader, version), paper));
    }

    /** With a protected identity neither place nor unit may be read from it (OSL 22:1). */
    private Head head(CaseFile caseFile, DocumentKind kind, Reader reader, int version) {
        Person person = cases.personOf(caseFile);
        Optional<Unit> convener = units.findById(caseFile.convenerUnit());
        boolean hidden = discretion.isProtected(caseFile.number());
        String sender = convener.map(u -> hidden ? u.kind().swedish() : u.name()).orElse("");
        return new Head(sender, hidden ? null : convener.map(Unit::phone).orElse(null),
                caseFile.number(), Swedish.day(LocalDate.now(clock)), reader.window(), person.name(),
                person.isAdultOn(LocalDate.now(clock)), kind.swedish(), version);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
