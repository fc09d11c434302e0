package se.sip.discharge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Protection;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Opens a discharge case from the start form {@code inskrivning}. */
@Component
class AdmissionIntake implements FormIntake<AdmissionForm> {

    private final AdmissionRules rules;
    private final Admissions admissions;
    private final UnitRepository units;

    AdmissionIntake(AdmissionRules rules, Admissions admissions, UnitRepository units) {
        this.rules = rules;
        this.admissions = admissions;
        this.units = units;
    }

    /** One alternative of a list. */
    record Choice(String value, String label) {
    }

    @Override
    public String form() {
        return "inskrivning";
    }

    @Override
    public Class<AdmissionForm> type() {
        return AdmissionForm.class;
    }

    @Override
    public void check(AdmissionForm form, FormSituation where, Faults faults) {
        rules.check(form, where.staff(), where.county(), faults);
    }

    @Override
    public void accept(AdmissionForm form, FormSituation where) {
        admissions.open(form, where);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<String, Object>();
        where.staff().firstUnit().filter(u -> where.staff().units().size() == 1)
                .ifPresent(u -> known.put("wardUnit", u));
        known.put("protection", Protection.NONE);
        known.put("sendNow", true);
        known.put("units", List.of(new AdmissionForm.UnitRow(null)));
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var wards = new ArrayList<Choice>();
        where.staff().units().forEach(u -> units.findById(u).filter(unit -> unit.kind() == UnitKind.HOSPITAL)
                .ifPresent(unit -> wards.add(new Choice(unit.id(), unit.name()))));
        List<Choice> municipalities = units.findByCountyOrderByName(where.county()).stream()
                .filter(u -> u.kind() == UnitKind.SOCIAL_SERVICES && u.municipalityCode() != null)
                .map(u -> new Choice(u.municipalityCode(), u.name().replaceFirst("^Socialtjänsten (i )?", "")))
                .sorted(Comparator.comparing(Choice::label)).toList();
        return Map.of("wards", wards, "municipalities", municipalities);
    }
}
