package se.sip.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.county.CountyProperties;

/** The situation of some counties in numbers: how many open cases there are of each kind, and since when the oldest. */
@Component
class Situation {

    private final JdbcClient jdbc;
    private final CountyProperties counties;
    private final Clock clock;
    private final int stillDays;

    Situation(JdbcClient jdbc, CountyProperties counties, Clock clock,
            @Value("${sip.monitoring.still-days:14}") int stillDays) {
        this.jdbc = jdbc;
        this.counties = counties;
        this.clock = clock;
        this.stillDays = stillDays;
    }

    /** @param longestDays how many days the oldest of them has been so; null where there is none */
    record Figure(SituationGroup key, String label, long count, Long longestDays) {
    }

    record CountySituation(String id, String name, List<Figure> figures) {

        long of(SituationGroup group) {
            return figures.stream().filter(f -> f.key() == group).mapToLong(Figure::count).sum();
        }
    }

    /** How many days without movement count as many, where nobody asks for another number. */
    int stillDays() {
        return stillDays;
    }

    /** Every county asked for, also one without cases; by name. */
    @Transactional(readOnly = true)
    List<CountySituation> of(Collection<String> asked, int days) {
        if (asked.isEmpty()) {
            return List.of();
        }
        String numbers = Arrays.stream(SituationGroup.values()).map(g -> ", sum(case when " + g.condition()
                + " then 1 else 0 end) as n_" + g.name() + ", min(case when " + g.condition() + " then " + g.since()
                + " end) as s_" + g.name()).collect(Collectors.joining());
        Map<String, CountySituation> found = jdbc.sql(SituationQuery.STATE + "select county" + numbers
                        + " from state group by county")
                .params(parameters(asked, days))
                .query((row, n) -> new CountySituation(row.getString("county"), nameOf(row.getString("county")),
                        figures(row, days)))
                .list().stream().collect(Collectors.toMap(CountySituation::id, c -> c));
        return asked.stream().map(id -> found.getOrDefault(id, new CountySituation(id, nameOf(id), none(days))))
                .sorted(java.util.Comparator.comparing(CountySituation::name)).toList();
    }

    /** What {@link SituationQuery#STATE} and the groups ask for. */
    Map<String, Object> parameters(Collection<String> asked, int days) {
        var now = LocalDateTime.now(clock);
        var parameters = new HashMap<String, Object>();
        parameters.put("counties", asked);
        parameters.put("today", now.toLocalDate());
        parameters.put("now", now);
        parameters.put("lateTimer", now.minusMinutes(SituationQuery.TIMER_GRACE_MINUTES));
        parameters.put("still", now.minusDays(days));
        return parameters;
    }

    String nameOf(String county) {
        return counties.byId(county).map(c -> c.name()).orElse(county);
    }

    private List<Figure> figures(ResultSet row, int days) throws SQLException {
        var figures = new java.util.ArrayList<Figure>();
        LocalDate today = LocalDate.now(clock);
        for (SituationGroup group : SituationGroup.values()) {
            var since = row.getTimestamp("s_" + group.name());
            figures.add(new Figure(group, label(group, days), row.getLong("n_" + group.name()), since == null ? null
                    : Math.max(0, ChronoUnit.DAYS.between(since.toLocalDateTime().toLocalDate(), today))));
        }
        return figures;
    }

    private static List<Figure> none(int days) {
        return Arrays.stream(SituationGroup.values()).map(g -> new Figure(g, label(g, days), 0, null)).toList();
    }

    private static String label(SituationGroup group, int days) {
        return group == SituationGroup.STILL ? "Utan rörelse på " + days + " dagar" : group.label();
    }
}
