package se.sip.casefile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory;
import se.sip.casefile.Disclosure.Ground;

/** Who may see what of a case: the convening unit sees it, another unit what was disclosed to it. */
@Service
public class Disclosures {

    private final DisclosureRepository disclosures;
    private final NamedReaders named;
    private final List<FurtherReading> further;
    private final StaffDirectory staff;
    private final Clock clock;

    Disclosures(DisclosureRepository disclosures, NamedReaders named, List<FurtherReading> further,
            StaffDirectory staff, Clock clock) {
        this.disclosures = disclosures;
        this.named = named;
        this.further = further;
        this.staff = staff;
        this.clock = clock;
    }

    /** Opens reading for a unit; once per unit, ground and kind of content. */
    public void open(String caseNumber, String unitId, Ground ground, String groundRef, String what) {
        boolean open = of(caseNumber).stream().anyMatch(d -> d.closedAt() == null && d.unitId().equals(unitId)
                && d.ground() == ground && d.what().equals(what) && String.valueOf(d.groundRef()).equals(
                        String.valueOf(groundRef)));
        if (!open) {
            disclosures.save(new Disclosure(null, caseNumber, unitId, ground, groundRef, what,
                    LocalDateTime.now(clock), staff.current().map(s -> s.userId()).orElse("systemet"), null));
        }
    }

    public void closeAll(String caseNumber) {
        close(caseNumber, d -> true);
    }

    public void close(String caseNumber, String unitId) {
        close(caseNumber, d -> d.unitId().equals(unitId));
    }

    public boolean covers(String caseNumber, String unitId) {
        return of(caseNumber).stream().anyMatch(d -> d.closedAt() == null && d.unitId().equals(unitId));
    }

    public List<Disclosure> of(String caseNumber) {
        return disclosures.findByCaseNumberOrderById(caseNumber);
    }

    /** Numbers of the cases that are open to any of the units. */
    public Set<String> casesOpenTo(List<String> units) {
        return units.isEmpty() ? Set.of()
                : disclosures.findByUnitIdInAndClosedAtIsNull(units).stream().map(Disclosure::caseNumber)
                        .collect(Collectors.toSet());
    }

    /**
     * Whether a member of staff may read the case: of the convening unit, or of a unit it was disclosed to; with
     * protected identity, only one of those named.
     */
    public boolean mayRead(StaffDirectory.StaffMember who, CaseFile caseFile) {
        return opensWhole(who, caseFile) || who.counties().contains(caseFile.county())
                && (who.worksIn(caseFile.convenerUnit())
                        || who.units().stream().anyMatch(unit -> covers(caseFile.number(), unit)))
                && named.letsIn(who.userId(), caseFile);
    }

    /** Whether a further right, such as emergency access, lets somebody read all of the case. */
    public boolean opensWhole(StaffDirectory.StaffMember who, CaseFile caseFile) {
        return further.stream().anyMatch(right -> right.opens(who, caseFile));
    }

    private void close(String caseNumber, Predicate<Disclosure> which) {
        var now = LocalDateTime.now(clock);
        of(caseNumber).stream().filter(d -> d.closedAt() == null).filter(which)
                .forEach(d -> disclosures.save(d.withClosedAt(now)));
    }
}
