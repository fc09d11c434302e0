package se.sip.unit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/**
 * Reads a county's register as a spreadsheet saves it: UTF-8, semicolons, Swedish headings. All faults are found at
 * once, each with its line.
 */
class RegisterFile {

    static final List<String> UNIT_HEADINGS = List.of("id", "namn", "verksamhet", "kommunkod", "e-post", "telefon",
            "postadress", "it-tjänst", "inloggning", "gäller från", "gäller till");
    static final List<String> MUNICIPALITY_HEADINGS = List.of("kommunkod", "namn");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader()
            .setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true).get();
    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{4}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Map<String, Integer> LONGEST = Map.of("id", 80, "namn", 200, "e-post", 200, "telefon", 40,
            "postadress", 300);

    private final String name;
    private final byte[] content;
    private final List<RegisterFault> faults = new ArrayList<>();

    RegisterFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    static RegisterFile of(Resource file) {
        try {
            return new RegisterFile(file.getFilename(), file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws FaultyRegisterException with every fault of the file */
    List<Municipality> municipalities() {
        var found = new LinkedHashMap<String, Municipality>();
        for (Row row : rows(MUNICIPALITY_HEADINGS)) {
            String code = row.get("kommunkod");
            if (!MUNICIPALITY.matcher(code).matches()) {
                fault(row, "kommunkod '" + code + "' is not four digits");
            }
            if (row.get("namn").isEmpty()) {
                fault(row, "namn is missing");
            }
            if (found.put(code, new Municipality(code, row.get("namn"))) != null) {
                fault(row, "kommunkod " + code + " occurs twice");
            }
        }
        return done(List.copyOf(found.values()));
    }

    /**
     * @param municipalities codes of the county's municipalities
     * @throws FaultyRegisterException with every fault of the file
     */
    List<Unit> units(String county, Set<String> municipalities) {
        var lines = new HashMap<String, Long>();
        var found = new ArrayList<Unit>();
        for (Row row : rows(UNIT_HEADINGS)) {
            int before = faults.size();
            Unit unit = unit(county, municipalities, row);
            Long first = lines.putIfAbsent(row.get("id"), row.line());
            if (first != null) {
                fault(row, "id '" + row.get("id") + "' stands on line " + first + " already");
            }
            if (faults.size() == before) {
                found.add(unit);
            }
        }
        return done(found);
    }

    private Unit unit(String county, Set<String> municipalities, Row row) {
        String id = row.get("id");
        if (!id.matches(Pattern.quote(county) + "-[a-z0-9]+(-[a-z0-9]+)*") || id.endsWith("-chef")) {
            fault(row, "id '" + id + "' must start with " + county + "- and hold only a-z, 0-9 and hyphens (and not"
                    + " end in -chef, which is the managers' group)");
        }
        LONGEST.forEach((heading, longest) -> {
            if (row.get(heading).length() > longest) {
                fault(row, heading + " is longer than " + longest + " characters");
            }
        });
        if (row.get("namn").isEmpty()) {
            fault(row, "namn is missing");
        }
        Optional<UnitKind> kind = Arrays.stream(UnitKind.values())
                .filter(some -> some.swedish().equals(row.get("verksamhet"))).findFirst();
        if (kind.isEmpty()) {
            fault(row, "verksamhet '" + row.get("verksamhet") + "' is not one of "
                    + String.join(", ", Arrays.stream(UnitKind.values()).map(UnitKind::swedish).toList()));
        }
        String municipality = orNull(row.get("kommunkod"));
        if (municipality != null && !municipalities.contains(municipality)) {
            fault(row, "kommunkod '" + municipality + "' is not a municipality of the county");
        }
        if (municipality == null && kind.map(UnitKind::principal).filter(Principal.MUNICIPALITY::equals).isPresent()) {
            fault(row, "kommunkod is missing for a municipal unit");
        }
        String email = orNull(row.get("e-post"));
        if (email != null && !EMAIL.matcher(email).matches()) {
            fault(row, "e-post is not an address");
        }
        String address = orNull(row.get("postadress"));
        boolean hasLogin = yes(row, "inloggning");
        if (!hasLogin && email == null && address == null) {
            fault(row, "a unit without login needs e-post or postadress, or nothing can reach it");
        }
        LocalDate from = day(row, "gäller från");
        LocalDate to = day(row, "gäller till");
        if (from == null && row.get("gäller från").isEmpty()) {
            fault(row, "gäller från is missing");
        }
        if (from != null && to != null && to.isBefore(from)) {
            fault(row, "gäller till lies before gäller från");
        }
        return new Unit(id, county, row.get("namn"), kind.map(UnitKind::principal).orElse(null), kind.orElse(null),
                municipality, email, orNull(row.get("telefon")), address, yes(row, "it-tjänst"), hasLogin, from, to);
    }

    private List<Row> rows(List<String> headings) {
        try (CSVParser parser = CSVParser.parse(text(), FORMAT)) {
            var missing = new TreeSet<>(headings);
            parser.getHeaderNames().forEach(missing::remove);
            if (!missing.isEmpty()) {
                faults.add(new RegisterFault(name, 1, "the headings lack " + String.join(", ", missing)));
                return List.of();
            }
            var complete = new ArrayList<Row>();
            for (CSVRecord values : parser) {
                var row = new Row(parser.getCurrentLineNumber(), values);
                if (values.isConsistent()) {
                    complete.add(row);
                } else {
                    fault(row, "has " + values.size() + " values under " + parser.getHeaderNames().size()
                            + " headings");
                }
            }
            return complete;
        } catch (CharacterCodingException notUtf8) {
            faults.add(new RegisterFault(name, 1, "the file is not UTF-8"));
        } catch (CSVException | IllegalArgumentException unreadable) {
            faults.add(new RegisterFault(name, 1, unreadable.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.of();
    }

    /** Spreadsheets put a byte order mark first. */
    private String text() throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private boolean yes(Row row, String heading) {
        String answer = row.get(heading);
        if (!answer.equals("ja") && !answer.equals("nej")) {
            fault(row, heading + " must be ja or nej, not '" + answer + "'");
        }
        return answer.equals("ja");
    }

    private LocalDate day(Row row, String heading) {
        String text = row.get(heading);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            fault(row, heading + " '" + text + "' is not a date like 2026-01-31");
            return null;
        }
    }

    private <T> List<T> done(List<T> found) {
        if (!faults.isEmpty()) {
            throw new FaultyRegisterException(faults);
        }
        return found;
    }

    private void fault(Row row, String fault) {
        faults.add(new RegisterFault(name, row.line(), fault));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private record Row(long line, CSVRecord values) {

        String get(String heading) {
            return values.get(heading);
        }
    }
}
