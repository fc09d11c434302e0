package se.sip.archive;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.unit.PrincipalId;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * Which principals made or received anything in a case: those that convened it, those that part of it was disclosed or
 * sent to, and those whose units wrote something themselves.
 */
@Component
class Parts {

    private final JdbcTemplate jdbc;
    private final RecordRules rules;
    private final UnitRepository units;

    Parts(JdbcTemplate jdbc, RecordRules rules, UnitRepository units) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.units = units;
    }

    /** The one that convenes at the end first. */
    List<Part> of(CaseFile caseFile) {
        Map<PrincipalId, LocalDateTime> earlier = earlierConveners(caseFile);
        PrincipalId last = principalOf(caseFile.convenerUnit());
        Map<PrincipalId, Set<String>> all = new LinkedHashMap<>();
        if (last != null) {
            all.computeIfAbsent(last, p -> new TreeSet<>()).add(caseFile.convenerUnit());
        }
        earlier.keySet().forEach(p -> all.computeIfAbsent(p, q -> new TreeSet<>()));
        for (RecordRules.Table table : rules.tables()) {
            for (String unit : table.units()) {
                jdbc.queryForList("select distinct " + unit + " from sip." + table.table() + " t where t." + table.key()
                        + " = ?", String.class, caseFile.number()).forEach(id -> add(all, id));
            }
        }
        var parts = new ArrayList<Part>();
        all.forEach((principal, ids) -> parts.add(new Part(principal, ids, principal.equals(last),
                principal.equals(last) ? null : earlier.get(principal))));
        parts.sort(Comparator.comparing((Part part) -> !part.whole()).thenComparing(part -> part.principal().toString()));
        return parts;
    }

    private void add(Map<PrincipalId, Set<String>> all, String unitId) {
        PrincipalId principal = unitId == null ? null : principalOf(unitId);
        if (principal != null) {
            all.computeIfAbsent(principal, p -> new TreeSet<>()).add(unitId);
        }
    }

    private PrincipalId principalOf(String unitId) {
        return units.findById(unitId).flatMap(PrincipalId::of).orElse(null);
    }

    /** The story names the unit that handed over: "Elevhälsan i Borås till Socialtjänsten i Borås. ..." */
    private Map<PrincipalId, LocalDateTime> earlierConveners(CaseFile caseFile) {
        Map<PrincipalId, LocalDateTime> until = new LinkedHashMap<>();
        List<Unit> ofCounty = units.findByCountyOrderByName(caseFile.county());
        jdbc.query("select note, happened_at from sip.case_event where case_number = ? and kind = 'HANDED_OVER' order by id",
                row -> {
                    String note = row.getString(1);
                    Timestamp at = row.getTimestamp(2);
                    ofCounty.stream().filter(u -> note.startsWith(u.name() + " till "))
                            .max(Comparator.comparing(u -> u.name().length())).flatMap(PrincipalId::of)
                            .ifPresent(p -> until.put(p, at.toLocalDateTime()));
                }, caseFile.number());
        return until;
    }
}
