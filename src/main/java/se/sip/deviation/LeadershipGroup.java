package se.sip.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.Audience;
import se.sip.county.CountyProperties;
import se.sip.decision.DecisionTables;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * Copies of deviations for the ledningsgrupp för barn och ungas hälsa: what happened, in words that identify nobody, and
 * where each principal's own system has it. No case, no person, no day (BOR-82).
 */
@Service
@Transactional
class LeadershipGroup {

    private final DeviationRepository deviations;
    private final UnitRepository units;
    private final DecisionTables tables;
    private final CountyProperties counties;

    LeadershipGroup(DeviationRepository deviations, UnitRepository units, DecisionTables tables,
            CountyProperties counties) {
        this.deviations = deviations;
        this.units = units;
        this.tables = tables;
        this.counties = counties;
    }

    /**
     * One occurrence.
     *
     * @param month when it was noted, as {@code 2026-03}
     * @param kinds what kinds of unit it concerns
     * @param texts what each of them wrote
     * @param references what each principal's own system calls it
     * @param raisedOn the day it was raised; null until then
     */
    record Copy(String month, List<String> kinds, List<String> texts, List<String> references, LocalDate raisedOn) {
    }

    /** Managers of units make up the group, where one of their counties has it. */
    @Transactional(readOnly = true)
    boolean isOpenTo(StaffMember me) {
        return me.groups().stream().anyMatch(group -> group.endsWith(Unit.MANAGER_SUFFIX)) && isIn(me.counties());
    }

    private boolean isIn(Set<String> member) {
        // A county that has published nothing yet has no group either; every page's head asks.
        return counties.counties().stream().filter(c -> member.contains(c.id()) && tables.has(c.id(), "avvikelse"))
                .anyMatch(c -> tables.evaluate(c.id(),
                null, "avvikelse", Map.of("malgrupp", Audience.CHILD.name())).text("kopia").equals("LEDNINGSGRUPP"));
    }

    /** Copies not raised yet, or those that have been, newest last. */
    @Transactional(readOnly = true)
    List<Copy> copies(Set<String> member, boolean raised) {
        var byOccurrence = new LinkedHashMap<Long, List<Deviation>>();
        ofCounties(member).stream().filter(d -> (d.raisedOn() != null) == raised)
                .forEach(d -> byOccurrence.computeIfAbsent(d.occurrenceKey(), k -> new ArrayList<>()).add(d));
        return byOccurrence.values().stream().map(this::copy).toList();
    }

    /** Everything that is not raised yet was raised at the meeting of the day. */
    int raised(Set<String> member, LocalDate meeting, String by) {
        List<Deviation> waiting = ofCounties(member).stream().filter(d -> d.raisedOn() == null).toList();
        waiting.forEach(d -> deviations.save(d.withRaisedOn(meeting).withRaisedBy(by)));
        return waiting.size();
    }

    private List<Deviation> ofCounties(Set<String> member) {
        return deviations.findByMadeOnIsNotNullAndCopyTextIsNotNullOrderById().stream()
                .filter(d -> units.findById(d.unitId()).map(Unit::county).filter(member::contains).isPresent()).toList();
    }

    private Copy copy(List<Deviation> same) {
        return new Copy(same.get(0).notedAt().toLocalDate().toString().substring(0, 7),
                same.stream().map(d -> unit(d).kind().swedish()).distinct().toList(),
                same.stream().map(Deviation::copyText).distinct().toList(),
                same.stream().map(d -> principal(unit(d)) + ": " + d.reference()).toList(), same.get(0).raisedOn());
    }

    private Unit unit(Deviation deviation) {
        return units.findById(deviation.unitId()).orElseThrow();
    }

    private static String principal(Unit unit) {
        return switch (unit.principal()) {
            case REGION -> "Regionen";
            case MUNICIPALITY -> "Kommunen";
            case OTHER -> unit.kind().swedish();
        };
    }
}
