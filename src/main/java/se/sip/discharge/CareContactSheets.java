package se.sip.discharge;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/vgr/fast_vardkontakt.html} sends. */
@Component
class CareContactSheets implements FormSheets<CareContactForm> {

    private final DischargeNotices notices;

    CareContactSheets(DischargeNotices notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "fast_vardkontakt";
    }

    @Override
    public List<Sheet> of(CareContactForm form, FormSituation where) {
        return notices.toEverybody(where.caseNumber(), NoticeKind.CARE_CONTACT_NAMED,
                "De som planerar utskrivningen får veta vem som är fast vårdkontakt.", "LUS 2:5", "VGU-97");
    }
}
