package se.sip.discharge;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.correspondence.Addressee;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/vgr/skicka_inskrivning.html} sends. */
@Component
class SendAdmissionSheets implements FormSheets<SendAdmissionForm> {

    private final DischargeNotices notices;
    private final Admissions admissions;

    SendAdmissionSheets(DischargeNotices notices, Admissions admissions) {
        this.notices = notices;
        this.admissions = admissions;
    }

    @Override
    public String form() {
        return "skicka_inskrivning";
    }

    @Override
    public List<Sheet> of(SendAdmissionForm form, FormSituation where) {
        String number = where.caseNumber();
        var sheets = new ArrayList<>(notices.to(number, NoticeKind.ADMITTED, admissions.noticedIn(number).stream()
                .map(u -> Addressee.unit(u.unitId())).toList(), AdmissionSheets.WHY, AdmissionSheets.GROUNDS));
        Admission admission = admissions.of(number);
        if (admission.existingSip() && admission.existingUnit() != null) {
            sheets.addAll(notices.to(number, NoticeKind.ADMITTED_WITH_SIP,
                    List.of(Addressee.unit(admission.existingUnit())), "Huvudansvarig för SIP:en ska få veta.", "VGU-75"));
        }
        return sheets;
    }
}
