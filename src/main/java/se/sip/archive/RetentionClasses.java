package se.sip.archive;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** How long a principal keeps what it takes over, by the county's table {@code bevarande}: each kind of unit by its law. */
@Component
class RetentionClasses {

    private static final String TABLE = "bevarande";

    private final DecisionTables tables;
    private final UnitRepository units;

    RetentionClasses(DecisionTables tables, UnitRepository units) {
        this.tables = tables;
        this.units = units;
    }

    /**
     * For one kind of unit.
     *
     * @param kind in Swedish
     * @param period in Swedish, such as "minst 10 år efter den sista uppgiften"
     * @param why the law, in Swedish
     */
    record RetentionClass(String kind, String code, int years, String period, String clauses, String why) {
    }

    /** Whether the county has published the table; one that runs with an older set of files may not have. */
    boolean isDecided(CaseFile caseFile) {
        return tables.has(caseFile.county(), TABLE);
    }

    List<RetentionClass> of(CaseFile caseFile, Part part) {
        return part.units().stream().map(units::findById).flatMap(java.util.Optional::stream).map(Unit::kind).distinct()
                .sorted().map(kind -> {
                    DecisionAnswer answer = tables.evaluate(caseFile.county(), null, TABLE, Map.of("kind", kind.name()));
                    int years = answer.number("years");
                    String code = answer.text("retention");
                    return new RetentionClass(kind.swedish(), code, years, period(code, years),
                            answer.clauses().toString(), answer.why());
                }).toList();
    }

    private static String period(String code, int years) {
        return switch (code) {
            case "AT_LEAST" -> "minst " + years + " år efter den sista uppgiften";
            case "WEEDED_AFTER" -> "gallras normalt " + years + " år efter den sista anteckningen";
            case "OWN_PLAN" -> "enligt huvudmannens egen plan";
            default -> throw new IllegalStateException("Table " + TABLE + " answers with " + code);
        };
    }
}
