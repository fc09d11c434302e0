package se.sip.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** {@code docs/klausuler.csv}: every clause of the source documents, one line each. */
record ClauseRegister(List<ClauseEntry> entries) {

    static final Path FILE = Path.of("docs/klausuler.csv");

    /** The source documents, by the first letters of their clauses' ids. */
    static final Map<String, String> DOCUMENTS = new LinkedHashMap<>();

    /** How many clauses each of them has. */
    static final Map<String, Integer> SIZES = Map.of("VGB", 38, "VGV", 27, "VGU", 164, "HAL", 130, "BOR", 85);

    static {
        DOCUMENTS.put("VGB", "Västra Götaland: SIP för barn och unga");
        DOCUMENTS.put("VGV", "Västra Götaland: vägledning för barn och unga");
        DOCUMENTS.put("VGU", "Västra Götaland: vuxna, och utskrivning från slutenvård");
        DOCUMENTS.put("HAL", "Halland: stöd och vägledning för barn och unga");
        DOCUMENTS.put("BOR", "Dalarna: Borlänges checklista");
    }

    private static final String[] COLUMNS = {"id", "rader i källan", "målgrupp", "fas", "styrka", "klausul", "var",
        "provas av", "vägledning i", "vägledningens ord", "utanför programmet"};

    static ClauseRegister read() {
        CSVFormat format = format().setHeader(COLUMNS).setSkipHeaderRecord(true).get();
        try (CSVParser lines = CSVParser.parse(FILE, StandardCharsets.UTF_8, format)) {
            return new ClauseRegister(lines.stream().map(ClauseRegister::entry).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps what people have written and takes places and tests from the project as it is. */
    void write() {
        try (CSVPrinter lines = new CSVPrinter(Files.newBufferedWriter(FILE), format().setHeader(COLUMNS).get())) {
            for (ClauseEntry entry : entries) {
                lines.printRecord(entry.id(), entry.lines(), entry.audience(), entry.phase(), entry.strength(),
                        entry.text(), String.join(" ", entry.places()), String.join(" ", entry.tests()),
                        entry.guidanceFile(), entry.guidance(), entry.outside());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    ClauseRegister asInProject(ClausePlaces places, ClauseTests tests) {
        return new ClauseRegister(entries.stream().map(entry -> entry.with(
                places.of(entry.id()).stream().map(ClausePlace::reference).distinct().toList(),
                List.copyOf(tests.of(entry.id())))).toList());
    }

    private static ClauseEntry entry(CSVRecord line) {
        return new ClauseEntry(line.get(0), line.get(1), line.get(2), line.get(3), line.get(4), line.get(5),
                split(line.get(6)), split(line.get(7)), line.get(8), line.get(9), line.get(10));
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
    }

    private static CSVFormat.Builder format() {
        return CSVFormat.Builder.create().setDelimiter(';').setQuote('"').setTrim(true).setRecordSeparator('\n');
    }
}
