package se.sip.decision;

import java.util.List;
import java.util.Map;
import se.sip.casefile.Codes;

/**
 * What a table answered.
 *
 * @param rows one map of output values per row that hit
 * @param clauses the clause ids of the rows that hit, from each row's annotation
 * @param why the Swedish sentences of the rows that hit
 */
public record DecisionAnswer(String table, int version, List<Map<String, Object>> rows, Codes clauses, String why) {

    /** The value of one output of the only or first row. */
    public String text(String output) {
        return rows.isEmpty() ? null : (String) rows.get(0).get(output);
    }

    public Integer number(String output) {
        return rows.isEmpty() || rows.get(0).get(output) == null ? null
                : ((Number) rows.get(0).get(output)).intValue();
    }

    public boolean yes(String output) {
        return !rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).get(output));
    }
}
