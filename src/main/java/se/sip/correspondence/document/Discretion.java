package se.sip.correspondence.document;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.NamedReaders;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * What a document may say of where somebody is: where the person or a guardian has protected identity, neither place
 * nor unit (OSL 22:1). A child lives with its guardian.
 */
@Component
public class Discretion {

    private final CaseFiles cases;
    private final NamedReaders named;
    private final UnitRepository units;

    Discretion(CaseFiles cases, NamedReaders named, UnitRepository units) {
        this.cases = cases;
        this.named = named;
        this.units = units;
    }

    public boolean isProtected(String caseNumber) {
        return named.isRestricted(cases.byNumber(caseNumber));
    }

    /** The place; null where it may not be written. */
    public String place(String caseNumber, String place) {
        return isProtected(caseNumber) ? null : place;
    }

    /** A party's name; where it would tell where the person lives, what kind of unit it is. */
    public String party(String caseNumber, String unitId, String name) {
        if (!isProtected(caseNumber)) {
            return name;
        }
        return unitId == null ? "Annan deltagare"
                : units.findById(unitId).map(Unit::kind).map(k -> k.swedish()).orElse("Verksamhet");
    }
}
