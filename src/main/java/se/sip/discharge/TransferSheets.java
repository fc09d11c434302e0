package se.sip.discharge;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/vgr/overfor_information.html} sends. */
@Component
class TransferSheets implements FormSheets<TransferForm> {

    private final DischargeNotices notices;

    TransferSheets(DischargeNotices notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "overfor_information";
    }

    @Override
    public List<Sheet> of(TransferForm form, FormSituation where) {
        return notices.toUnits(where.caseNumber(), NoticeKind.INFORMATION_TRANSFERRED,
                TransferIntake.asMessage(form, where).withheld(), WardMessageSheets.AFTER_SECRECY, "LUS 3:2");
    }
}
