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
    private static final String NOW = "NOW";
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
                .map(need -> route(need, p, cases.personOf(caseFile), tables.evaluateFor(caseNumber, caseFile.county(),
                        processDefinitionId, TABLE, inputs(need, p, caseFile))))).toList();
    }

    /** Called or invited, for somebody the family wants there (VGU-88, VGU-89, HAL-63). */
    DecisionAnswer dutyOf(String county, UnitKind kind) {
        return tables.evaluate(county, null, TABLE, inputs(kind, true, true, "HOME", false, false));
    }

    /**
     * For a unit that the family or the starter adds or has changed to.
     *
     * @param known whether the person has an ongoing contact there
     * @param informationOnly whether only information is needed from there
     */
    public DecisionAnswer ofAdded(CaseFile caseFile, UnitKind kind, boolean known, boolean informationOnly) {
        return tables.evaluate(caseFile, TABLE, inputs(kind, known, true,
                municipality(cases.personOf(caseFile)), informationOnly, violence(caseFile)));
    }

    /** Whether it matters in the county if the person has an ongoing contact with units of the kind (HAL-14, HAL-16). */
    public boolean asksContact(CaseFile caseFile, UnitKind kind) {
        return !ofAdded(caseFile, kind, false, true).text("call").equals(NOW);
    }

    /** Whether it matters in the county at all: whether social services are called for information only (HAL-89). */
    public boolean asksContact(String county) {
        return !tables.evaluate(county, null, TABLE, inputs(UnitKind.SOCIAL_SERVICES, false, true, "HOME", true, false))
                .text("call").equals(NOW);
    }

    /** How a unit that cannot be called yet stands among the participants; empty where it can. */
    public static Optional<String> contactFirst(DecisionAnswer answer) {
        return NOW.equals(answer.text("call")) ? Optional.empty() : Optional.of(answer.text("route"));
    }

    /** The unit where contact is taken instead, as En väg in (HAL-85) or the home municipality's intake (HAL-88). */
    public Optional<Unit> contactUnit(CaseFile caseFile, DecisionAnswer answer) {
        Person person = cases.personOf(caseFile);
        return answer.text("route").equals(Participant.ROUTE_ENTRY_POINT) ? entryPoint(person)
                : first(person, UnitKind.SOCIAL_INTAKE, answer);
    }

    Map<String, Object> inputs(Need need, Preparation preparation, CaseFile caseFile) {
        return inputs(need.kind(), need.knownThere(), preparation.healthCentreId() != null,
                municipality(cases.personOf(caseFile)), need.informationOnly(), violence(caseFile));
    }

    private static String municipality(Person person) {
        return person.placingMunicipalityCode() != null ? "PLACING"
                : person.municipalityCode() != null ? "HOME" : "UNKNOWN";
    }

    /** Never a reason to stop (HAL-83). */
    private static boolean violence(CaseFile caseFile) {
        return caseFile.riskGroups().values().contains("VIOLENCE");
    }

    private static Map<String, Object> inputs(UnitKind kind, boolean known, boolean listed, String municipality,
            boolean informationOnly, boolean violence) {
        var inputs = new HashMap<String, Object>();
        inputs.put("principal", kind.principal().name());
        inputs.put("kind", kind.name());
        inputs.put("known", known);
        inputs.put("listed", listed);
        inputs.put("municipality", municipality);
        inputs.put("informationOnly", informationOnly);
        inputs.put("violence", violence);
        return inputs;
    }

    /** The unit that the table's answer leads to; without one, the family or the municipality is to be asked. */
    Route route(Need need, Preparation preparation, Person person, DecisionAnswer answer) {
        String where = answer.text("route");
        Optional<Unit> unit = switch (where) {
            case "KNOWN_THERE", "CHOSEN_BY_FAMILY" -> find(need.unitId());
            case "HEALTH_CENTRE" -> find(preparation.healthCentreId());
            case "INTAKE_UNIT", Participant.ROUTE_APPLICATION, Participant.ROUTE_HELP_CONTACT ->
                    first(person, UnitKind.SOCIAL_INTAKE, answer);
            case Participant.ROUTE_ENTRY_POINT -> entryPoint(person);
            case "MUNICIPAL_UNIT" -> first(person, need.kind(), answer);
            case "SCHOOL_HEALTH" -> first(person, UnitKind.SCHOOL, answer);
            default -> Optional.empty();
        };
        UnitKind kind = unit.map(Unit::kind).orElseGet(() -> switch (where) {
            case "HEALTH_CENTRE", "ASK_HEALTH_CENTRE" -> UnitKind.HEALTH_CENTRE;
            case "INTAKE_UNIT", "ASK_MUNICIPALITY", Participant.ROUTE_APPLICATION, Participant.ROUTE_HELP_CONTACT ->
                    UnitKind.SOCIAL_INTAKE;
            case Participant.ROUTE_ENTRY_POINT -> UnitKind.ENTRY_POINT;
            default -> need.kind();
        });
        String name = unit.map(Unit::name).or(() -> Optional.ofNullable(need.outsideName()))
                .orElse(kind.swedish() + " (fråga vilken)");
        return new Route(need, where, Participant.Duty.valueOf(answer.text("duty")), kind, unit.orElse(null), name,
                answer);
    }

    /** What is needed of one that several needs lead to, within the column's length. */
    public static String joined(String need, String more) {
        if (need == null || need.isBlank()) {
            return more;
        }
        if (more == null || more.isBlank() || need.contains(more)) {
            return need;
        }
        return cut(need + "; " + more);
    }

    static String cut(String need) {
        return need.length() > LONGEST_NEED ? need.substring(0, LONGEST_NEED) : need;
    }

    private Optional<Unit> find(String id) {
        return id == null ? Optional.empty() : units.findById(id);
    }

    private Optional<Unit> entryPoint(Person person) {
        return units.findByCountyOrderByName(person.county()).stream()
                .filter(unit -> unit.kind() == UnitKind.ENTRY_POINT && unit.validOn(LocalDate.now(clock))).findFirst();
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
