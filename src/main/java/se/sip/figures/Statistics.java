package se.sip.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.EndKind;
import se.sip.figures.Counts.Count;
import se.sip.figures.Counts.Days;

/**
 * A period of a county in figures, whole and by unit. Exact for the reader's own units; of others nothing under five is
 * shown, nor what would give it away: not by the county's sum, and not by the year against its quarters.
 */
@Service
@Transactional(readOnly = true)
class Statistics {

    private static final List<Set<String>> NOTHING_FORCED = List.of(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final Counts counts;
    private final JdbcClient jdbc;

    Statistics(Counts counts, JdbcClient jdbc) {
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /** A number; null where it is not shown. */
    record Cell(Long number) {

        static final Cell HIDDEN = new Cell(null);

        /** As it stands in a table. */
        public String text() {
            return number == null ? "färre än fem eller dold" : String.valueOf(number);
        }
    }

    /**
     * @param median days from the need to the first meeting; null where not shown
     * @param ninetieth the same for the slowest tenth
     * @param inTime per cent of the first meetings; null where not shown
     */
    record Row(String unit, String name, boolean own, Map<Measure, Cell> cells, Double median, Double ninetieth, Long inTime) {

        public Cell of(Measure measure) {
            return cells.getOrDefault(measure, new Cell(0L));
        }
    }

    /** @param codes KVÅ by code @param ends closings by reason, in Swedish */
    record Report(String county, Period period, Row whole, List<Row> units, Map<String, Cell> codes, Map<String, Cell> ends) {
    }

    /** @param own units whose numbers the reader may see exactly */
    Report of(String county, Period period, Set<String> own) {
        List<Count> year = counts.of(Set.of(county), period.year());
        Map<String, String> names = names(year);
        var rows = new LinkedHashMap<String, Map<Measure, Cell>>();
        names.forEach((unit, name) -> rows.put(unit, new TreeMap<>()));
        var whole = new TreeMap<Measure, Cell>();
        Map<Measure, Shown> shown = new HashMap<>();
        for (Measure measure : Measure.values()) {
            shown.put(measure, shown(quarters(year, c -> measure.equals(measureOf(c)), Count::unit), period, own, NOTHING_FORCED));
        }
        shown.putAll(tied(year, period, own, Measure.MET, Measure.IN_TIME, Measure.NOT_IN_TIME));
        shown.putAll(tied(year, period, own, Measure.PASSED, Measure.REASON_GIVEN, Measure.NO_REASON));
        shown.forEach((measure, of) -> {
            rows.forEach((unit, cells) -> cells.put(measure, of.parts().getOrDefault(unit, new Cell(0L))));
            whole.put(measure, of.sum());
        });
        Map<String, Cell> ends = ends(year, period, whole);
        Map<String, Days> days = new HashMap<>();
        counts.days(county, period).forEach(d -> days.put(d.unit(), d));
        List<Row> units = rows.entrySet().stream().map(r -> row(r.getKey(), names.get(r.getKey()), own.contains(r.getKey()),
                r.getValue(), days.get(r.getKey()))).toList();
        return new Report(county, period, row(null, "Hela länet", false, whole, days.get(null)), units,
                shown(quarters(year, c -> c.what().startsWith(Counts.CODE), c -> c.what().substring(Counts.CODE.length())),
                        period, Set.of(), NOTHING_FORCED).parts(),
                ends);
    }

    /** By reason. The reasons of one measure are covered among themselves, as the measure's own number is their sum. */
    private static Map<String, Cell> ends(List<Count> year, Period period, Map<Measure, Cell> whole) {
        var byCode = new TreeMap<String, Cell>();
        for (Measure measure : List.of(Measure.CLOSED, Measure.DENIED, Measure.REFUSED)) {
            Shown reasons = shown(quarters(year, c -> c.what().startsWith(Counts.END) && measureOf(c) == measure,
                    c -> c.what().substring(Counts.END.length())), period, Set.of(), NOTHING_FORCED);
            byCode.putAll(reasons.parts());
            if (reasons.sum().number() == null) {
                whole.put(measure, Cell.HIDDEN);
            }
        }
        var swedish = new LinkedHashMap<String, Cell>();
        Arrays.stream(EndKind.values()).filter(k -> byCode.containsKey(k.name()))
                .forEach(k -> swedish.put(k.swedish(), byCode.get(k.name())));
        return swedish;
    }

    private record Shown(Map<String, Cell> parts, Cell sum, List<Set<String>> hidden) {
    }

    /** The numbers of the year, and of each of its quarters, by part. */
    private static List<Map<String, Long>> quarters(List<Count> year, Predicate<Count> which, Function<Count, String> part) {
        var quarters = new ArrayList<Map<String, Long>>();
        for (int q = 0; q <= 4; q++) {
            int quarter = q;
            var numbers = new TreeMap<String, Long>();
            year.stream().filter(which).filter(c -> quarter == 0 || c.quarter() == quarter)
                    .forEach(c -> numbers.merge(part.apply(c), c.number(), Long::sum));
            quarters.add(numbers);
        }
        return quarters;
    }

    private static Shown shown(List<Map<String, Long>> quarters, Period period, Set<String> own, List<Set<String>> forced) {
        List<Set<String>> hidden = new ArrayList<>();
        hidden.add(Set.of());
        for (int q = 1; q <= 4; q++) {
            hidden.add(Suppression.hidden(quarters.get(q), own, forced.get(q)));
        }
        var ofYear = new HashSet<>(forced.get(0));
        ofYear.addAll(toldByTheQuarters(quarters, hidden));
        hidden.set(0, Suppression.hidden(quarters.get(0), own, ofYear));
        Map<String, Long> numbers = quarters.get(period.quarter());
        Set<String> dark = hidden.get(period.quarter());
        var cells = new TreeMap<String, Cell>();
        forced.get(period.quarter()).stream().filter(name -> !own.contains(name)).forEach(name -> cells.put(name, Cell.HIDDEN));
        numbers.forEach((name, number) -> cells.put(name, dark.contains(name) ? Cell.HIDDEN : new Cell(number)));
        long sum = numbers.values().stream().mapToLong(Long::longValue).sum();
        long others = numbers.entrySet().stream().filter(n -> !own.contains(n.getKey())).mapToLong(Map.Entry::getValue).sum();
        return new Shown(cells, Suppression.isSmall(others) || Suppression.sumTells(numbers, dark) ? Cell.HIDDEN : new Cell(sum),
                hidden);
    }

    /** Two halves make up a whole that is shown beside them: a unit that is hidden in one of the three is so in both halves. */
    private static Map<Measure, Shown> tied(List<Count> year, Period period, Set<String> own, Measure whole, Measure one,
            Measure other) {
        var sum = quarters(year, c -> measureOf(c) == whole, Count::unit);
        var first = quarters(year, c -> measureOf(c) == one, Count::unit);
        var second = quarters(year, c -> measureOf(c) == other, Count::unit);
        Shown ofWhole = shown(sum, period, own, NOTHING_FORCED);
        List<Set<String>> forced = ofWhole.hidden();
        while (true) {
            Shown a = shown(first, period, own, forced);
            Shown b = shown(second, period, own, forced);
            var more = new ArrayList<Set<String>>();
            for (int q = 0; q <= 4; q++) {
                var all = new HashSet<>(forced.get(q));
                all.addAll(a.hidden().get(q));
                all.addAll(b.hidden().get(q));
                more.add(all);
            }
            if (more.equals(forced)) {
                boolean dark = ofWhole.sum().number() == null || a.sum().number() == null || b.sum().number() == null;
                return Map.of(whole, ofWhole, one, dark ? withoutSum(a) : a, other, dark ? withoutSum(b) : b);
            }
            forced = more;
        }
    }

    private static Shown withoutSum(Shown shown) {
        return new Shown(shown.parts(), Cell.HIDDEN, shown.hidden());
    }

    /** Parts whose year would tell the one quarter that is hidden. */
    private static Set<String> toldByTheQuarters(List<Map<String, Long>> quarters, List<Set<String>> hidden) {
        var told = new HashSet<String>();
        for (String part : quarters.get(0).keySet()) {
            var ofPart = new TreeMap<String, Long>();
            var dark = new HashSet<String>();
            for (int q = 1; q <= 4; q++) {
                ofPart.put(String.valueOf(q), quarters.get(q).getOrDefault(part, 0L));
                if (hidden.get(q).contains(part)) {
                    dark.add(String.valueOf(q));
                }
            }
            if (Suppression.sumTells(ofPart, dark)) {
                told.add(part);
            }
        }
        return told;
    }

    private static Row row(String unit, String name, boolean own, Map<Measure, Cell> cells, Days days) {
        Long met = cells.get(Measure.MET).number();
        boolean plain = days != null && met != null && (own || met >= Suppression.LEAST);
        Long inTime = cells.get(Measure.IN_TIME).number();
        Long late = cells.get(Measure.NOT_IN_TIME).number();
        boolean share = inTime != null && late != null && inTime + late > 0 && (own || inTime + late >= Suppression.LEAST);
        return new Row(unit, name, own, cells, plain ? days.median() : null, plain ? days.ninetieth() : null,
                share ? Long.valueOf(Math.round(100.0 * inTime / (inTime + late))) : null);
    }

    private static Measure measureOf(Count count) {
        String what = count.what();
        if (what.startsWith(Counts.CODE)) {
            return null;
        }
        if (!what.startsWith(Counts.END)) {
            return Measure.valueOf(what);
        }
        return switch (what.substring(Counts.END.length())) {
            case "DENIED" -> Measure.DENIED;
            case "CONSENT_REFUSED", "CONSENT_WITHDRAWN" -> Measure.REFUSED;
            default -> Measure.CLOSED;
        };
    }

    private Map<String, String> names(List<Count> year) {
        var ids = new HashSet<String>();
        year.forEach(c -> ids.add(c.unit()));
        var names = new LinkedHashMap<String, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from sip.unit where id in (:ids) order by name").param("ids", ids)
                    .query(row -> {
                        names.put(row.getString("id"), row.getString("name"));
                    });
        }
        return names;
    }
}
