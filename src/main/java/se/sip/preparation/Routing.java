package se.sip.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.Person;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.preparation.Preparation.Need;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Who is to take part for a need: the table {@code mottagare}, and the unit its answer leads to. */
@Service
public class Routing {

    static final String TABLE = "mottagare";
    private static final int LONGEST_NEED = 1000;
    private final DecisionTables tables;
    private final CaseFiles cases;
    private final Preparations preparations;
    private final UnitRepository units;
    private final Clock clock;

    Routing(DecisionTables tables, CaseFiles cases, Preparations preparations, UnitRepository units,
            Clock clock) {
        this.tables = tables;
        this.cases = cases;
        this.preparations = preparations;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Asks again for every need of a case, as before a call is sent.
     *
     * @param processDefinitionId the running process, whose own tables are used; null for the latest
     */
    public List<Route> again(String caseNumber, String processDefinitionId) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return preparations.of(caseNumber).stream().flatMap(p -> p.needs().stream()
                .map(need -> route(need, p, cases.personOf(caseFile), tables.evaluate(caseFile.county(),
                        processDefinitionId, TABLE, inputs(need, p, cases.personOf(caseFile)))))).toList();
    }

    /** Called or invited, for somebody the family or the starter adds (VGU-88, VGU-89). */
    DecisionAnswer dutyOf(String county, UnitKind kind) {
        return tables.evaluate(county, null, TABLE, inputs(kind, true, true, "HOME"));
    }

    Map<String, Object> inputs(Need need, Preparation preparation, Person person) {
        return inputs(need.kind(), need.knownThere(), preparation.healthCentreId() != null,
                person.placingMunicipalityCode() != null ? "PLACING"
                        : person.municipalityCode() != null ? "HOME" : "UNKNOWN");
    }

    private static Map<String, Object> inputs(UnitKind kind, boolean known, boolean listed, String municipality) {
        var inputs = new HashMap<String, Object>();
        inputs.put("principal", kind.principal().name());
        inputs.put("kind", kind.name());
        inputs.put("known", known);
        inputs.put("listed", listed);
        inputs.put("municipality", municipality);
        return inputs;
    }

    /** The unit that the table's answer leads to; without one, the family or the municipality is to be asked. */
    Route route(Need need, Preparation preparation, Person person, DecisionAnswer answer) {
        String where = answer.text("route");
        Optional<Unit> unit = switch (where) {
            case "KNOWN_THERE", "CHOSEN_BY_FAMILY" -> find(need.unitId());
            case "HEALTH_CENTRE" -> find(preparation.healthCentreId());
            case "INTAKE_UNIT" -> first(person, UnitKind.SOCIAL_INTAKE, answer);
            case "SCHOOL_HEALTH" -> first(person, UnitKind.SCHOOL, answer);
            default -> Optional.empty();
        };
        UnitKind kind = unit.map(Unit::kind).orElseGet(() -> switch (where) {
            case "HEALTH_CENTRE", "ASK_HEALTH_CENTRE" -> UnitKind.HEALTH_CENTRE;
            case "INTAKE_UNIT", "ASK_MUNICIPALITY" -> UnitKind.SOCIAL_INTAKE;
            default -> need.kind();
        });
        String name = unit.map(Unit::name).or(() -> Optional.ofNullable(need.outsideName()))
                .orElse(kind.swedish() + " (fråga familjen vilken)");
        return new Route(need, where, Participant.Duty.valueOf(answer.text("duty")), kind, unit.orElse(null), name,
                answer);
    }

    /** What is needed of one that several needs lead to, within the column's length. */
    static String joined(String need, String more) {
        if (need == null || need.isBlank()) {
            return more;
        }
        if (more == null || more.isBlank() || need.contains(more)) {
            return need;
        }
        String both = need + "; " + more;
        return both.length() > LONGEST_NEED ? both.substring(0, LONGEST_NEED) : both;
    }

    private Optional<Unit> find(String id) {
        return id == null ? Optional.empty() : units.findById(id);
    }

    private Optional<Unit> first(Person person, UnitKind kind, DecisionAnswer answer) {
        String code = "PLACING".equals(answer.text("municipality")) ? person.placingMunicipalityCode()
                : person.municipalityCode();
        return Stream.ofNullable(code).flatMap(c -> units
                .findByCountyAndKindAndMunicipalityCodeOrderByName(person.county(), kind, c).stream())
                .filter(unit -> unit.validOn(LocalDate.now(clock))).findFirst();
    }

    /**
     * Whom a need leads to.
     *
     * @param unit null where the one to take part stands outside the register or is to be asked for
     */
    public record Route(
            Need need, String route, Participant.Duty duty, UnitKind kind, Unit unit, String name,
            DecisionAnswer answer) {
    }
}
