package se.sip.need;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CaseOrigin;
import se.sip.casefile.CasePhase;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.Codes;
import se.sip.casefile.EndKind;
import se.sip.casefile.Guardian;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.discharge.DischargeRoutine;
import se.sip.engine.ProcessVariable;
import se.sip.need.NeedSigns.Sort;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Opens a case from the start form {@code behov}. */
@Component
class NeedIntake implements FormIntake<NeedForm> {

    private final CaseFiles cases;
    private final CaseLog log;
    private final UnitRepository units;
    private final TargetGroup targetGroup;
    private final SecondStart secondStart;
    private final DischargeRoutine discharge;
    private final StartRight startRight;
    private final NeedSigns signs;
    private final BaseLevels baseLevels;
    private final IdNumbers numbers;
    private final NeedAssessments assessments;

    NeedIntake(CaseFiles cases, CaseLog log, UnitRepository units, TargetGroup targetGroup, SecondStart secondStart,
            DischargeRoutine discharge, StartRight startRight, NeedSigns signs, BaseLevels baseLevels,
            IdNumbers numbers, NeedAssessments assessments) {
        this.numbers = numbers;
        this.assessments = assessments;
        this.baseLevels = baseLevels;
        this.cases = cases;
        this.log = log;
        this.units = units;
        this.targetGroup = targetGroup;
        this.secondStart = secondStart;
        this.discharge = discharge;
        this.startRight = startRight;
        this.signs = signs;
    }

    @Override
    public String form() {
        return "behov";
    }

    @Override
    public Class<NeedForm> type() {
        return NeedForm.class;
    }

    @Override
    public void check(NeedForm form, FormSituation where, Faults faults) {
        if (form.startingUnit() != null) {
            Optional<Unit> unit = units.findById(form.startingUnit());
            faults.addIf(unit.isEmpty() || !where.staff().worksIn(form.startingUnit()), "startingUnit",
                    "Du kan bara starta för en enhet du arbetar i.");
            if (unit.isPresent() && !mayStart(unit.get(), form, where)) {
                pointedOut(form, where, faults);
            }
        }
        if (form.origin() == CaseOrigin.OWN_ASSESSMENT) {
            faults.addIf(form.discoveredOn() == null, "discoveredOn", "Fyll i dagen då behovet upptäcktes.");
        } else if (form.origin() != null) {
            faults.addIf(form.askedBy() == null, "askedBy", "Skriv vem som frågade eller påtalade behovet.");
            faults.addIf(form.signalledOn() == null, "signalledOn", "Fyll i dagen då frågan eller signalen kom.");
        }
        faults.addIf(Boolean.TRUE.equals(form.inpatient()) && discharge.refusesNeedOfInpatient(where.county()),
                "inpatient", discharge.why(where.county()));
        faults.addIf(Boolean.TRUE.equals(form.urgent()) && form.urgencyReason() == null, "urgencyReason",
                "Skriv varför mötet behöver hållas snabbt.");
        faults.addIf(!NeedSigns.knows(signs.of(where.county(), Sort.INDICATOR), form.indicators()), "indicators",
                "Välj bland dem som visas.");
        faults.addIf(!NeedSigns.knows(signs.of(where.county(), Sort.RISK_GROUP), form.riskGroups()), "riskGroups",
                "Välj bland dem som visas.");
        knownMunicipality(form.municipality(), "municipality", where, faults);
        knownMunicipality(form.placingMunicipality(), "placingMunicipality", where, faults);
        ofCounty(form.idNumber(), "idNumber", where, faults);
        numbers.parse(form.idNumber()).ifPresent(id -> {
            int age = java.time.Period.between(id.birthDate(), where.today()).getYears();
            faults.addIf(age < 18 && (form.guardians() == null || form.guardians().isEmpty())
                    && form.noGuardianReason() == null, "noGuardianReason",
                    "Lägg till vårdnadshavare, eller skriv varför ingen kan anges.");
            faults.addIf(form.discoveredOn() != null && form.discoveredOn().isBefore(id.birthDate()), "discoveredOn",
                    "Dagen ligger före personens födelse.");
            faults.addIf(form.signalledOn() != null && form.signalledOn().isBefore(id.birthDate()), "signalledOn",
                    "Dagen ligger före personens födelse.");
            guardians(form, id, where, faults);
            if (form.origin() == CaseOrigin.OWN_ASSESSMENT) {
                baseLevels.check(where.county(), targetGroup.of(where.county(), age), form.needsFrom(),
                        form.baseLevel(), form.baseLevelReason(), faults);
                assessments.check(where.county(), targetGroup.of(where.county(), age), form, where.today(), faults);
            }
        });
    }

    /** Where the number cannot be read, a child's. */
    private Audience audience(NeedForm form, FormSituation where) {
        return numbers.parse(form.idNumber()).map(id -> targetGroup.of(where.county(),
                java.time.Period.between(id.birthDate(), where.today()).getYears())).orElse(Audience.CHILD);
    }

    private boolean mayStart(Unit unit, NeedForm form, FormSituation where) {
        return startRight.mayStart(where.county(), unit.kind(), audience(form, where));
    }

    /** Who may only point a need out names who is to judge it (VGB-06, VGU-08, HAL-23). */
    private void pointedOut(NeedForm form, FormSituation where, Faults faults) {
        faults.addIf(form.origin() != CaseOrigin.OTHER_ACTOR && form.assessingUnit() == null, "startingUnit",
                "Andra aktörer kan påtala behov men inte starta. Vänd er till socialtjänst, skola eller vård: välj att en"
                        + " annan aktör har påtalat behovet, och vem som ska bedöma det.");
        faults.addIf(form.origin() != CaseOrigin.OTHER_ACTOR && form.assessingUnit() != null, "origin",
                "Er enhet kan påtala behovet men inte starta: välj att en annan aktör har påtalat det.");
        faults.addIf(form.origin() == CaseOrigin.OTHER_ACTOR && Optional.ofNullable(form.assessingUnit())
                        .flatMap(units::findById).filter(u -> u.county().equals(where.county()) && u.hasLogin()
                                && u.validOn(where.today()) && mayStart(u, form, where)).isEmpty(), "assessingUnit",
                "Välj en enhet som får starta och som ska bedöma behovet: socialtjänst, skola eller vård.");
    }

    /** Whose case it becomes: the own unit's, or that of the unit asked to judge. */
    private Unit convener(NeedForm form, FormSituation where) {
        Unit own = units.findById(form.startingUnit()).orElseThrow();
        return mayStart(own, form, where) ? own : units.findById(form.assessingUnit()).orElseThrow();
    }

    private void guardians(NeedForm form, IdNumber child, FormSituation where, Faults faults) {
        List<NeedForm.GuardianRow> rows = form.guardians() == null ? List.of() : form.guardians();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<IdNumber> guardian = rows.get(i) == null ? Optional.empty()
                    : numbers.parse(rows.get(i).idNumber());
            faults.addIf(guardian.isPresent() && guardian.get().text().equals(child.text()),
                    "guardians[" + i + "].idNumber", "Barnet kan inte vara sin egen vårdnadshavare.");
            faults.addIf(rows.get(i) == null, "guardians[" + i + "].name", "Fyll i vårdnadshavarens namn.");
            faults.addIf(guardian.isPresent() && !seen.add(guardian.get().text()), "guardians[" + i + "].idNumber",
                    "Vårdnadshavaren finns redan i listan.");
            if (rows.get(i) != null) {
                ofCounty(rows.get(i).idNumber(), "guardians[" + i + "].idNumber", where, faults);
            }
        }
    }

    /** A reserve number means something in the region that gave it only. */
    private void ofCounty(String number, String field, FormSituation where, Faults faults) {
        faults.addIf(numbers.parse(number).isPresent() && numbers.parse(number, where.county()).isEmpty(), field,
                "Reservnumret är inte av det slag som länet använder.");
    }

    private void knownMunicipality(String code, String field, FormSituation where, Faults faults) {
        faults.addIf(code != null && municipalities(where.county()).stream().noneMatch(m -> m.value().equals(code)),
                field, "Välj en kommun i listan.");
    }

    @Override
    public void accept(NeedForm form, FormSituation where) {
        IdNumber id = numbers.parse(form.idNumber()).orElseThrow();
        Optional<CaseFile> running = cases.runningOf(where.county(), id.text());
        Optional<CaseFile> restarted = cases.of(where.county(), id.text()).stream()
                .filter(c -> c.endKind() == EndKind.GOAL_CHANGED_RESTART).findFirst();
        Person person = cases.keep(new Person(null, where.county(), id.text(), id.kind().name(), id.birthDate(),
                form.givenName(), form.familyName(), form.address(), form.municipality(), form.placingMunicipality(),
                form.protection(), form.interpreterLanguage(), form.adaptations()), guardians(form));
        var discovered = form.origin() == CaseOrigin.OWN_ASSESSMENT ? form.discoveredOn() : form.signalledOn();
        String number = cases.nextNumber();
        Unit unit = convener(form, where);
        cases.save(new CaseFile(null, number, where.county(), person.id(),
                targetGroup.of(where.county(), person.ageOn(where.today())), CaseStatus.OPEN, CasePhase.DISCOVER, unit.id(),
                convenerUser(unit, form, where), form.origin(), form.askedBy(), form.signalledOn(), discovered,
                where.today(), form.urgent(), form.urgencyReason(), Codes.of(form.indicators()),
                Codes.of(form.riskGroups()), Codes.of(form.needsFrom()), form.needDescription(), form.inpatient(),
                null, null, null, null, null, null, null, restarted.map(CaseFile::number).orElse(null), 0));
        log.add(number, "CASE_OPENED", "Ärendet öppnat. Behovet upptäckt " + discovered + ".");
        baseLevels.keep(where, number, targetGroup.of(where.county(), person.ageOn(where.today())), form.needsFrom(),
                form.baseLevel(), form.baseLevelReason());
        if (form.origin() == CaseOrigin.OWN_ASSESSMENT) {
            assessments.keep(where, number, targetGroup.of(where.county(), person.ageOn(where.today())), form);
        }
        running.ifPresent(secondStart::tell);

        where.variables().setCaseNumber(number);
        where.variables().set(ProcessVariable.COUNTY, where.county());
        where.variables().set(ProcessVariable.ORIGIN, form.origin().name());
        where.variables().set(ProcessVariable.CONVENER_GROUP, unit.id());
        where.variables().set(ProcessVariable.ASSESSING_GROUP, unit.id());
        where.variables().set(ProcessVariable.MANAGER_GROUP, unit.managerGroup());
    }

    /** With protected identity, whoever only pointed the need out is not named: the judging unit's manager names one. */
    private String convenerUser(Unit convener, NeedForm form, FormSituation where) {
        boolean named = where.staff().worksIn(convener.id()) || form.protection() == Protection.NONE
                && guardians(form).stream().noneMatch(Guardian::isProtected);
        return named ? where.staff().userId() : "";
    }

    private List<Guardian> guardians(NeedForm form) {
        var rows = form.guardians() == null ? List.<NeedForm.GuardianRow>of() : form.guardians();
        return rows.stream().map(r -> new Guardian(null, null, r.name(),
                numbers.parse(r.idNumber()).map(IdNumber::text).orElse(null), r.address(), r.phone(),
                Objects.requireNonNullElse(r.protection(), Protection.NONE), r.interpreterLanguage())).toList();
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new java.util.HashMap<String, Object>();
        where.staff().firstUnit().filter(u -> where.staff().units().size() == 1)
                .ifPresent(u -> known.put("startingUnit", u));
        known.put("origin", CaseOrigin.OWN_ASSESSMENT);
        known.put("protection", Protection.NONE);
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var own = new ArrayList<NeedChoices.Choice>();
        where.staff().units().forEach(u -> units.findById(u)
                .ifPresent(unit -> own.add(new NeedChoices.Choice(unit.id(), unit.name(), null))));
        return Map.of("ownUnits", own, "municipalities", municipalities(where.county()),
                "indicators", signs.of(where.county(), Sort.INDICATOR), "riskGroups",
                signs.of(where.county(), Sort.RISK_GROUP),
                "kinds", NeedChoices.kinds(), "asksBaseLevel", baseLevels.isAsked(where.county()), "asksChecklist",
                assessments.isAsked(where.county(), Audience.CHILD));
    }

    private List<NeedChoices.Choice> municipalities(String county) {
        return units.findByCountyOrderByName(county).stream()
                .filter(u -> u.kind() == UnitKind.SOCIAL_SERVICES && u.municipalityCode() != null)
                .map(u -> new NeedChoices.Choice(u.municipalityCode(),
                        u.name().replaceFirst("^Socialtjänsten (i )?", ""), null))
                .sorted(Comparator.comparing(NeedChoices.Choice::label)).toList();
    }
}
