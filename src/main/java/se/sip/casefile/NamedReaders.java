package se.sip.casefile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory;

/**
 * Where the person or a guardian has protected identity, only named persons see the case: the convener's own user, and
 * those whom a unit's manager has named. What anybody else may see of other cases, they do not see of this one.
 */
@Service
public class NamedReaders {

    private final NamedReaderRepository readers;
    private final PersonRepository persons;
    private final GuardianRepository guardians;
    private final CaseLog log;
    private final StaffDirectory staff;
    private final Clock clock;

    NamedReaders(NamedReaderRepository readers, PersonRepository persons, GuardianRepository guardians, CaseLog log,
            StaffDirectory staff, Clock clock) {
        this.readers = readers;
        this.persons = persons;
        this.guardians = guardians;
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whether only named persons see the case: the person or a guardian has protected identity, of any level. */
    public boolean isRestricted(CaseFile caseFile) {
        return persons.findById(caseFile.personId()).orElseThrow().isProtected()
                || guardians.findByPersonIdOrderById(caseFile.personId()).stream().anyMatch(Guardian::isProtected);
    }

    /** Whether a user is one of those named, or the case is open to all whom the other rules let in. */
    public boolean letsIn(String userId, CaseFile caseFile) {
        return !isRestricted(caseFile) || isNamed(userId, caseFile);
    }

    /** Users who may work with the case for a unit. */
    public Set<String> of(CaseFile caseFile, String unitId) {
        var users = new LinkedHashSet<String>();
        if (unitId.equals(caseFile.convenerUnit()) && !caseFile.convenerUser().isBlank()) {
            users.add(caseFile.convenerUser());
        }
        of(caseFile.number()).stream().filter(n -> n.unitId().equals(unitId)).forEach(n -> users.add(n.userId()));
        return users;
    }

    /** Those whom managers have named and who see the case now. */
    public List<NamedReader> of(String caseNumber) {
        return readers.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber);
    }

    /** Names somebody of a unit, once. */
    public void name(CaseFile caseFile, String unitId, String userId, String reason) {
        if (!of(caseFile, unitId).contains(userId)) {
            readers.save(new NamedReader(null, caseFile.number(), unitId, userId, reason, LocalDateTime.now(clock),
                    who(), null, null));
            log.add(caseFile.number(), "READER_NAMED", reason);
        }
    }

    /** Somebody named sees the case no longer. */
    public void end(CaseFile caseFile, long readerId) {
        of(caseFile.number()).stream().filter(n -> n.id() == readerId).forEach(this::end);
    }

    /** Nobody of the unit sees the case any longer. */
    public void endAll(CaseFile caseFile, String unitId) {
        of(caseFile.number()).stream().filter(n -> n.unitId().equals(unitId)).forEach(this::end);
    }

    private void end(NamedReader named) {
        readers.save(named.withEndedAt(LocalDateTime.now(clock)).withEndedBy(who()));
        log.add(named.caseNumber(), "READER_ENDED", named.reason());
    }

    private boolean isNamed(String userId, CaseFile caseFile) {
        return caseFile.convenerUser().equals(userId)
                || of(caseFile.number()).stream().anyMatch(n -> n.userId().equals(userId));
    }

    private String who() {
        return staff.current().map(StaffDirectory.StaffMember::userId).orElse("systemet");
    }
}
