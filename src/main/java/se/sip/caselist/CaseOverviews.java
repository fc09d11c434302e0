package se.sip.caselist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.IdNumber;
import se.sip.casefile.NamedReaders;
import se.sip.closure.Notice;
import se.sip.closure.Notices;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseProcesses.OpenTask;
import se.sip.event.LateMeetings;
import se.sip.meeting.Meetings;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Mina ärenden: the cases that somebody's units convene, with what each waits for. */
@Service
@Transactional(readOnly = true)
class CaseOverviews {

    private final CaseFiles cases;
    private final Disclosures disclosures;
    private final NamedReaders named;
    private final CaseLog log;
    private final CaseProcesses processes;
    private final Meetings meetings;
    private final Plans plans;
    private final LateMeetings late;
    private final Notices notices;
    private final UnitRepository units;
    private final Clock clock;

    CaseOverviews(CaseFiles cases, Disclosures disclosures, NamedReaders named, CaseLog log, CaseProcesses processes, Meetings meetings,
            Plans plans, LateMeetings late, Notices notices, UnitRepository units, Clock clock) {
        this.cases = cases;
        this.disclosures = disclosures;
        this.named = named;
        this.log = log;
        this.processes = processes;
        this.meetings = meetings;
        this.plans = plans;
        this.late = late;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    /** The cases that the member's units convene, or that their manager answers for; open ones first. */
    List<CaseOverview> mine(StaffMember staff) {
        return cases.convenedBy(new ArrayList<>(conveningUnits(staff))).stream()
                .filter(c -> staff.counties().contains(c.county()) && named.letsIn(staff.userId(), c))
                .sorted(Comparator.comparing((CaseFile c) -> !c.isOpen())
                        .thenComparing(CaseFile::number, Comparator.reverseOrder()))
                .map(this::overview).toList();
    }

    /** One case, for those who may read it. */
    Optional<CaseFile> readable(StaffMember staff, String number) {
        return cases.find(number).filter(c -> mayRead(staff, c));
    }

    CaseOverview overview(CaseFile caseFile) {
        String number = caseFile.number();
        List<OpenTask> open = caseFile.isOpen() ? processes.openTasks(number) : List.of();
        List<String> awaited = open.stream().map(t -> t.name() + unitsOf(t)).distinct().toList();
        return new CaseOverview(number, cases.personOf(caseFile).name(), caseFile.phase().swedish(),
                caseFile.isOpen(), unitName(caseFile.convenerUnit()), caseFile.discoveredOn(), caseFile.meetingDue(),
                caseFile.isOpen() && late.isPassed(number) && meetings.lastHeld(number).isEmpty(),
                nextDate(number, open), awaited, caseFile.endKind() == null ? null : caseFile.endKind().swedish(),
                caseFile.previousNumber());
    }

    /** Cases of a person that the member may read. Each is noted in its case's story. */
    @Transactional
    List<CaseOverview> ofPerson(StaffMember staff, IdNumber idNumber) {
        var found = new ArrayList<CaseOverview>();
        for (String county : staff.counties()) {
            for (CaseFile caseFile : cases.of(county, idNumber.text())) {
                if (mayRead(staff, caseFile)) {
                    log.add(caseFile.number(), "FOUND_BY_PERSON_NUMBER");
                    found.add(overview(caseFile));
                }
            }
        }
        return found;
    }

    /** What the member's units have been told lately, newest first. */
    List<Notice> told(StaffMember staff) {
        LocalDate since = LocalDate.now(clock).minusDays(30);
        return notices.toStaff(staff.units(), managedUnits(staff)).stream()
                .filter(n -> !n.createdAt().toLocalDate().isBefore(since))
                .filter(n -> cases.find(n.caseNumber()).filter(c -> named.letsIn(staff.userId(), c)).isPresent())
                .limit(20).toList();
    }

    /** The manager answers for the unit's cases and sees them. */
    boolean mayRead(StaffMember staff, CaseFile caseFile) {
        return disclosures.mayRead(staff, caseFile)
                || staff.counties().contains(caseFile.county()) && managedUnits(staff).contains(
                        caseFile.convenerUnit()) && named.letsIn(staff.userId(), caseFile);
    }

    boolean convenes(StaffMember staff, CaseFile caseFile) {
        return staff.counties().contains(caseFile.county())
                && conveningUnits(staff).contains(caseFile.convenerUnit())
                && named.letsIn(staff.userId(), caseFile);
    }

    private static Set<String> conveningUnits(StaffMember staff) {
        var all = new LinkedHashSet<>(staff.units());
        all.addAll(managedUnits(staff));
        return all;
    }

    private static Set<String> managedUnits(StaffMember staff) {
        var managed = new LinkedHashSet<String>();
        staff.groups().stream().filter(g -> g.endsWith(Unit.MANAGER_SUFFIX))
                .map(g -> g.substring(0, g.length() - Unit.MANAGER_SUFFIX.length())).forEach(managed::add);
        return managed;
    }

    private LocalDate nextDate(String number, List<OpenTask> open) {
        return Stream.of(open.stream().map(OpenTask::due),
                        meetings.booked(number).stream().map(m -> m.startsAt().toLocalDate()),
                        plans.current(number).stream().map(PlanVersion::followUpOn))
                .flatMap(s -> s).filter(d -> d != null).min(Comparator.naturalOrder()).orElse(null);
    }

    private String unitsOf(OpenTask task) {
        List<String> names = task.groups().stream().map(this::unitName).toList();
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private String unitName(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }
}
