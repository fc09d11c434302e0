package se.sip.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/**
 * Who becomes main responsible, by the county's table {@code huvudansvarig}: chosen at the meeting (VGU-133), the
 * convener unless the meeting decides otherwise (HAL-94, HAL-96), or at discharge the permanent care contact for a new
 * SIP and the one before for an existing one (VGU-146, VGU-77).
 */
@Component
class MainResponsible {

    private final DecisionTables tables;
    private final CaseFiles cases;
    private final Plans plans;

    MainResponsible(DecisionTables tables, CaseFiles cases, Plans plans) {
        this.tables = tables;
        this.cases = cases;
        this.plans = plans;
    }

    /**
     * The county's rule for one case.
     *
     * @param unit unit that is main responsible unless the meeting decides otherwise; null where the meeting chooses
     * @param reasonAlways whether the choice has a reason even where it is the expected one
     * @param clauses ids of the clauses the rule rests on
     * @param why the county's rule in a Swedish sentence
     */
    record Expected(String unit, boolean reasonAlways, List<String> clauses, String why) {

        /** The rule of the reason, for the form: star and ground. */
        Map<String, Object> reasonShown() {
            return Map.of("required", reasonAlways || unit == null, "clauses", clauses, "note", "");
        }

        /** Whether choosing the unit asks for a reason. */
        boolean needsReason(String chosen) {
            return reasonAlways || unit == null || !unit.equals(chosen);
        }
    }

    Expected of(String caseNumber) {
        DecisionAnswer row = ask(caseNumber);
        return new Expected(unit(row.text("forval"), caseNumber), row.text("skal").equals("ALLTID"),
                List.copyOf(row.clauses().values()), row.why());
    }

    /**
     * The unit that calls to the follow-up of a plan: the one the meeting decided on, or else by the county's rule its
     * main responsible or whoever called to the meeting.
     */
    String followUpCaller(PlanVersion plan) {
        if (plan.followUpUnit() != null) {
            return plan.followUpUnit();
        }
        String caller = ask(plan.caseNumber()).text("kallarUppfoljning");
        return switch (caller) {
            case "HUVUDANSVARIG" -> plan.responsibleUnit();
            case "SAMMANKALLANDE" -> cases.byNumber(plan.caseNumber()).convenerUnit();
            default -> throw unknown("kallarUppfoljning", caller);
        };
    }

    /** Whether whoever called to the meeting also calls to the follow-up, unless the meeting decides otherwise (BOR-74). */
    boolean callerFollowsUp(String caseNumber) {
        return ask(caseNumber).text("kallarUppfoljning").equals("SAMMANKALLANDE");
    }

    private DecisionAnswer ask(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return tables.evaluate(caseFile, "huvudansvarig", Map.of("malgrupp",
                caseFile.audience().name(), "befintligSip", plans.current(caseNumber).isPresent()));
    }

    /** The permanent care contact convenes at discharge (VGU-146). */
    private String unit(String expected, String caseNumber) {
        Optional<String> before = plans.current(caseNumber).map(PlanVersion::responsibleUnit);
        return switch (expected) {
            case "MOTET" -> null;
            case "SAMMANKALLANDE", "FAST_VARDKONTAKT" -> cases.byNumber(caseNumber).convenerUnit();
            case "NUVARANDE" -> before.orElseGet(() -> cases.byNumber(caseNumber).convenerUnit());
            default -> throw unknown("forval", expected);
        };
    }

    private static IllegalStateException unknown(String output, String value) {
        return new IllegalStateException("Table huvudansvarig answers " + value + " in " + output
                + ", which nobody here knows how to find");
    }
}
