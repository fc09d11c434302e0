package se.sip.monitoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.sip.engine.CaseTasks.CaseTask;
import se.sip.unit.Unit;

/** What the units of some cases are called, asked for once. */
class UnitNames {

    private final Map<String, String> names = new HashMap<>();

    UnitNames(JdbcClient jdbc, Collection<State> cases, Map<String, List<CaseTask>> tasks) {
        this(jdbc, Stream.concat(cases.stream().map(State::convenerUnit), tasks.values().stream().flatMap(List::stream)
                .flatMap(t -> t.groups().stream())).toList());
    }

    UnitNames(JdbcClient jdbc, Collection<String> groups) {
        var ids = new HashSet<String>();
        groups.forEach(g -> ids.add(unitOf(g)));
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from sip.unit where id in (:ids)").param("ids", ids)
                    .query(row -> {
                        names.put(row.getString("id"), row.getString("name"));
                    });
        }
    }

    /** @param group a unit, or the managers of one */
    String of(String group) {
        String name = names.getOrDefault(unitOf(group), group);
        return group.endsWith(Unit.MANAGER_SUFFIX) ? "chefen för " + name : name;
    }

    private static String unitOf(String group) {
        return group.endsWith(Unit.MANAGER_SUFFIX) ? group.substring(0, group.length() - Unit.MANAGER_SUFFIX.length())
                : group;
    }
}
