package se.sip.discharge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.closure.NoticeSheets;
import se.sip.correspondence.Addressee;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/vgr/inskrivning.html} sends, where it is sent at once. */
@Component
class AdmissionSheets implements FormSheets<AdmissionForm> {

    static final String WHY = "Enheten ska få inskrivningsmeddelandet. Samtycke behövs inte.";
    static final String[] GROUNDS = {"LUS 2:1", "VGU-33"};

    private final NoticeSheets notices;

    AdmissionSheets(NoticeSheets notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "inskrivning";
    }

    @Override
    public List<Sheet> of(AdmissionForm form, FormSituation where) {
        if (!form.sendNow()) {
            return List.of();
        }
        var to = new LinkedHashSet<Addressee>();
        to.add(Addressee.unit(form.careUnit()));
        form.unitRows().forEach(r -> to.add(Addressee.unit(r.unitId())));
        var sheets = new ArrayList<>(notices.of(where.county(), null, NoticeKind.ADMITTED, to, WHY, GROUNDS));
        if (form.existingSip() && form.existingSipUnit() != null) {
            sheets.addAll(notices.of(where.county(), null, NoticeKind.ADMITTED_WITH_SIP,
                    List.of(Addressee.unit(form.existingSipUnit())), "Huvudansvarig för SIP:en ska få veta.", "VGU-75"));
        }
        return sheets;
    }
}
