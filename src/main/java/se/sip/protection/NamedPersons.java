package se.sip.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.access.UnitStaff;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Guardian;
import se.sip.casefile.NamedReader;
import se.sip.casefile.NamedReaders;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.unit.PrincipalId;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** A unit's manager names who works with a case of protected identity; the convener says whether there is one. */
@Service
@Transactional
class NamedPersons {

    private final CaseFiles cases;
    private final CaseLog log;
    private final NamedReaders named;
    private final NamedTasks tasks;
    private final Disclosures disclosures;
    private final UnitRepository units;
    private final UnitStaff unitStaff;
    private final StaffNames names;

    NamedPersons(CaseFiles cases, CaseLog log, NamedReaders named, NamedTasks tasks, Disclosures disclosures,
            UnitRepository units, UnitStaff unitStaff, StaffNames names) {
        this.cases = cases;
        this.log = log;
        this.named = named;
        this.tasks = tasks;
        this.disclosures = disclosures;
        this.units = units;
        this.unitStaff = unitStaff;
        this.names = names;
    }

    /** Somebody named in a case. {@code id} is null for the convener, who is so by the case itself. */
    record Named(Long id, String name, String reason) {
    }

    /** A case as a manager sees it who is not named in it: its number, and who is. Nothing of whom it concerns. */
    record Line(String caseNumber, String unitId, String unitName, List<Named> named,
            List<UnitStaff.Colleague> colleagues) {
    }

    /** Cases in which a unit of the manager takes part: running ones, and ended ones that wait for the archivists. */
    @Transactional(readOnly = true)
    List<Line> forManager(StaffMember manager) {
        var lines = new ArrayList<Line>();
        for (String county : manager.counties()) {
            for (CaseFile caseFile : Stream.concat(cases.protectedIn(county).stream(),
                    cases.endedProtectedIn(county).stream()).toList()) {
                for (String unit : unitsOf(caseFile)) {
                    if (manages(manager, unit)) {
                        lines.add(line(caseFile, unit));
                    }
                }
            }
        }
        return lines;
    }

    /** @return what is wrong, in Swedish; empty where it is done */
    Optional<String> name(StaffMember manager, String caseNumber, String unitId, String userId, String reason) {
        Optional<CaseFile> found = managed(manager, caseNumber, unitId);
        if (found.isEmpty()) {
            return Optional.of("Ärendet finns inte, eller så är du inte chef för enheten.");
        }
        if (eligible(found.get(), unitId).stream().noneMatch(c -> c.userId().equals(userId))) {
            return Optional.of(found.get().isOpen() ? "Välj någon som arbetar i enheten."
                    : "Ärendet är avslutat. Välj en av huvudmannens arkivansvariga.");
        }
        if (reason == null || reason.isBlank()) {
            return Optional.of("Skriv varför personen namnges, till exempel att någon annan är borta.");
        }
        if (reason.length() > 1000) {
            return Optional.of("Skälet får ha högst 1 000 tecken.");
        }
        named.name(found.get(), unitId, userId, names.of(userId) + ": " + reason.strip());
        tasks.offerAnew(caseNumber);
        return Optional.empty();
    }

    /** Takes a naming back; nothing happens where the manager has none to take back. */
    void end(StaffMember manager, String caseNumber, String unitId, long readerId) {
        managed(manager, caseNumber, unitId).ifPresent(caseFile -> {
            boolean ofUnit = named.of(caseNumber).stream()
                    .anyMatch(n -> n.id() == readerId && n.unitId().equals(unitId));
            if (ofUnit) {
                named.end(caseFile, readerId);
                tasks.offerAnew(caseNumber);
            }
        });
    }

    /** Sets the protection of the person and of each guardian, for a reason; whoever sets it is named. */
    void protect(StaffMember convener, CaseFile caseFile, Protection ofPerson, Map<Long, Protection> ofGuardians,
            String reason) {
        cases.protect(caseFile, ofPerson, ofGuardians);
        log.add(caseFile.number(), "PROTECTION_CHANGED", reason);
        if (named.isRestricted(caseFile)) {
            named.name(caseFile, caseFile.convenerUnit(), convener.userId(),
                    names.of(convener.userId()) + ": registrerade skyddet");
        }
        tasks.offerAnew(caseFile.number());
    }

    Person personOf(CaseFile caseFile) {
        return cases.personOf(caseFile);
    }

    List<Guardian> guardiansOf(CaseFile caseFile) {
        return cases.guardiansOf(caseFile);
    }

    /** The running case, for a named convener or, where nothing is protected, anybody of the convening unit. */
    Optional<CaseFile> convened(StaffMember staff, String caseNumber) {
        return cases.find(caseNumber).filter(c -> c.isOpen() && staff.worksIn(c.convenerUnit())
                && disclosures.mayRead(staff, c));
    }

    private Optional<CaseFile> managed(StaffMember manager, String caseNumber, String unitId) {
        return cases.find(caseNumber).filter(c -> manager.counties().contains(c.county())
                && manages(manager, unitId) && named.isRestricted(c) && unitsOf(c).contains(unitId));
    }

    private static boolean manages(StaffMember staff, String unitId) {
        return staff.worksIn(unitId + Unit.MANAGER_SUFFIX);
    }

    private Set<String> unitsOf(CaseFile caseFile) {
        var all = new TreeSet<>(tasks.unitsWithTasks(caseFile.number()));
        all.add(caseFile.convenerUnit());
        // What has ended is still to be taken over by whoever received it.
        all.addAll(disclosures.of(caseFile.number()).stream().filter(d -> d.closedAt() == null || !caseFile.isOpen())
                .map(d -> d.unitId()).collect(Collectors.toSet()));
        return all;
    }

    private Line line(CaseFile caseFile, String unitId) {
        var who = new ArrayList<Named>();
        if (unitId.equals(caseFile.convenerUnit()) && !caseFile.convenerUser().isBlank()) {
            who.add(new Named(null, names.of(caseFile.convenerUser()), "Sammankallar"));
        }
        named.of(caseFile.number()).stream().filter(n -> n.unitId().equals(unitId))
                .map((NamedReader n) -> new Named(n.id(), names.of(n.userId()), n.reason())).forEach(who::add);
        return new Line(caseFile.number(), unitId, units.findById(unitId).map(Unit::name).orElse("Enhet"), who,
                eligible(caseFile, unitId));
    }

    /** Whom the manager may name: colleagues while the case runs, after that the principal's archivists. */
    private List<UnitStaff.Colleague> eligible(CaseFile caseFile, String unitId) {
        return caseFile.isOpen() ? unitStaff.of(unitId) : units.findById(unitId).flatMap(PrincipalId::of)
                .map(principal -> unitStaff.of(principal.archivists())).orElse(List.of());
    }
}
