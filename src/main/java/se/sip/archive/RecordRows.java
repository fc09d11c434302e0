package se.sip.archive;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.archive.RecordRules.Child;
import se.sip.archive.RecordRules.Table;
import se.sip.casefile.CaseFile;

/** The rows of a case that a principal made or received, as they stand in the tables. */
@Component
class RecordRows {

    private final NamedParameterJdbcTemplate jdbc;
    private final RecordRules rules;

    RecordRows(NamedParameterJdbcTemplate jdbc, RecordRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Rows of one table. @param heading in Swedish */
    record Group(String table, String heading, List<Map<String, Object>> rows) {
    }

    /** Nothing of tables that have no row for the principal. */
    List<Group> of(CaseFile caseFile, Part part) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("person", "Den enskilde", person(caseFile, part)));
        if (part.whole() || part.convenedUntil() != null) {
            groups.add(new Group("guardian", "Vårdnadshavare", read("select g.* from sip.guardian g"
                    + " where g.person_id = :person order by g.id", new MapSqlParameterSource("person",
                            caseFile.personId()))));
        }
        for (Table table : rules.tables()) {
            if (table.kept()) {
                groups.add(new Group(table.table(), table.heading(), rows(table, caseFile.number(), part)));
            }
        }
        return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
    }

    /** Whoever was only written to got to know who it was about, and no more. */
    private List<Map<String, Object>> person(CaseFile caseFile, Part part) {
        return read("select " + (part.whole() || part.convenedUntil() != null ? "p.*"
                : "p.id_number, p.id_kind, p.given_name, p.family_name") + " from sip.person p where p.id = :person",
                new MapSqlParameterSource("person", caseFile.personId()));
    }

    private List<Map<String, Object>> rows(Table table, String number, Part part) {
        var asked = new MapSqlParameterSource("number", number).addValue("units", part.units())
                .addValue("until", part.convenedUntil() == null ? null : Timestamp.valueOf(part.convenedUntil()));
        var conditions = new ArrayList<String>();
        if (!part.units().isEmpty()) {
            table.units().forEach(unit -> conditions.add(unit + " in (:units)"));
        }
        String columns = "t.*";
        if (part.convenedUntil() != null && table.time() != null) {
            conditions.add(table.time() + " <= :until");
        } else if (part.convenedUntil() != null && !table.opening().isEmpty()) {
            conditions.add("1 = 1");
            columns = "t." + String.join(", t.", table.opening());
        }
        if (!part.whole() && conditions.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> found = read("select " + columns + " from sip." + table.table() + " t where t."
                + table.key() + " = :number" + (part.whole() ? "" : " and (" + String.join(" or ", conditions) + ")")
                + " order by 1", asked);
        found.forEach(row -> addChildren(row, row.get(table.id()), table.children()));
        return found;
    }

    private void addChildren(Map<String, Object> row, Object id, List<Child> children) {
        for (Child child : children) {
            if (!child.kept()) {
                continue;
            }
            List<Map<String, Object>> below = read("select c.* from sip." + child.table() + " c where c." + child.by()
                    + " = :id order by 1, 2", new MapSqlParameterSource("id", id));
            below.forEach(c -> addChildren(c, c.get(child.id()), child.children()));
            if (!below.isEmpty()) {
                row.put(child.table(), below);
            }
        }
    }

    private List<Map<String, Object>> read(String sql, MapSqlParameterSource asked) {
        return jdbc.query(sql, asked, (row, n) -> values(row));
    }

    /** What is empty is left out; dates and times as ISO 8601 writes them. */
    private static Map<String, Object> values(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        ResultSetMetaData about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            Object value = about.getColumnType(i) == Types.CLOB ? row.getString(i) : row.getObject(i);
            if (value instanceof Timestamp moment) {
                value = moment.toLocalDateTime().toString();
            } else if (value instanceof Date day) {
                value = day.toLocalDate().toString();
            }
            if (value != null) {
                values.put(about.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return values;
    }
}
