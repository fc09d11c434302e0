package se.sip.caselist;

import java.time.Clock;
import java.time.LocalDate;
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
import se.sip.casefile.Disclosures;
import se.sip.casefile.NamedReaders;
import se.sip.casefile.Person;
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

/** Who may see which case, and what a case in short is. */
@Service
@Transactional(readOnly = true)
public class CaseOverviews {

    private final CaseFiles cases;
    private final Disclosures disclosures;
    private final NamedReaders named;
    private final CaseProcesses processes;
    private final Meetings meetings;
    private final Plans plans;
    private final LateMeetings late;
    private final Notices notices;
    private final UnitRepository units;
    private final Clock clock;

    CaseOverviews(CaseFiles cases, Disclosures disclosures, NamedReaders named, CaseProcesses processes,
            Meetings meetings, Plans plans, LateMeetings late, Notices notices, UnitRepository units, Clock clock) {
        this.cases = cases;
        this.disclosures = disclosures;
        this.named = named;
        this.processes = processes;
        this.meetings = meetings;
        this.plans = plans;
        this.late = late;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    /** One case, for those who may read it. */
    public Optional<CaseFile> readable(StaffMember staff, String number) {
        return cases.find(number).filter(c -> mayRead(staff, c));
    }

    /** Whom the case is about, in a line; empty where it is not the reader's to know, or the identity is protected. */
    Optional<String> card(StaffMember staff, String number) {
        return readable(staff, number).map(cases::personOf).filter(p -> !p.isProtected())
                .map(p -> p.name() + ", född " + p.birthDate().getYear());
    }

    CaseOverview overview(CaseFile caseFile) {
        String number = caseFile.number();
        List<OpenTask> open = caseFile.isOpen() ? processes.openTasks(number) : List.of();
        List<String> awaited = open.stream().map(t -> t.name() + unitsOf(t)).distinct().toList();
        Person person = cases.personOf(caseFile);
        return new CaseOverview(number, person.isProtected() ? CaseOverview.PROTECTED : person.name(),
                person.isProtected() ? null : person.birthDate().getYear(), caseFile.phase().swedish(),
                caseFile.isOpen(), unitName(caseFile.convenerUnit()), caseFile.discoveredOn(), caseFile.meetingDue(),
                caseFile.isOpen() && late.isPassed(number) && meetings.lastHeld(number).isEmpty(),
                nextDate(number, open), awaited, caseFile.endKind() == null ? null : caseFile.endKind().swedish(),
                caseFile.previousNumber());
    }

    /** What the member's units have been told lately, newest first. */
    List<Notice> told(StaffMember staff) {
        return notices.toStaff(staff.units(), staff.managedUnits(), LocalDate.now(clock).minusDays(30).atStartOfDay())
                .stream().filter(n -> cases.find(n.caseNumber()).filter(c -> named.letsIn(staff.userId(), c)).isPresent())
                .toList();
    }

    /** Whoever works with cases and manages the convening unit sees its cases too; a manager alone sees none. */
    public boolean mayRead(StaffMember staff, CaseFile caseFile) {
        return disclosures.mayRead(staff, caseFile)
                || staff.counties().contains(caseFile.county()) && conveningUnits(staff).contains(
                        caseFile.convenerUnit()) && named.letsIn(staff.userId(), caseFile);
    }

    /** Whether the member works for the convening unit, or manages it: they see the whole case. */
    public boolean convenes(StaffMember staff, CaseFile caseFile) {
        return staff.counties().contains(caseFile.county())
                && conveningUnits(staff).contains(caseFile.convenerUnit())
                && named.letsIn(staff.userId(), caseFile);
    }

    static Set<String> conveningUnits(StaffMember staff) {
        var all = new LinkedHashSet<>(staff.units());
        if (staff.worksWithCases()) {
            all.addAll(staff.managedUnits());
        }
        return all;
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

    String unitName(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }
}
