package se.sip.county;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.DecisionTable.Column;
import se.sip.decision.DecisionTables;
import se.sip.ownfield.OwnField;

/** What a county's table asks of the county's own fields: {@code jamtland.skolform} asks for the field {@code skolform}. */
record OwnColumns(County county, OwnFieldCheck.Declared declared, Product product) {

    private static final Pattern OWN = Pattern.compile("([a-z][a-z0-9-]*)\\.(\\w+)");

    static boolean isOwn(Column column) {
        return OWN.matcher(column.name()).matches();
    }

    /** The table with the values that a choice's form offers, so that its rows are held against them. */
    DecisionTable known(DecisionTable table) {
        return new DecisionTable(table.hitPolicy(), table.inputs().stream().map(this::known).toList(), table.outputs(),
                table.rows());
    }

    private Column known(Column column) {
        return field(column).filter(f -> f.kind() == OwnField.Kind.CHOICE).map(f -> new Column(column.element(),
                column.name(), column.label(), column.type(), Set.copyOf(f.choices().keySet()))).orElse(column);
    }

    private Optional<OwnField> field(Column column) {
        Matcher own = OWN.matcher(column.name());
        return own.matches() && own.group(1).equals(county.id())
                ? Optional.ofNullable(declared.fields().get(own.group(2))) : Optional.empty();
    }

    List<BundleFault> check(Bundle.File file, DecisionTable table) {
        var faults = new ArrayList<BundleFault>();
        for (Column column : table.inputs()) {
            if (isOwn(column)) {
                check(file, column, faults);
            }
        }
        return faults;
    }

    private void check(Bundle.File file, Column column, List<BundleFault> faults) {
        Matcher own = OWN.matcher(column.name());
        if (!own.matches()) {
            return;
        }
        String name = own.group(2);
        Optional<OwnField> field = field(column);
        if (!file.isOwn() || !own.group(1).equals(county.id())) {
            add(faults, file, column, "Tabellen frågar efter ”" + column.name() + "”, som inte är länets eget.",
                    "Länets egna fält skrivs " + county.id() + ".namn, i länets egen tabell.");
        } else if (field.isEmpty()) {
            add(faults, file, column, "Tabellen frågar efter länets eget fält ”" + name
                    + "”, som inget formulär har.", Spelling.nearest(name, declared.fields().keySet()));
        } else if (!product.gathers(file.key()) && !DecisionTables.ASKED_OF_A_CASE.contains(file.key())) {
            add(faults, file, column, "Tabellen frågas utan att det finns ett ärende, och har inga svar på länets egna fält.",
                    "De kan läsas av " + Stream.concat(DecisionTables.ASKED_OF_A_CASE.stream(),
                            product.gathered().stream()).collect(Collectors.toCollection(TreeSet::new)).stream()
                            .collect(Collectors.joining(", ")) + ".");
        } else if (declared.ofSeveral().contains(name)) {
            add(faults, file, column, "Fältet ”" + name + "” svarar flera på, var för sig; tabellen kan inte välja bland"
                    + " svaren.", "Ställ frågan i ett formulär som en fyller i för ärendet.");
        } else if (!field.get().kind().isForTables()) {
            add(faults, file, column, "Fältet ”" + name + "” är " + field.get().kind().swedish()
                    + " och kan inte avgöra något.", "Gör det till ett val, ja eller nej, ett tal eller ett datum.");
        } else if (!types(field.get()).contains(column.type())) {
            add(faults, file, column, "Kolumnen " + column.name() + " ska ha typen "
                    + (field.get().kind().tableType().isEmpty() ? "(ingen)" : field.get().kind().tableType()) + ", inte "
                    + column.type() + ": fältet är " + field.get().kind().swedish() + ".", "Välj rätt typ.");
        }
    }

    /** A date is compared as what it is, without a type: the engine turns typed dates into something else. */
    private static Set<String> types(OwnField field) {
        return switch (field.kind()) {
            case NUMBER -> Set.of("long", "integer", "");
            case DATE -> Set.of("");
            default -> Set.of(field.kind().tableType(), "");
        };
    }

    private static void add(List<BundleFault> faults, Bundle.File file, Column column, String fault, String remedy) {
        faults.add(new BundleFault(file.origin(), column.element().line(), column.element().title(), fault, remedy));
    }
}
