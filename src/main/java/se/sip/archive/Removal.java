package se.sip.archive;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.archive.RecordRules.Child;
import se.sip.archive.RecordRules.Table;
import se.sip.audit.AuditLog;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.NamedReaders;
import se.sip.casefile.Person;
import se.sip.engine.CaseHistory;

/**
 * Takes an ended case away: its records, what the engine remembers, and the packages, in one transaction. What stays is
 * the audit log, the receipts, and that there was a case.
 */
@Service
class Removal {

    private final EndedCases ended;
    private final Archives archives;
    private final ArchivePackageRepository packages;
    private final RemovedCases removed;
    private final RecordRules rules;
    private final CaseFiles cases;
    private final NamedReaders named;
    private final CaseHistory history;
    private final AuditLog audit;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Removal(EndedCases ended, Archives archives, ArchivePackageRepository packages, RemovedCases removed,
            RecordRules rules, CaseFiles cases, NamedReaders named, CaseHistory history, AuditLog audit,
            JdbcTemplate jdbc, Clock clock) {
        this.ended = ended;
        this.archives = archives;
        this.packages = packages;
        this.removed = removed;
        this.rules = rules;
        this.cases = cases;
        this.named = named;
        this.history = history;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return why it was not done, in Swedish; empty where the case is gone, now or before */
    @Transactional
    List<String> remove(StaffMember admin, String number) {
        // Held to the end, so that nothing is written to the case meanwhile and a second click waits and finds it gone.
        jdbc.queryForList("select id from sip.case_file where number = ? for update", Long.class, number);
        if (removed.find(number).filter(f -> admin.counties().contains(f.county())).isPresent()) {
            return List.of();
        }
        Optional<CaseFile> found = ended.find(admin.counties(), number);
        if (found.isEmpty()) {
            return List.of("Inget avslutat ärende i ditt län har det numret.");
        }
        List<String> missing = archives.missing(found.get());
        if (missing.isEmpty()) {
            remove(admin, found.get());
        }
        return missing;
    }

    private void remove(StaffMember admin, CaseFile caseFile) {
        String number = caseFile.number();
        Person person = cases.personOf(caseFile);
        removed.add(new RemovedCase(number, caseFile.county(), removed.keyOf(caseFile.county(), person.idNumber()),
                named.isRestricted(caseFile), caseFile.endedAt(), LocalDateTime.now(clock), admin.userId()));
        audit.removed(number);
        removeDrafts(number);
        var tables = new ArrayList<>(rules.tables());
        Collections.reverse(tables);
        tables.forEach(table -> removeRows(table, number));
        if (cases.of(person.county(), person.idNumber()).isEmpty()) {
            jdbc.update("delete from sip.guardian where person_id = ?", person.id());
            jdbc.update("delete from sip.person where id = ?", person.id());
        }
        packages.findByCaseNumberOrderById(number).forEach(p -> packages.save(p.withContent(null)));
        history.remove(number);
    }

    /** Of tasks that were called off with something written in them. */
    private void removeDrafts(String number) {
        jdbc.update("delete from sip.draft where task_id = ?", "mote:" + number);
        history.tasks(number).forEach(task -> jdbc.update("delete from sip.draft where task_id = ?", task));
    }

    private void removeRows(Table table, String number) {
        String ofCase = "from sip." + table.table() + " where " + table.key() + " = ?";
        table.children().forEach(child -> removeBelow(child, "select " + table.id() + " " + ofCase, number));
        if (table.unlink() != null) {
            jdbc.update("update sip." + table.table() + " set " + table.unlink() + " = null where " + table.key() + " = ?",
                    number);
        }
        jdbc.update("delete " + ofCase, number);
    }

    private void removeBelow(Child child, String parents, String number) {
        String below = "from sip." + child.table() + " where " + child.by() + " in (" + parents + ")";
        child.children().forEach(c -> removeBelow(c, "select " + child.id() + " " + below, number));
        jdbc.update("delete " + below, number);
    }
}
