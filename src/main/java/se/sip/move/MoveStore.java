package se.sip.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which cases are to be moved and how it went. */
@Repository
class MoveStore {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case that waits or has been moved stays as it is; one that was left waits anew. */
    void order(String county, int version, String caseNumber, String by, LocalDateTime at) {
        int again = jdbc.sql("update sip.move_case set state = 'WAITING', tries = 0, ordered_by = ?, ordered_at = ?, said = '',"
                        + " settled_at = null where county = ? and version = ? and case_number = ? and state = 'LEFT'")
                .params(by, Timestamp.valueOf(at), county, version, caseNumber).update();
        if (again == 0) {
            jdbc.sql("insert into sip.move_case (county, version, case_number, ordered_by, ordered_at, state, tries, said)"
                            + " select ?, ?, ?, ?, ?, 'WAITING', 0, '' where not exists (select 1 from sip.move_case"
                            + " where county = ? and version = ? and case_number = ?)")
                    .params(county, version, caseNumber, by, Timestamp.valueOf(at), county, version, caseNumber).update();
        }
    }

    List<OrderedMove> waiting() {
        return jdbc.sql("select * from sip.move_case where state = 'WAITING' order by ordered_at, case_number")
                .query(MoveStore::row).list();
    }

    List<OrderedMove> of(String county, int version) {
        return jdbc.sql("select * from sip.move_case where county = ? and version = ? order by case_number")
                .params(county, version).query(MoveStore::row).list();
    }

    /** Takes a waiting case, alone among all nodes until the transaction ends. @return false where another was first */
    boolean take(OrderedMove move) {
        return jdbc.sql("update sip.move_case set tries = tries + 1 where county = ? and version = ? and case_number = ?"
                        + " and state = 'WAITING'").params(move.county(), move.version(), move.caseNumber()).update() == 1;
    }

    void settle(OrderedMove move, OrderedMove.State state, List<String> said, LocalDateTime at) {
        String text = String.join("\n", said);
        jdbc.sql("update sip.move_case set state = ?, said = ?, settled_at = ? where county = ? and version = ?"
                        + " and case_number = ?").params(state.name(), text.substring(0, Math.min(text.length(), LONGEST)),
                Timestamp.valueOf(at), move.county(), move.version(), move.caseNumber()).update();
    }

    /** A try that failed is counted, so that one case does not stop the rest for ever. */
    void failed(OrderedMove move) {
        jdbc.sql("update sip.move_case set tries = tries + 1 where county = ? and version = ? and case_number = ?")
                .params(move.county(), move.version(), move.caseNumber()).update();
    }

    private static OrderedMove row(ResultSet row, int number) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        String said = row.getString("said");
        return new OrderedMove(row.getString("county"), row.getInt("version"), row.getString("case_number"),
                row.getString("ordered_by"), row.getTimestamp("ordered_at").toLocalDateTime(),
                OrderedMove.State.valueOf(row.getString("state")), row.getInt("tries"),
                said.isEmpty() ? List.of() : List.of(said.split("\n")), settled == null ? null : settled.toLocalDateTime());
    }
}
