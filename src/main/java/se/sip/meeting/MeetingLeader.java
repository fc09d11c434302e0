package se.sip.meeting;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionTables;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Who leads the meeting: the county's table {@code motesledning}. */
@Component
class MeetingLeader {

    private static final String CONVENER = "SAMMANKALLANDE";

    private final DecisionTables tables;
    private final CaseFiles cases;
    private final UnitRepository units;

    MeetingLeader(DecisionTables tables, CaseFiles cases, UnitRepository units) {
        this.tables = tables;
        this.cases = cases;
        this.units = units;
    }

    /** Name of the unit that leads, and why, in Swedish. */
    String of(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        var answer = tables.evaluate(caseFile, "motesledning",
                Map.of("malgrupp", caseFile.audience().name()));
        if (!CONVENER.equals(answer.text("leder"))) {
            throw new IllegalStateException("Table motesledning answers " + answer.text("leder")
                    + ", which nobody here knows how to find");
        }
        return units.findById(caseFile.convenerUnit()).map(Unit::name).orElse("Den som kallar") + ". " + answer.why();
    }
}
