package se.sip.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.casefile.NamedReaders;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.Documents.Reader;
import se.sip.correspondence.document.LogPaper;
import se.sip.correspondence.document.Swedish;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What a granskare asks of the log, in their own counties. */
@Component
class LogSearch {

    static final int MOST = 500;
    private static final int MOST_IN_EXTRACT = 20_000;

    private final AuditChains chains;
    private final AuditTexts texts;
    private final CaseFiles cases;
    private final FormerCases former;
    private final NamedReaders named;
    private final UnitRepository units;
    private final StaffNames names;
    private final Documents documents;
    private final IdNumbers numbers;

    LogSearch(AuditChains chains, AuditTexts texts, CaseFiles cases, FormerCases former, NamedReaders named, UnitRepository units,
            StaffNames names, Documents documents, IdNumbers numbers) {
        this.chains = chains;
        this.texts = texts;
        this.cases = cases;
        this.former = former;
        this.named = named;
        this.units = units;
        this.names = names;
        this.documents = documents;
        this.numbers = numbers;
    }

    /**
     * What is asked for; null is everything.
     *
     * @param cases numbers
     * @param user user id
     */
    record Question(List<String> cases, String user, String unit, LocalDate from, LocalDate to, AuditAction action) {
    }

    /** One row as it is read. @param chain the case, or "–" */
    record Line(String chain, long seq, String at, String who, String userId, String unit, String what, String why) {
    }

    /** Numbers of cases by number or person number, in the reviewer's counties; those whose records are gone too. */
    List<String> casesOf(StaffMember me, String numberOrPerson) {
        Optional<IdNumber> id = numbers.parse(numberOrPerson);
        if (id.isPresent()) {
            return me.counties().stream().flatMap(county -> Stream.concat(
                    cases.of(county, id.get().text()).stream().map(CaseFile::number),
                    former.of(county, id.get().text()).stream())).toList();
        }
        return cases.find(numberOrPerson).filter(c -> me.counties().contains(c.county())).map(CaseFile::number)
                .or(() -> former.find(numberOrPerson).filter(f -> me.counties().contains(f.county()))
                        .map(FormerCases.Former::caseNumber)).stream().toList();
    }

    List<Line> find(StaffMember me, Question question) {
        return entries(me, question, MOST).stream().map(this::line).toList();
    }

    /**
     * The person's own extract (PDL 8:5): what units have read or changed of their cases, and when.
     *
     * @param asked what was asked for, which is all that is known of the person where the records are gone
     */
    byte[] extract(StaffMember me, String asked, List<String> ofPerson, LocalDate from, LocalDate to) {
        List<LogPaper.Row> rows = entries(me, new Question(ofPerson, null, null, from, to, null), MOST_IN_EXTRACT).stream()
                .filter(e -> e.action() != AuditAction.REFUSED && e.occasion() != Occasion.SYSTEM)
                .map(e -> new LogPaper.Row(moment(e), e.chain(), unit(e), texts.what(e),
                        e.occasion().swedish())).toList();
        String period = (from == null ? "från början" : "från " + Swedish.day(from)) + " till "
                + (to == null ? "i dag" : Swedish.day(to));
        var paper = new LogPaper(period, rows);
        return ofPerson.stream().filter(number -> cases.find(number).isPresent()).findFirst()
                .map(number -> documents.preview(number, DocumentKind.LOG_EXTRACT, paper,
                        Reader.preview(Reader.Role.PERSON, List.of())))
                .orElseGet(() -> documents.withoutCase(former.find(ofPerson.get(0)).orElseThrow().county(),
                        DocumentKind.LOG_EXTRACT, paper, asked));
    }

    private List<AuditEntry> entries(StaffMember me, Question q, int most) {
        var where = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        where.add("county in (" + marks(me.counties().size()) + ")");
        parameters.addAll(me.counties());
        if (q.cases() != null) {
            where.add("chain in (" + marks(q.cases().size()) + ")");
            parameters.addAll(q.cases());
        }
        add(where, parameters, "actor = ?", q.user());
        add(where, parameters, "actor_unit = ?", q.unit());
        add(where, parameters, "action = ?", q.action() == null ? null : q.action().name());
        add(where, parameters, "happened_at >= ?", q.from() == null ? null
                : Timestamp.valueOf(q.from().atStartOfDay()));
        add(where, parameters, "happened_at < ?", q.to() == null ? null
                : Timestamp.valueOf(q.to().plusDays(1).atStartOfDay()));
        return chains.find(String.join(" and ", where), parameters, most);
    }

    private static void add(List<String> where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.add(condition);
            parameters.add(value);
        }
    }

    /** A question in which nothing can be found where there is nothing to ask for. */
    private static String marks(int count) {
        return count == 0 ? "null" : String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    private Line line(AuditEntry entry) {
        return new Line(entry.chain().equals(AuditChains.NO_CASE) ? "–" : entry.chain(), entry.seq(), moment(entry),
                names.of(entry.actor()), entry.actor(), unit(entry), texts.what(entry), why(entry));
    }

    /** Where the identity is protected, which unit could tell where the person lives. */
    private String unit(AuditEntry entry) {
        if (entry.unit() == null) {
            return "–";
        }
        Optional<Unit> unit = units.findById(entry.unit());
        boolean hidden = cases.find(entry.chain()).map(named::isRestricted)
                .orElseGet(() -> former.find(entry.chain()).filter(FormerCases.Former::restricted).isPresent());
        return unit.map(u -> hidden ? u.kind().swedish() : u.name()).orElse(hidden ? "–" : entry.unit());
    }

    private static String why(AuditEntry entry) {
        return entry.occasion().swedish() + (entry.reason() == null ? "" : ": " + entry.reason());
    }

    private static String moment(AuditEntry entry) {
        return entry.at().toString().replace('T', ' ').substring(0, 16);
    }
}
