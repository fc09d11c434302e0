package se.sip.meeting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseRepository;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Finds a case's parties. */
@Service
public class Parties {

    private final CaseRepository cases;
    private final ParticipantRepository participants;
    private final UnitRepository units;

    Parties(CaseRepository cases, ParticipantRepository participants, UnitRepository units) {
        this.cases = cases;
        this.participants = participants;
        this.units = units;
    }

    /** The convening unit first, then every confirmed participant, each once. */
    public List<Party> of(String caseNumber) {
        String convener = cases.findByNumber(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("No case has the number asked for")).convenerUnit();
        var parties = new ArrayList<Party>();
        units.findById(convener).map(Party::convening).ifPresent(parties::add);
        for (Participant p : participants.findByCaseNumberAndStatusOrderById(caseNumber,
                Participant.Status.CONFIRMED)) {
            if (!p.takesPart()) {
                continue;
            }
            Party party = Party.taking(p, p.unitId() == null ? null : units.findById(p.unitId()).orElse(null));
            if (parties.stream().noneMatch(other -> other.key().equals(party.key()))) {
                parties.add(party);
            }
        }
        return parties;
    }

    /** What sort of unit each of the parties with the keys is; the convening unit among them where its key is. */
    Collection<UnitKind> kinds(String caseNumber, Set<String> keys) {
        var kinds = new ArrayList<UnitKind>();
        cases.findByNumber(caseNumber).map(CaseFile::convenerUnit).filter(keys::contains).flatMap(units::findById)
                .map(Unit::kind).ifPresent(kinds::add);
        for (Participant p : participants.findByCaseNumberAndStatusOrderById(caseNumber,
                Participant.Status.CONFIRMED)) {
            Unit unit = p.unitId() == null ? null : units.findById(p.unitId()).orElse(null);
            if (keys.contains(Party.taking(p, unit).key())) {
                kinds.add(p.kind());
            }
        }
        return kinds;
    }

    /** The party with the key, if it takes part. */
    public Optional<Party> find(String caseNumber, String key) {
        return of(caseNumber).stream().filter(p -> p.key().equals(key)).findFirst();
    }
}
