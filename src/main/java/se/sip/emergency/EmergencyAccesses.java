package se.sip.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.audit.AuditLog;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.casefile.NamedReaders;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.unit.PrincipalId;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * Takes emergency access, and tells the managers of the convening unit. Only within one's own principal: secrecy holds
 * between principals, and an emergency does not lift it here.
 */
@Service
public class EmergencyAccesses {

    private static final int SHORTEST_REASON = 20;
    private static final int LONGEST_REASON = 1000;
    private static final Duration SHOWN = Duration.ofDays(90);

    private final EmergencyAccessRepository taken;
    private final CaseFiles cases;
    private final CaseLog log;
    private final AuditLog audit;
    private final Disclosures disclosures;
    private final NamedReaders named;
    private final Notices notices;
    private final UnitRepository units;
    private final StaffNames names;
    private final IdNumbers numbers;
    private final Clock clock;
    private final Duration length;

    EmergencyAccesses(EmergencyAccessRepository taken, CaseFiles cases, CaseLog log, AuditLog audit,
            Disclosures disclosures, NamedReaders named, Notices notices, UnitRepository units, StaffNames names,
            IdNumbers numbers, Clock clock, @Value("${sip.emergency-access:12h}") Duration length) {
        this.taken = taken;
        this.cases = cases;
        this.log = log;
        this.audit = audit;
        this.disclosures = disclosures;
        this.named = named;
        this.notices = notices;
        this.units = units;
        this.names = names;
        this.numbers = numbers;
        this.clock = clock;
        this.length = length;
    }

    /** What came of an attempt. @param fault in Swedish; null where the case is open now */
    record Outcome(String caseNumber, String field, String fault) {
    }

    /** One that was taken, as managers see it. */
    public record Taken(String caseNumber, String who, String unit, LocalDateTime at, String reason) {
    }

    /** @param asked case number or person number */
    @Transactional
    Outcome take(StaffMember me, String asked, String reason) {
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return new Outcome(null, "skal", why.length() > LONGEST_REASON ? "Skälet får ha högst 1 000 tecken."
                    : "Skriv vad som har hänt och varför du måste läsa nu, minst 20 tecken.");
        }
        Optional<CaseFile> found = find(me, asked.strip());
        if (found.filter(c -> disclosures.mayRead(me, c)).isPresent()) {
            return new Outcome(found.get().number(), null, null);
        }
        Optional<Unit> mine = found.flatMap(c -> unitOfSamePrincipal(me, c));
        if (found.isEmpty() || mine.isEmpty() || named.isRestricted(found.get())) {
            found.ifPresent(c -> audit.emergencyRefused(c.number(), why));
            // The same words whatever the reason: whether somebody has a case is not told.
            return new Outcome(null, "arende", "Inget pågående ärende inom er huvudman kan öppnas med det numret. Gäller "
                    + "det skyddade personuppgifter namnger enhetens chef vem som får läsa.");
        }
        CaseFile caseFile = found.get();
        LocalDateTime now = LocalDateTime.now(clock);
        taken.save(new EmergencyAccess(null, caseFile.number(), me.userId(), mine.get().id(), why, now,
                now.plus(length)));
        audit.emergency(caseFile.number(), why);
        log.add(caseFile.number(), "EMERGENCY_ACCESS", names.of(me.userId()) + ", " + mine.get().name() + ": " + why);
        notices.tell(caseFile.number(), NoticeKind.EMERGENCY_ACCESS,
                List.of(Addressee.managersOf(caseFile.convenerUnit())));
        return new Outcome(caseFile.number(), null, null);
    }

    /** Those of the last ninety days in cases that the units convene, newest first. */
    @Transactional(readOnly = true)
    public List<Taken> inCasesOf(Collection<String> unitIds) {
        return unitIds.isEmpty() ? List.of()
                : taken.ofUnits(unitIds, LocalDateTime.now(clock).minus(SHOWN)).stream()
                        .map(t -> new Taken(t.caseNumber(), names.of(t.userId()), units.findById(t.unitId())
                                .map(Unit::name).orElse(t.unitId()), t.takenAt(), t.reason())).toList();
    }

    private Optional<CaseFile> find(StaffMember me, String asked) {
        Optional<IdNumber> id = numbers.parse(asked);
        if (id.isPresent()) {
            return me.counties().stream().flatMap(county -> cases.runningOf(county, id.get().text()).stream())
                    .findFirst();
        }
        return cases.find(asked.toUpperCase(java.util.Locale.ROOT)).filter(c -> c.isOpen()
                && me.counties().contains(c.county()));
    }

    /** The region is one principal, each municipality another; others have no emergency access. */
    private Optional<Unit> unitOfSamePrincipal(StaffMember me, CaseFile caseFile) {
        Optional<PrincipalId> convener = units.findById(caseFile.convenerUnit()).flatMap(PrincipalId::of);
        return me.units().stream().map(units::findById).flatMap(Optional::stream)
                .filter(u -> convener.isPresent() && PrincipalId.of(u).equals(convener)).findFirst();
    }
}
