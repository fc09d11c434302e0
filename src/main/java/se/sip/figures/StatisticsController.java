package se.sip.figures;

import java.io.IOException;
import java.io.StringWriter;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.county.CountyProperties;
import se.sip.figures.BarChart.Bar;
import se.sip.figures.Statistics.Cell;
import se.sip.figures.Statistics.Report;
import se.sip.figures.Statistics.Row;

/** The page Statistik and its CSV, for managers and statistics readers. */
@Controller
class StatisticsController {

    private final Statistics statistics;
    private final StatisticsLink link;
    private final CountyProperties counties;
    private final StaffDirectory staff;
    private final PageHead head;
    private final Clock clock;

    StatisticsController(Statistics statistics, StatisticsLink link, CountyProperties counties, StaffDirectory staff,
            PageHead head, Clock clock) {
        this.statistics = statistics;
        this.link = link;
        this.counties = counties;
        this.staff = staff;
        this.head = head;
        this.clock = clock;
    }

    @GetMapping("/statistik")
    String page(Principal user, Model model, @RequestParam(required = false) String lan,
            @RequestParam(required = false) Integer ar, @RequestParam(defaultValue = "0") int kvartal) {
        StaffMember me = reader();
        Report report = report(me, lan, ar, kvartal);
        head.fill(user, model);
        model.addAttribute("report", report);
        model.addAttribute("countyName", counties.byId(report.county()).map(c -> c.name()).orElse(report.county()));
        model.addAttribute("counties", counties.counties().stream().filter(c -> me.counties().contains(c.id())).toList());
        model.addAttribute("years", years());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("daysChart", BarChart.draw("Dagar från behov till möte, median och nittionde percentil", daysBars(report)));
        model.addAttribute("shareChart", BarChart.draw("Andel möten inom rekommenderad tid", shareBars(report)));
        model.addAttribute("endsChart", BarChart.draw("Avslut efter skäl", bars(report.ends())));
        return "statistik";
    }

    @GetMapping("/statistik.csv")
    ResponseEntity<String> csv(@RequestParam(required = false) String lan, @RequestParam(required = false) Integer ar,
            @RequestParam(defaultValue = "0") int kvartal) throws IOException {
        Report report = report(reader(), lan, ar, kvartal);
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').build())) {
            csv.printRecord("län", "period", "enhet", "mått", "värde");
            rows(report).forEach(row -> {
                for (Measure measure : Measure.values()) {
                    print(csv, report, row.name(), measure.swedish(), row.of(measure).text());
                }
                print(csv, report, row.name(), "Dagar från behov till möte, median", decimal(row.median()));
                print(csv, report, row.name(), "Dagar från behov till möte, 90:e percentilen", decimal(row.ninetieth()));
                print(csv, report, row.name(), "Andel möten inom rekommenderad tid, procent",
                        row.inTime() == null ? "" : row.inTime().toString());
            });
            report.codes().forEach((code, cell) -> print(csv, report, "Hela länet", "KVÅ " + code, cell.text()));
            report.ends().forEach((end, cell) -> print(csv, report, "Hela länet", "Avslut: " + end, cell.text()));
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"sip-statistik-" + report.county() + "-"
                        + report.period().year() + (report.period().quarter() == 0 ? "" : "-k" + report.period().quarter()) + ".csv\"")
                .body("\uFEFF" + text);
    }

    private static void print(CSVPrinter csv, Report report, String unit, String measure, String value) {
        try {
            csv.printRecord(report.county(), report.period().swedish(), unit, measure, value);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private StaffMember reader() {
        return staff.current().filter(link::isFor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN,
                "Sidan är till för chefer och statistikläsare."));
    }

    private Report report(StaffMember me, String county, Integer year, int quarter) {
        Set<String> mine = new TreeSet<>(me.counties());
        String chosen = county == null ? mine.stream().findFirst().orElse("") : county;
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        if (!mine.contains(chosen) || !years().contains(asked) || quarter < 0 || quarter > 4) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Länet eller perioden finns inte, eller så är den inte din.");
        }
        return statistics.of(chosen, new Period(asked, quarter), new HashSet<>(me.managedUnits()));
    }

    private List<Integer> years() {
        int now = LocalDate.now(clock).getYear();
        return java.util.stream.IntStream.rangeClosed(0, 9).mapToObj(back -> now - back).toList();
    }

    private static List<Row> rows(Report report) {
        var rows = new ArrayList<Row>();
        rows.add(report.whole());
        rows.addAll(report.units());
        return rows;
    }

    private static List<Bar> daysBars(Report report) {
        return rows(report).stream().filter(r -> r.median() != null).map(r -> new Bar(r.name(), r.median(), r.ninetieth(),
                decimal(r.median()) + " / " + decimal(r.ninetieth()))).toList();
    }

    private static List<Bar> shareBars(Report report) {
        return rows(report).stream().filter(r -> r.inTime() != null)
                .map(r -> new Bar(r.name(), r.inTime(), null, r.inTime() + " %")).toList();
    }

    private static List<Bar> bars(Map<String, Cell> cells) {
        return cells.entrySet().stream().filter(c -> c.getValue().number() != null).map(c -> new Bar(c.getKey(),
                c.getValue().number(), null, c.getValue().text())).toList();
    }

    private static String decimal(Double value) {
        return value == null ? "" : String.format(Locale.forLanguageTag("sv"), value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }
}
