package se.sip.caselist;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.audit.AuditLog;
import se.sip.casefile.CaseLog;
import se.sip.casefile.IdNumber;

/**
 * Finds a person's cases among those one may see, as when a guardian phones and has no case number. Each case that is
 * found keeps in its story that it was looked for, and by whom.
 */
@Service
class CaseSearch {

    private static final int MOST = 50;
    private final MyCases cases;
    private final CaseLog log;
    private final AuditLog audit;

    CaseSearch(MyCases cases, CaseLog log, AuditLog audit) {
        this.cases = cases;
        this.log = log;
        this.audit = audit;
    }

    @Transactional
    List<CaseOverview> byIdNumber(StaffMember staff, IdNumber idNumber) {
        List<CaseOverview> found = cases.list(staff, CaseFilter.ofPerson(idNumber.text()), 0, MOST).rows();
        found.forEach(c -> log.add(c.number(), "FOUND_BY_PERSON_NUMBER"));
        audit.found(found.stream().map(CaseOverview::number).toList(), "på personnummer");
        return found;
    }

    /** @param name part of it, in the order it is written; protected persons are not found by name */
    @Transactional
    List<CaseOverview> byName(StaffMember staff, String name) {
        List<CaseOverview> found = cases.list(staff, CaseFilter.named(name), 0, MOST).rows();
        found.forEach(c -> log.add(c.number(), "FOUND_BY_NAME"));
        audit.found(found.stream().map(CaseOverview::number).toList(), "på namn");
        return found;
    }
}
