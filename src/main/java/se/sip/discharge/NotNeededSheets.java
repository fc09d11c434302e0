package se.sip.discharge;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What an objection in {@code forms/vgr/kvittera_behovs_ej.html} sends; agreeing sends nothing yet. */
@Component
class NotNeededSheets implements FormSheets<NotNeededForm> {

    private final DischargeNotices notices;

    NotNeededSheets(DischargeNotices notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "kvittera_behovs_ej";
    }

    @Override
    public List<Sheet> of(NotNeededForm form, FormSituation where) {
        return form.agrees() ? List.of() : notices.toUnits(where.caseNumber(), NoticeKind.SIP_RECONSIDERED, List.of(),
                "Beslutet tas upp på nytt. Vad ni skriver läser den fasta vårdkontakten.", "VGU-101");
    }
}
