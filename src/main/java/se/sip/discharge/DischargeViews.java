package se.sip.discharge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What the forms of a discharge show beside their questions. */
@Component
class DischargeViews {

    private final Admissions admissions;
    private final CallClock calls;
    private final DischargeLimits limits;
    private final CaseFiles cases;
    private final UnitRepository units;

    DischargeViews(Admissions admissions, CallClock calls, DischargeLimits limits, CaseFiles cases,
            UnitRepository units) {
        this.admissions = admissions;
        this.calls = calls;
        this.limits = limits;
        this.cases = cases;
        this.units = units;
    }

    /** The admission, and the call's last day where the person is ready for discharge. */
    Map<String, Object> of(String caseNumber) {
        Admission admission = admissions.of(caseNumber);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ward", name(admission.wardUnit()));
        shown.put("careUnit", name(admission.careUnit()));
        shown.put("admitted", Moments.text(admission.admittedAt()));
        shown.put("expected", admission.expectedOn().toString());
        shown.put("existing", admission.existingSip()
                ? "En SIP finns. Huvudansvarig: " + name(admission.existingUnit()) : "Ingen SIP är känd.");
        Optional.ofNullable(admission.careContact()).ifPresent(c -> shown.put("careContact", c));
        calls.current(caseNumber).ifPresent(ready -> {
            String county = cases.byNumber(caseNumber).county();
            shown.put("readySent", Moments.text(ready.sentAt()));
            shown.put("callDue", ready.callDue().toString());
            var sunday = limits.sundayRule(ready.callDue());
            if (!sunday.equals(ready.callDue())) {
                shown.put("sundayRule", "Länets rutin räknar kalenderdagar, och " + ready.callDue() + " gäller. Den "
                        + "allmänna regeln om beräkning av lagstadgad tid (lag 1930:173 2 §) skulle kunna flytta lagens "
                        + "egen gräns till " + sunday + ".");
            }
            shown.put("liableFrom", "Kommunens betalningsansvar kan tidigast börja "
                    + limits.liableFrom(county, ready.sentAt()) + ", om kallelsen är skickad (LUS 5:3–5:5).");
        });
        return shown;
    }

    String name(String unitId) {
        return unitId == null ? "" : units.findById(unitId).map(Unit::name).orElse(unitId);
    }
}
