package se.sip.correspondence.document;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What a document may say of where somebody is: with a protected identity neither place nor unit (OSL 22:1). */
@Component
public class Discretion {

    private final CaseFiles cases;
    private final UnitRepository units;

    Discretion(CaseFiles cases, UnitRepository units) {
        this.cases = cases;
        this.units = units;
    }

    public boolean isProtected(String caseNumber) {
        return cases.personOf(cases.byNumber(caseNumber)).isProtected();
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
