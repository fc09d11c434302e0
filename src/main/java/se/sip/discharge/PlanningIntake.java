package se.sip.discharge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Codes;
import se.sip.decision.DecisionTables;
import se.sip.discharge.Planning.OfferAnswer;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Takes in what the permanent care contact planned. */
@Component
class PlanningIntake implements FormIntake<PlanningForm> {

    private final Plannings plannings;
    private final Admissions admissions;
    private final DischargeViews views;
    private final CaseFiles cases;
    private final DecisionTables tables;
    private final UnitRepository units;

    PlanningIntake(Plannings plannings, Admissions admissions, DischargeViews views, CaseFiles cases,
            DecisionTables tables, UnitRepository units) {
        this.plannings = plannings;
        this.admissions = admissions;
        this.views = views;
        this.cases = cases;
        this.tables = tables;
        this.units = units;
    }

    @Override
    public String form() {
        return "planering";
    }

    @Override
    public Class<PlanningForm> type() {
        return PlanningForm.class;
    }

    @Override
    public void check(PlanningForm form, FormSituation where, Faults faults) {
        Admission admission = admissions.of(where.caseNumber());
        String county = cases.byNumber(where.caseNumber()).county();
        faults.addIf(form.plannedOn() != null && form.plannedOn().isBefore(admission.admittedAt().toLocalDate()),
                "plannedOn", "Dagen ligger före inskrivningen.");
        faults.addIf(admission.existingSip() && Boolean.FALSE.equals(form.existingSip()), "existingSip",
                "Inskrivningsmeddelandet säger att en SIP finns (VGU-75).");
        if (form.isReplacedByCarePlan()) {
            return;
        }
        if (Boolean.TRUE.equals(form.existingSip())) {
            faults.addIf(form.goalChanged() == null, "goalChanged",
                    "Svara om det långsiktiga målet har ändrats påtagligt (VGU-38).");
            faults.addIf(form.followsUp() && form.followUpOn() == null, "followUpOn",
                    "Kom överens om när SIP:en följs upp (VGU-76).");
            faults.addIf(form.followUpOn() != null && form.followUpOn().isBefore(where.today()), "followUpOn",
                    "Dagen har redan varit.");
            faults.addIf(admission.existingUnit() == null && form.existingSipUnit() == null, "existingSipUnit",
                    "Välj den enhet som är huvudansvarig för SIP:en (VGU-77).");
            faults.addIf(form.existingSipUnit() != null && valid(form.existingSipUnit(), county, where).isEmpty(),
                    "existingSipUnit", "Enheten finns inte i registret.");
        }
        checkOffer(form, faults);
        checkHospital(form, county, faults);
        checkUnits(form, admission, county, where, faults);
    }

    private static void checkOffer(PlanningForm form, Faults faults) {
        if (form.offers()) {
            faults.addIf(form.offeredOn() == null, "offeredOn", "SIP-möte ska alltid erbjudas när insatser behövs "
                    + "från båda huvudmännen (VGU-34, VGU-73). Fyll i dagen.");
            faults.addIf(form.offerAnswer() == null || form.offerAnswer() == OfferAnswer.NOT_ASKED, "offerAnswer",
                    "Fyll i personens svar på erbjudandet (VGU-34).");
        }
        if (form.endsWithoutSip() && form.needsRegion() != null && form.needsMunicipality() != null) {
            faults.addIf(form.notNeededReason() == null, "notNeededReason",
                    "Skriv varför ingen SIP görs. Alla som fick inskrivningsmeddelandet får bedömningen (VGU-101).");
            faults.addIf(form.safePlan() == null, "safePlan",
                    "Skriv hur planeringen säkerställer en trygg och säker utskrivning (VGU-100).");
        }
    }

    private void checkHospital(PlanningForm form, String county, Faults faults) {
        if (!Boolean.TRUE.equals(form.atHospital()) || !form.offers()) {
            return;
        }
        faults.addIf(form.shortTermEnough() == null, "shortTermEnough", "Svara ja eller nej.");
        faults.addIf(form.hospitalReason() == null, "hospitalReason",
                "Skriv varför kortsiktig planering för den första tiden hemma inte räcker (VGU-92).");
        List<String> grounds = form.grounds().isEmpty() ? List.of("NONE")
                : form.grounds().stream().map(Enum::name).toList();
        for (String ground : grounds) {
            var answer = tables.evaluate(county, null, "utskrivning_plats", Map.of("atHospital", true,
                    "shortTermEnough", Boolean.TRUE.equals(form.shortTermEnough()), "ground", ground));
            faults.addIf("REFUSED".equals(answer.text("outcome")),
                    Boolean.TRUE.equals(form.shortTermEnough()) ? "shortTermEnough" : "hospitalGrounds",
                    answer.why() + " (" + String.join(", ", answer.clauses().values()) + ")");
        }
    }

    private void checkUnits(PlanningForm form, Admission admission, String county, FormSituation where,
            Faults faults) {
        var seen = new HashSet<String>();
        admissions.noticedIn(admission.caseNumber()).forEach(u -> seen.add(u.unitId()));
        for (int i = 0; i < form.unitRows().size(); i++) {
            var row = form.unitRows().get(i);
            String id = row == null ? null : row.unitId();
            if (id != null) {
                faults.addIf(valid(id, county, where).isEmpty(), "units[" + i + "].unitId",
                        "Enheten finns inte i registret.");
                faults.addIf(!seen.add(id), "units[" + i + "].unitId", "Enheten är redan med.");
            }
        }
    }

    private Optional<Unit> valid(String id, String county, FormSituation where) {
        return units.findById(id).filter(u -> u.county().equals(county)).filter(u -> u.validOn(where.today()));
    }

    @Override
    public void accept(PlanningForm form, FormSituation where) {
        Admission admission = admissions.of(where.caseNumber());
        boolean offers = form.offers();
        boolean atHospital = offers && Boolean.TRUE.equals(form.atHospital());
        plannings.keep(new Planning(null, where.caseNumber(), form.plannedOn(), form.withWhom(), form.important(),
                form.needsRegion(), form.needsMunicipality(), form.compulsoryCare(), form.existingSip(),
                form.existingSip() ? Objects.requireNonNullElse(form.existingSipUnit() == null
                        ? admission.existingUnit() : form.existingSipUnit(), admission.careUnit()) : null,
                Boolean.TRUE.equals(form.goalChanged()), form.followUpOn(), offers ? form.offeredOn() : null,
                offers ? form.offerAnswer() : OfferAnswer.NOT_ASKED, form.notNeededReason(), form.safePlan(),
                atHospital, atHospital ? Codes.of(form.grounds()) : Codes.NONE,
                atHospital ? form.hospitalReason() : null,
                Codes.of(form.unitRows().stream().map(PlanningForm.UnitRow::unitId).toList()), null,
                where.staff().userId(), null), where.staff());
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        Admission admission = admissions.of(where.caseNumber());
        var known = new HashMap<String, Object>();
        known.put("plannedOn", where.today());
        known.put("existingSip", admission.existingSip());
        known.put("compulsoryCare", false);
        known.put("atHospital", false);
        plannings.latest(where.caseNumber()).ifPresent(p -> {
            known.put("withWhom", p.withWhom());
            known.put("important", p.important());
            known.put("existingSip", p.existingSip());
        });
        known.values().removeIf(Objects::isNull);
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Map<String, Object> shown = views.of(where.caseNumber());
        var objections = admissions.noticedIn(where.caseNumber()).stream()
                .filter(u -> u.receipt() == NoticedUnit.Receipt.OBJECTED)
                .map(u -> views.name(u.unitId()) + ": " + u.objection()).toList();
        if (!objections.isEmpty()) {
            shown.put("objections", objections);
        }
        return shown;
    }
}
