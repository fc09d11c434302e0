package se.sip.archive;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.archive.PackageContent.Paper;
import se.sip.casefile.CaseFile;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Papers;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.Documents.Reader;

/** Gathers what a principal made or received in a case: its rows, and the documents that reached its units. */
@Component
class PackageContents {

    private final RecordRows rows;
    private final Documents documents;
    private final JdbcTemplate jdbc;

    PackageContents(RecordRows rows, Documents documents, JdbcTemplate jdbc) {
        this.rows = rows;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    PackageContent of(CaseFile caseFile, Part part) {
        List<Sent> sent = sent(caseFile.number(), part);
        var papers = new ArrayList<Paper>();
        Set<String> keys = new HashSet<>();
        for (Document document : documents.of(caseFile.number())) {
            if (isOf(document, part, sent)) {
                papers.add(new Paper("dokument/%04d-%s.pdf".formatted(papers.size() + 1,
                        document.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                        document.kind().swedish() + ", version " + document.versionNo(), document.content(), true));
                keys.add(document.key());
            }
        }
        sent.stream().filter(s -> s.kind().isPresent() && !keys.contains(s.documentKey(caseFile.number())))
                .forEach(s -> documents.preview(caseFile.number(), s.kind().get(), s.subject(),
                        new Reader(s.addressee(), Reader.Role.PARTICIPANT, List.of()))
                        .ifPresent(pdf -> papers.add(new Paper("dokument/%04d-%s.pdf".formatted(papers.size() + 1,
                                s.kind().get().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                                s.kind().get().swedish() + ", läst i SIP, utskriven för arkivpaketet", pdf, false))));
        return new PackageContent(caseFile.number(), part.principal(), part.whole(), caseFile.endedAt(),
                rows.of(caseFile, part), papers);
    }

    private static boolean isOf(Document document, Part part, List<Sent> sent) {
        return part.whole() || wasMadeBy(part, document.madeAt())
                || sent.stream().anyMatch(s -> s.documentKey(document.caseNumber()).equals(document.key()));
    }

    private static boolean wasMadeBy(Part part, LocalDateTime at) {
        return part.convenedUntil() != null && !at.isAfter(part.convenedUntil());
    }

    /** What has reached one of the principal's units. */
    private record Sent(Optional<DocumentKind> kind, String addressee, String subject, String version) {

        /** As {@link Documents} writes it. */
        String documentKey(String caseNumber) {
            return String.join("|", caseNumber, kind.map(Enum::name).orElse(""), addressee, subject, version);
        }
    }

    private List<Sent> sent(String caseNumber, Part part) {
        return jdbc.query("""
                select d.purpose, d.addressee_kind, d.addressee_key, d.subject, d.subject_version, p.unit_id
                  from sip.delivery d left join sip.participant p on p.id = d.participant_id
                 where d.case_number = ? and d.status in ('SENT', 'ACKNOWLEDGED', 'IN_DIGEST') order by d.id""",
                (row, n) -> Map.entry(unit(row.getString(2), row.getString(3), row.getString(6)), new Sent(
                        Papers.kindOf(Purpose.valueOf(row.getString(1))), row.getString(2) + ":" + row.getString(3),
                        row.getString(4), row.getString(5))), caseNumber).stream()
                .filter(e -> part.units().contains(e.getKey())).map(Map.Entry::getValue).toList();
    }

    /** A unit without login is written to as somebody outside; none for the family. */
    private static String unit(String kind, String key, String participantUnit) {
        return switch (Addressee.Kind.valueOf(kind)) {
            case UNIT, MANAGERS -> key;
            case OUTSIDE -> participantUnit == null ? "" : participantUnit;
            case GUARDIAN, PERSON -> "";
        };
    }
}
