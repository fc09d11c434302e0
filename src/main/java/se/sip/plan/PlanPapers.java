package se.sip.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.meeting.Meeting;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.PlanVersion.DocumentChannel;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Where a plan is documented and who gets it on paper: the county's tables {@code dokumentkanal}, {@code kopior}. */
@Component
class PlanPapers {

    private final DecisionTables tables;
    private final CaseFiles cases;
    private final Parties parties;
    private final UnitRepository units;

    PlanPapers(DecisionTables tables, CaseFiles cases, Parties parties, UnitRepository units) {
        this.tables = tables;
        this.cases = cases;
        this.parties = parties;
        this.units = units;
    }

    /** @param name what the county calls the IT service or template */
    record Channel(DocumentChannel kind, String name) {
    }

    /** All who take part, those outside the register included, count among all who should have the IT service. */
    Channel channel(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        DecisionAnswer row = tables.evaluate(caseFile, "dokumentkanal", Map.of(
                "sammankallandeHar", usesItService(caseFile.convenerUnit()),
                "allaHar", parties.of(caseNumber).stream().allMatch(p -> usesItService(p.unitId()))));
        return new Channel(DocumentChannel.valueOf(row.text("kanal")), row.text("namn"));
    }

    /**
     * Parties that get a printout, in the parties' order. The family's own copy is asked for apart.
     *
     * @param wishing keys of those who wish to have one
     * @param meeting the meeting that decided the plan; null where none was held
     */
    List<Party> copies(String caseNumber, Set<String> wishing, Meeting meeting) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return parties.of(caseNumber).stream().filter(p -> tables.evaluate(caseFile, "kopior", Map.of(
                "mottagare", "ENHET", "itTjanst", usesItService(p.unitId()), "deltog", came(p, meeting),
                "onskar", wishing.contains(p.key()))).yes("utskrift")).toList();
    }

    /** Whether the family always gets the plan. */
    boolean familyGetsIt(String caseNumber) {
        return tables.evaluate(cases.byNumber(caseNumber), "kopior", Map.of("mottagare", "FAMILJ",
                "itTjanst", false, "deltog", true, "onskar", true)).yes("utskrift");
    }

    private boolean usesItService(String unitId) {
        return unitId != null && units.findById(unitId).map(Unit::itService).orElse(false);
    }

    private static boolean came(Party party, Meeting meeting) {
        return meeting != null && meeting.attendance().stream()
                .anyMatch(a -> a.party().equals(party.key()) && a.present());
    }
}
