package se.sip.county;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import se.sip.county.BundleFault.Severity;
import se.sip.county.DecisionTable.Column;
import se.sip.county.DecisionTable.Row;
import se.sip.county.XmlOutline.Element;

/**
 * What a decision table may not hold: any language but FEEL, another id than its file's name, cells that the engine
 * would publish without a word and then never match, rows that contradict or leave a gap, and rows that rest on nothing.
 */
class TableCheck {

    /** A text without quotes is the name of a variable that does not exist. */
    private static final Pattern UNQUOTED = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]*");
    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "-");
    private static final Pattern GROUNDED = Pattern.compile("(?s)(.+?): \\s*(\\p{Lu}.*\\.)");
    private static final Pattern CLAUSE = Pattern.compile("([A-ZÅÄÖ]{3})-\\d{2,3}");
    /** {@code FB 6:11}, {@code FB 6:13 a}, {@code LUS 4:1 st. 2}, {@code LPT 7 a §}, {@code 1930:173 1 §}. */
    private static final Pattern LAW = Pattern.compile(
            "(\\p{Lu}\\p{L}+ (\\d+:)?\\d+( [a-z])?( §)?|\\d{4}:\\d+( \\d+( [a-z])? §)?)( st\\. \\d+)?");
    private static final Set<String> ONE_ANSWER = Set.of("UNIQUE", "FIRST", "ANY");
    private static final Pattern DAYS = Pattern.compile("(?=.*[1-9])(P\\d{1,5}D|\\d{1,5})");
    /** Names that a cell may use: the same question has the same answer, today and tomorrow, whatever else is known. */
    private static final Set<String> CELL_WORDS = Set.of("true", "false", "null", "not", "date");
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[\\p{L}_?][\\p{L}\\p{N}_]*");
    private static final String OWN_CHOICE = "PRODUKT";
    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final Map<String, Boolean> readable = new ConcurrentHashMap<>();

    /** What a table must hold for itself, whatever others say. */
    List<BundleFault> check(Bundle.File file, XmlOutline table) {
        var faults = new ArrayList<BundleFault>();
        List<Element> decisions = table.named("dmn:decision");
        if (decisions.size() != 1) {
            faults.add(new BundleFault(file.origin(), 0, "", "Filen har " + decisions.size() + " beslut.",
                    "En fil ska ha ett beslut."));
        }
        for (Element decision : decisions) {
            if (!file.key().equals(decision.attribute("id"))) {
                faults.add(fault(file, decision, "Beslutets id ska vara ”" + file.key() + "”, som filens namn, inte "
                        + decision.label() + ".", "Ändra id eller filens namn."));
            }
        }
        for (Element element : table.elements()) {
            checkLanguage(file, element, faults);
            checkCell(file, element, faults);
        }
        return faults;
    }

    private static void checkLanguage(Bundle.File file, Element element, List<BundleFault> faults) {
        String language = element.attribute("expressionLanguage");
        if (language != null && !language.equalsIgnoreCase("feel") && !language.contains("/FEEL/")) {
            faults.add(fault(file, element, "Språket ”" + language + "” är inte tillåtet.", "En tabell skrivs i FEEL."));
        }
    }

    private void checkCell(Bundle.File file, Element element, List<BundleFault> faults) {
        if (!element.name().equals("dmn:text") || element.parent() == null || element.text().isEmpty()) {
            return;
        }
        String cell = element.text();
        boolean readable = switch (element.parent().name()) {
            case "dmn:inputEntry" -> readable("?" + cell, () -> feel.parseUnaryTests(cell));
            case "dmn:outputEntry", "dmn:inputExpression" -> readable("=" + cell, () -> feel.parseExpression(cell));
            default -> true;
        };
        if (!readable) {
            faults.add(fault(file, element, "Cellen " + element.parent().label() + " går inte att läsa som FEEL: " + cell
                    + ".", "Rätta citattecken, komman och jämförelser."));
        } else if (element.parent().name().endsWith("Entry") && !WORDS.contains(cell) && UNQUOTED.matcher(cell).matches()) {
            faults.add(fault(file, element, "Cellen " + element.parent().label() + " har texten " + cell
                    + " utan citattecken och träffar aldrig.", "Skriv \"" + cell + "\"."));
        } else {
            unknownName(element.parent(), cell).ifPresent(name -> faults.add(fault(file, element, "Cellen "
                    + element.parent().label() + " använder ”" + name + "”: en cell jämför bara med värden.",
                    "Skriv ett värde, till exempel \"VALID\", < 18 eller true.")));
        }
    }

    /** A name in a cell is a variable that is not there, or a function such as today() that answers otherwise tomorrow. */
    private static Optional<String> unknownName(Element entry, String cell) {
        return !entry.name().endsWith("Entry") || UNQUOTED.matcher(cell).matches() ? Optional.empty()
                : NAME.matcher(cell).results().map(java.util.regex.MatchResult::group).filter(n -> !n.startsWith("\""))
                        .filter(n -> !CELL_WORDS.contains(n)).findFirst();
    }

    /** The same few cells stand in hundreds of rows, and reading one takes its time. */
    private boolean readable(String key, Supplier<ParseResult> reading) {
        return readable.computeIfAbsent(key, k -> reading.get().isSuccess());
    }

    /**
     * What a table must hold to be used: its questions, its rows together, and what each rests on.
     *
     * @param base the same table of the national base, which asks and answers the same; null where there is none
     * @param declared what the county's forms ask of their own
     * @param former the table as the product delivers it to the county, against which a gap is seen; null for a new one
     */
    List<BundleFault> checkWhole(Bundle.File file, XmlOutline outline, XmlOutline base, XmlOutline former,
            Product product, County county, boolean own, OwnFieldCheck.Declared declared) {
        var faults = new ArrayList<BundleFault>();
        checkDecision(file, outline, faults);
        Optional<DecisionTable> read = DecisionTable.of(outline);
        if (read.isEmpty()) {
            faults.add(new BundleFault(file.origin(), 0, "", "Filen har ingen beslutstabell.", "Rita beslutet som tabell."));
            return faults;
        }
        var ownColumns = new OwnColumns(county, declared, product);
        faults.addAll(ownColumns.check(file, read.get()));
        DecisionTable table = ownColumns.known(read.get());
        Optional<DecisionTable> before = Optional.ofNullable(former).flatMap(DecisionTable::of);
        Optional<DecisionTable> asked = Optional.ofNullable(base).flatMap(DecisionTable::of).or(() -> before);
        asked.ifPresent(pattern -> {
            compare(file, table.inputs().stream().filter(c -> !OwnColumns.isOwn(c)).toList(), pattern.inputs(), "frågan", "Tabellen måste ställa samma frågor som i basen.",
                    faults);
            compare(file, table.outputs(), pattern.outputs(), "svaret", "Tabellen måste ge samma svar som i basen.",
                    faults);
        });
        for (Column input : table.inputs()) {
            if (asked.isEmpty() && VARIABLE.matcher(input.name()).matches() && !product.says(input.name())) {
                faults.add(fault(file, input.element(), "Tabellen frågar efter ”" + input.name()
                        + "”, som produkten aldrig svarar på.", "Rätta namnet."));
            }
        }
        for (Row row : table.rows()) {
            checkGround(file, row, county, own, faults);
        }
        var rows = new TableRows(table, outline);
        if (!rows.isEven()) {
            faults.add(new BundleFault(file.origin(), 0, "", "En rad har fler eller färre celler än tabellen har kolumner.",
                    "Öppna tabellen i Modeler och spara den på nytt."));
            return faults;
        }
        asked.ifPresent(pattern -> checkPolicy(file, outline, table, pattern, faults));
        checkValues(file, rows, former, product, faults);
        checkTogether(file, rows, faults);
        TableRows formerRows = before.map(b -> new TableRows(b, former)).filter(TableRows::isEven)
                .filter(b -> names(table.inputs()).containsAll(names(b.table().inputs()))).orElse(null);
        if (before.isEmpty() || formerRows != null) {
            rows.lost(formerRows).ifPresent(values -> faults.add(new BundleFault(file.origin(), 0,
                    table.rows().isEmpty() ? "" : "efter " + table.rows().get(table.rows().size() - 1).title(),
                    "Ingen rad svarar när " + rows.shown(values) + ".",
                    "Lägg till en rad för det; annars stannar ärendet med ett fel.")));
        }
        return faults;
    }

    private static void checkDecision(Bundle.File file, XmlOutline outline, List<BundleFault> faults) {
        Set<String> drawn = outline.named("dmndi:DMNShape").stream()
                .map(s -> s.attributes().getOrDefault("dmnElementRef", "")).collect(Collectors.toSet());
        for (Element decision : outline.named("dmn:decision")) {
            if (isBlank(decision.attribute("camunda:historyTimeToLive"))) {
                faults.add(fault(file, decision, "Beslutet säger inte hur länge historiken sparas.",
                        "Fyll i History time to live, till exempel P180D."));
            }
            String kept = decision.attribute("camunda:historyTimeToLive");
            if (!isBlank(kept) && !DAYS.matcher(kept.strip()).matches()) {
                faults.add(fault(file, decision, "Historiken kan inte sparas ”" + kept + "”.",
                        "Skriv antal dagar, till exempel P180D."));
            }
            if (isBlank(decision.attribute("camunda:versionTag"))) {
                faults.add(fault(file, decision, "Beslutet har ingen versionsmärkning.", "Fyll i Version tag."));
            }
            if (isBlank(decision.attribute("name"))) {
                faults.add(fault(file, decision, "Beslutet har inget namn.", "Skriv vad tabellen avgör."));
            }
            if (!drawn.contains(decision.id())) {
                faults.add(fault(file, decision, "Beslutet saknar bild (DI).", "Öppna filen i Modeler och spara den."));
            }
        }
        var seen = new java.util.HashSet<String>();
        outline.elements().stream().filter(e -> e.name().startsWith("dmn:") && !e.id().isEmpty())
                .filter(e -> !seen.add(e.id())).forEach(e -> faults.add(fault(file, e, "Id " + e.label()
                        + " står två gånger i filen.", "Ge den ena ett annat id.")));
    }

    private static void compare(Bundle.File file, List<Column> columns, List<Column> pattern, String what, String remedy,
            List<BundleFault> faults) {
        for (Column wanted : pattern) {
            Optional<Column> same = columns.stream().filter(c -> c.name().equals(wanted.name())).findFirst();
            if (same.isEmpty()) {
                faults.add(new BundleFault(file.origin(), 0, "”" + wanted.label() + "” (" + wanted.element().id() + ")",
                        "Tabellen saknar " + what + " ”" + wanted.name() + "”.", remedy));
            } else if (!same.get().type().equals(wanted.type())) {
                faults.add(fault(file, same.get().element(), "Kolumnen " + wanted.name() + " ska ha typen "
                        + wanted.type() + ", inte " + same.get().type() + ".", "Välj rätt typ."));
            }
        }
        for (Column column : columns) {
            if (pattern.stream().noneMatch(p -> p.name().equals(column.name()))) {
                faults.add(fault(file, column.element(), "Tabellen har " + what + " ”" + column.name()
                        + "”, som basens tabell inte har.", Spelling.nearest(column.name(), names(pattern))));
            }
        }
    }

    /** The product takes one answer from a table, or all; which of them is in the base. */
    private static void checkPolicy(Bundle.File file, XmlOutline outline, DecisionTable table, DecisionTable pattern,
            List<BundleFault> faults) {
        Element element = outline.named("dmn:decisionTable").get(0);
        if (ONE_ANSWER.contains(pattern.hitPolicy()) != ONE_ANSWER.contains(table.hitPolicy())) {
            faults.add(fault(file, element, "Tabellen ger " + (ONE_ANSWER.contains(table.hitPolicy()) ? "ett svar"
                    : "flera svar") + " (" + table.hitPolicy() + "), men produkten väntar sig "
                    + (ONE_ANSWER.contains(table.hitPolicy()) ? "flera" : "ett") + ".", "Välj " + pattern.hitPolicy() + "."));
        }
        if (element.attribute("aggregation") != null) {
            faults.add(fault(file, element, "Svaren räknas ihop (" + element.attribute("aggregation")
                    + "); produkten skulle få ett tal.", "Ta bort Aggregation."));
        }
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static void checkGround(Bundle.File file, Row row, County county, boolean own, List<BundleFault> faults) {
        Matcher grounded = GROUNDED.matcher(row.description());
        if (!grounded.matches()) {
            faults.add(new BundleFault(file.origin(), row.element().line(), row.title(), row.description().isBlank()
                    ? "Raden säger inte vilken paragraf den vilar på." : "Radens beskrivning är inte skriven som den ska: "
                            + row.description() + ".",
                    "Skriv paragrafens nummer, kolon och en mening som slutar med punkt."));
            return;
        }
        for (String id : grounded.group(1).split(", ?")) {
            Matcher clause = CLAUSE.matcher(id);
            if (clause.matches()) {
                if (!own) {
                    faults.add(new BundleFault(file.origin(), row.element().line(), row.title(), "Basens rad vilar på " + id
                            + ", som bara gäller i ett län.", "Nämn lagen, eller PRODUKT."));
                } else if (!county.clauses().contains(clause.group(1))) {
                    faults.add(new BundleFault(file.origin(), row.element().line(), row.title(), "Raden vilar på " + id
                            + ", som inte är en av länets paragrafer.", "Länets börjar med "
                                    + String.join(", ", new TreeSet<>(county.clauses())) + "."));
                }
            } else if (!LAW.matcher(id).matches() && !id.equals(OWN_CHOICE)) {
                faults.add(new BundleFault(file.origin(), row.element().line(), row.title(), "”" + id
                        + "” är varken en paragraf i länets överenskommelse, ett lagrum eller PRODUKT.", "Rätta numret."));
            }
        }
    }

    /** A value outside what can be asked never matches; one outside what can be answered is not understood. */
    private static void checkValues(Bundle.File file, TableRows rows, XmlOutline former, Product product,
            List<BundleFault> faults) {
        DecisionTable table = rows.table();
        Set<String> formerly = former == null ? Set.of() : former.named("dmn:text").stream()
                .flatMap(text -> DecisionTable.texts(text.text()).stream()).collect(Collectors.toSet());
        for (Row row : table.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                boolean input = i < table.inputs().size();
                Column column = input ? table.inputs().get(i) : table.outputs().get(i - table.inputs().size());
                String cell = DecisionTable.text(rows.file(), row.cells().get(i));
                for (String value : DecisionTable.texts(cell)) {
                    boolean known = column.values().isEmpty() ? !input || product.says(value)
                            || formerly.contains(value) : column.values().contains(value);
                    if (!known) {
                        faults.add(new BundleFault(file.origin(), row.cells().get(i).line(), row.title(), "”" + value
                                + "” är inget av värdena för " + column.label() + (input ? "; raden träffar aldrig." : "."),
                                column.values().isEmpty() ? "Rätta värdet."
                                        : "Välj bland " + String.join(", ", new TreeSet<>(column.values())) + "."));
                    }
                }
                if (!input) {
                    checkAnswer(file, row, column, cell, row.cells().get(i), faults);
                } else if (column.type().equals("boolean") && !cell.isEmpty() && !WORDS.contains(cell)
                        && !cell.startsWith("not(")) {
                    faults.add(new BundleFault(file.origin(), row.cells().get(i).line(), row.title(), column.label()
                            + " är ja eller nej, inte " + cell + ".", "Skriv true, false eller -."));
                }
            }
        }
        for (int i = 0; i < table.inputs().size(); i++) {
            for (String value : table.inputs().get(i).values()) {
                if (!rows.isAnswered(i, "\"" + value + "\"")) {
                    faults.add(fault(file, table.inputs().get(i).element(), "Ingen rad svarar när "
                            + table.inputs().get(i).label() + " är ”" + value + "”.",
                            "Lägg till en rad; annars stannar ärendet med ett fel."));
                }
            }
        }
    }

    private static void checkAnswer(Bundle.File file, Row row, Column column, String cell, Element element,
            List<BundleFault> faults) {
        boolean fits = switch (column.type()) {
            case "integer", "long" -> cell.isEmpty() || cell.equals("null") || cell.matches("-?\\d+");
            case "boolean" -> cell.isEmpty() || Set.of("true", "false", "null").contains(cell);
            case "string" -> cell.isEmpty() || cell.equals("null") || cell.startsWith("\"") || !WORDS.contains(cell)
                    && !cell.matches("-?\\d+");
            default -> true;
        };
        boolean one = !column.type().equals("string") || DecisionTable.texts(cell).size() <= 1;
        if (!one) {
            faults.add(new BundleFault(file.origin(), element.line(), row.title(), "Raden ger flera svar för "
                    + column.label() + ": " + cell + ".", "Ge ett svar; dela raden om det behövs."));
        } else if (!fits) {
            faults.add(new BundleFault(file.origin(), element.line(), row.title(), "Svaret " + cell + " är inte av slaget "
                    + column.type() + " som " + column.label() + " ska vara.", "Rätta svaret."));
        } else if (cell.isEmpty() && !column.values().isEmpty()) {
            faults.add(new BundleFault(file.origin(), element.line(), row.title(), "Raden ger inget svar för "
                    + column.label() + ".", "Välj bland " + String.join(", ", new TreeSet<>(column.values())) + "."));
        }
    }

    private static void checkTogether(Bundle.File file, TableRows rows, List<BundleFault> faults) {
        DecisionTable table = rows.table();
        for (int later = 1; later < table.rows().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Row one = table.rows().get(earlier);
                Row other = table.rows().get(later);
                switch (table.hitPolicy()) {
                    case "UNIQUE", "ANY" -> {
                        Optional<List<String>> both = rows.common(earlier, later);
                        boolean same = table.hitPolicy().equals("ANY")
                                && rows.answersOf(earlier).equals(rows.answersOf(later));
                        if (both.isPresent() && !same) {
                            faults.add(new BundleFault(file.origin(), other.element().line(), other.title(),
                                    "Raden överlappar " + one.title() + ": båda gäller när " + rows.shown(both.get())
                                            + ", men bara en får träffa (" + table.hitPolicy() + ").",
                                    "Snäva in en av raderna, eller ta bort en."));
                        }
                    }
                    case "FIRST" -> {
                        if (rows.covers(earlier, later)) {
                            faults.add(new BundleFault(file.origin(), other.element().line(), other.title(),
                                    "Raden träffar aldrig: " + one.title() + " gäller alltid före den (FIRST).",
                                    "Flytta upp raden, eller ta bort den."));
                        }
                    }
                    default -> {
                        if (rows.covers(earlier, later) && rows.covers(later, earlier)
                                && rows.answersOf(earlier).equals(rows.answersOf(later))) {
                            faults.add(new BundleFault(Severity.WARNING, file.origin(), other.element().line(),
                                    other.title(), "Raden säger samma sak som " + one.title() + ".", "Ta bort en av dem."));
                        }
                    }
                }
            }
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static BundleFault fault(Bundle.File file, Element element, String fault, String remedy) {
        return new BundleFault(file.origin(), element.line(), element.title(), fault, remedy);
    }
}
