package se.sip.need;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.deadline.CaseDates;
import se.sip.engine.ProcessVariable;
import se.sip.need.JudgementForm.Judgement;
import se.sip.need.NeedSigns.Sort;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in the judgement of a request or signal. */
@Component
class JudgementIntake implements FormIntake<JudgementForm> {

    private final CaseFiles cases;
    private final CaseLog log;
    private final CaseDates dates;
    private final NeedSigns signs;
    private final BaseLevels baseLevels;
    private final NeedAssessments assessments;

    JudgementIntake(CaseFiles cases, CaseLog log, CaseDates dates, NeedSigns signs, BaseLevels baseLevels,
            NeedAssessments assessments) {
        this.assessments = assessments;
        this.signs = signs;
        this.baseLevels = baseLevels;
        this.dates = dates;
        this.cases = cases;
        this.log = log;
    }

    @Override
    public String form() {
        return "bedomning";
    }

    @Override
    public Class<JudgementForm> type() {
        return JudgementForm.class;
    }

    @Override
    public void check(JudgementForm form, FormSituation where, Faults faults) {
        if (form.judgement() == Judgement.DENY) {
            faults.addIf(form.denialReason() == null, "denialReason",
                    "Skriv skälet. Skälet till att neka ska dokumenteras (VGB-11).");
            faults.addIf(!Boolean.TRUE.equals(form.exceptional()), "exceptional",
                    "Att neka bör bara ske i undantagsfall. Bekräfta att det är prövat, eller godta begäran.");
        } else if (form.judgement() == Judgement.ACCEPT) {
            faults.addIf(form.discoveredOn() == null, "discoveredOn", "Fyll i dagen då ni såg behovet.");
            faults.addIf(form.needsFrom() == null || form.needsFrom().isEmpty(), "needsFrom",
                    "Välj minst en verksamhet som insatser behövs från.");
            CaseFile caseFile = cases.byNumber(where.caseNumber());
            faults.addIf(!NeedSigns.knows(signs.of(where.county(), Sort.INDICATOR),
                    form.indicators()), "indicators", "Välj bland dem som visas.");
            faults.addIf(!NeedSigns.knows(signs.of(where.county(), Sort.RISK_GROUP),
                    form.riskGroups()), "riskGroups", "Välj bland dem som visas.");
            baseLevels.check(where.county(), caseFile.audience(), form.needsFrom(), form.baseLevel(),
                    form.baseLevelReason(), faults);
            assessments.check(where.county(), caseFile.audience(), form, where.today(), faults);
            var signalled = caseFile.signalledOn();
            faults.addIf(form.discoveredOn() != null && signalled != null && form.discoveredOn().isBefore(signalled),
                    "discoveredOn", "Dagen ligger före den dag då signalen kom.");
        }
    }

    @Override
    public void accept(JudgementForm form, FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        if (form.judgement() == Judgement.DENY) {
            cases.save(caseFile.withEndReason(form.denialReason()));
            where.variables().set(ProcessVariable.DENIED, true);
            log.add(caseFile.number(), "REQUEST_DENIED", form.denialReason());
            return;
        }
        cases.save(caseFile.judged(form.discoveredOn(), Codes.of(form.indicators()), Codes.of(form.riskGroups()),
                Codes.of(form.needsFrom()), form.needDescription() == null ? caseFile.needDescription()
                        : form.needDescription()));
        baseLevels.keep(where, caseFile.number(), caseFile.audience(), form.needsFrom(), form.baseLevel(),
                form.baseLevelReason());
        assessments.keep(where, caseFile.number(), caseFile.audience(), form);
        dates.recalculate(caseFile.number());
        where.variables().set(ProcessVariable.DENIED, false);
        log.add(caseFile.number(), "NEED_JUDGED", "Behovet bedömt. Upptäckt " + form.discoveredOn() + ".");
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        var known = new HashMap<String, Object>();
        known.put("judgement", Judgement.ACCEPT);
        known.put("indicators", caseFile.indicators().values());
        known.put("riskGroups", caseFile.riskGroups().values());
        known.put("needsFrom", caseFile.needsFrom().values());
        known.put("needDescription", caseFile.needDescription());
        known.putAll(assessments.known(where.caseNumber()));
        baseLevels.of(where.caseNumber()).ifPresent(b -> {
            known.put("baseLevel", b.answer());
            known.put("baseLevelReason", b.reason());
        });
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        return Map.of("indicators", signs.of(where.county(), caseFile.audience(), Sort.INDICATOR), "riskGroups",
                signs.of(where.county(), caseFile.audience(), Sort.RISK_GROUP),
                "kinds", NeedChoices.kinds(), "asksBaseLevel", asksBaseLevel(where, caseFile), "asksChecklist",
                assessments.isAsked(where.county(), caseFile.audience()),
                "request", caseFile.signalledOn() == null ? "Den egna enheten, bedöms på nytt"
                        : (caseFile.askedBy() == null ? "" : caseFile.askedBy() + ", ") + caseFile.signalledOn());
    }

    private boolean asksBaseLevel(FormSituation where, CaseFile caseFile) {
        return caseFile.audience() == Audience.ADULT && baseLevels.isAsked(where.county());
    }
}
