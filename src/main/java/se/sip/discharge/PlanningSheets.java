package se.sip.discharge;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.EndKind;
import se.sip.closure.EndingLetters;
import se.sip.closure.NoticeKind;
import se.sip.correspondence.Addressee;
import se.sip.discharge.Planning.OfferAnswer;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What the planning, {@code forms/vgr/planering.html}, leads to where no SIP is called to: who is told, and the letter. */
@Component
class PlanningSheets implements FormSheets<PlanningForm> {

    private final DischargeNotices notices;
    private final EndingLetters letters;
    private final Admissions admissions;

    PlanningSheets(DischargeNotices notices, EndingLetters letters, Admissions admissions) {
        this.notices = notices;
        this.letters = letters;
        this.admissions = admissions;
    }

    @Override
    public String form() {
        return "planering";
    }

    @Override
    public List<Sheet> of(PlanningForm form, FormSituation where) {
        String number = where.caseNumber();
        Admission admission = admissions.of(number);
        if (form.isReplacedByCarePlan()) {
            return notices.toEverybody(number, NoticeKind.COORDINATED_CARE_PLAN, "Samordnad vårdplan görs i stället.",
                    "LUS 4:1");
        }
        if (form.followsUp()) {
            String unit = form.existingSipUnit() == null ? admission.existingUnit() : form.existingSipUnit();
            return admission.existingSip() || unit == null ? List.of() : notices.to(number,
                    NoticeKind.ADMITTED_WITH_SIP, List.of(Addressee.unit(unit)), "Huvudansvarig följer upp SIP:en.",
                    "VGU-77");
        }
        if (!form.endsWithoutSip()) {
            return List.of();
        }
        var sheets = new ArrayList<>(notices.toUnits(number, NoticeKind.SIP_NOT_NEEDED, List.of(),
                "Alla som fick inskrivningsmeddelandet får bedömningen och kvitterar den.", "VGU-101"));
        // When all have acknowledged.
        sheets.addAll(letters.shown(number, form.offerAnswer() == OfferAnswer.NO ? EndKind.SIP_DECLINED
                : EndKind.SIP_NOT_NEEDED, form.notNeededReason()));
        return sheets;
    }
}
