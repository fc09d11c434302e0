package se.sip.discharge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.closure.NoticeKind;
import se.sip.closure.NoticeSheets;
import se.sip.correspondence.Addressee;
import se.sip.tasklist.FormSheets.Sheet;

/** Shows who of those that got the admission notice will be told what, before it is sent. */
@Component
class DischargeNotices {

    private final NoticeSheets notices;
    private final Admissions admissions;
    private final CaseFiles cases;

    DischargeNotices(NoticeSheets notices, Admissions admissions, CaseFiles cases) {
        this.notices = notices;
        this.admissions = admissions;
        this.cases = cases;
    }

    /** To every unit that got the admission notice, but those that secrecy keeps it from. */
    List<Sheet> toUnits(String number, NoticeKind kind, Collection<String> withheld, String why, String... grounds) {
        return to(number, kind, admissions.told(number).stream().filter(a -> !withheld.contains(a.key())).toList(), why,
                grounds);
    }

    /** The same, and the ward. */
    List<Sheet> toEverybody(String number, NoticeKind kind, String why, String... grounds) {
        var all = new ArrayList<>(admissions.told(number));
        all.add(Addressee.unit(admissions.of(number).wardUnit()));
        return to(number, kind, all, why, grounds);
    }

    List<Sheet> to(String number, NoticeKind kind, Collection<Addressee> to, String why, String... grounds) {
        return notices.of(cases.byNumber(number).county(), number, kind, to, why, grounds);
    }
}
