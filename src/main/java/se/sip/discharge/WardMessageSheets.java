package se.sip.discharge;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.closure.EndingSheets;
import se.sip.closure.NoticeKind;
import se.sip.correspondence.Addressee;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What a message from the ward, {@code forms/vgr/utskrivningsmeddelande.html}, sends. */
@Component
class WardMessageSheets implements FormSheets<WardMessageForm> {

    static final String AFTER_SECRECY = "Lämnas om sekretess inte hindrar; prövningen antecknas.";
    private static final String ALL = "Alla som fick inskrivningsmeddelandet får veta.";

    private final DischargeNotices notices;
    private final EndingSheets endings;
    private final CaseFiles cases;

    WardMessageSheets(DischargeNotices notices, EndingSheets endings, CaseFiles cases) {
        this.notices = notices;
        this.endings = endings;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "utskrivningsmeddelande";
    }

    @Override
    public List<Sheet> of(WardMessageForm form, FormSituation where) {
        String number = form.caseNumber();
        return switch (form.kind()) {
            case EXPECTED_DATE -> notices.toUnits(number, NoticeKind.EXPECTED_DATE_CHANGED, List.of(), ALL, "LUS 2:4");
            case HOSPITAL_MEETING -> notices.to(number, NoticeKind.MEETING_AT_HOSPITAL,
                    List.of(Addressee.unit(cases.byNumber(number).convenerUnit())), "Den fasta vårdkontakten kallar.",
                    "VGU-92");
            case READY -> notices.toUnits(number, NoticeKind.READY_FOR_DISCHARGE, form.withheld(), AFTER_SECRECY,
                    "LUS 3:1");
            case READY_WITHDRAWN -> notices.toUnits(number, NoticeKind.READY_WITHDRAWN, List.of(), ALL, "LUS 3:1");
            case DISCHARGED -> notices.toUnits(number, NoticeKind.DISCHARGED, List.of(), ALL, "LUS 3:2");
            case TRANSFER -> notices.toUnits(number, NoticeKind.INFORMATION_TRANSFERRED, form.withheld(), AFTER_SECRECY,
                    "LUS 3:2");
            case CANCELLED -> endings.of(number, form.endKind(), form.reason(), null);
        };
    }
}
