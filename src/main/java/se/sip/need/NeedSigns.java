package se.sip.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.decision.DecisionTables;
import se.sip.need.NeedChoices.Choice;

/** What speaks for a SIP by the county's own guidance, with its own clauses: the table {@code behovstecken}. */
@Component
class NeedSigns {

    private static final String TABLE = "behovstecken";

    private final DecisionTables tables;

    NeedSigns(DecisionTables tables) {
        this.tables = tables;
    }

    /** The two lists of the table. */
    enum Sort {
        INDICATOR,
        RISK_GROUP
    }

    /** Before it is known whose process it becomes: each code once, with the clauses of both. */
    List<Choice> of(String county, Sort sort) {
        var byCode = new LinkedHashMap<String, Choice>();
        Stream.of(Audience.CHILD, Audience.ADULT).flatMap(audience -> of(county, audience, sort).stream())
                .forEach(choice -> byCode.merge(choice.value(), choice, NeedSigns::both));
        return new ArrayList<>(byCode.values());
    }

    List<Choice> of(String county, Audience audience, Sort sort) {
        return tables.evaluate(county, null, TABLE, Map.of("audience", audience.name())).rows().stream()
                .filter(row -> sort.name().equals(row.get("sort")))
                .map(row -> new Choice((String) row.get("code"), (String) row.get("text"), (String) row.get("clause")))
                .toList();
    }

    /** Whether every code is one of the list. */
    static boolean knows(List<Choice> list, Set<? extends Enum<?>> codes) {
        return codes == null || codes.stream().allMatch(code -> list.stream()
                .anyMatch(choice -> choice.value().equals(code.name())));
    }

    private static Choice both(Choice one, Choice other) {
        return one.help().equals(other.help()) ? one
                : new Choice(one.value(), one.label(), one.help() + ", " + other.help());
    }
}
