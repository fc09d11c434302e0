package se.sip.closure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that the family, and those without login, know that the SIP is closed and where to turn (VGU-162). */
@Component
class ToldIntake implements FormIntake<ToldForm> {

    private final Notices notices;
    private final Closures closures;
    private final Involved involved;
    private final CaseLog log;

    ToldIntake(Notices notices, Closures closures, Involved involved, CaseLog log) {
        this.notices = notices;
        this.closures = closures;
        this.involved = involved;
        this.log = log;
    }

    @Override
    public String form() {
        return "besked";
    }

    @Override
    public Class<ToldForm> type() {
        return ToldForm.class;
    }

    @Override
    public void check(ToldForm form, FormSituation where, Faults faults) {
        Set<Long> open = notices.toTell(where.caseNumber()).stream().map(Notice::id).collect(Collectors.toSet());
        List<ToldForm.ToldRow> rows = form.told() == null ? List.of() : form.told();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            faults.addIf(row.noticeId() != null && !open.contains(row.noticeId()), "told[" + i + "].noticeId",
                    "Mottagaren hör inte till ärendet eller har redan fått besked. Ladda om sidan.");
            faults.addIf(row.toldOn() != null && row.toldOn().isAfter(where.today()), "told[" + i + "].toldOn",
                    "Dagen kan inte ligga framåt i tiden.");
        }
        Set<Long> answered = rows.stream().map(ToldForm.ToldRow::noticeId).collect(Collectors.toSet());
        faults.addIf(!answered.containsAll(open), "told", "Fyll i hur var och en fick besked.");
        faults.addIf(Boolean.FALSE.equals(form.documented()), "documented",
                "Dokumentera avslutet i ert eget system och svara sedan ja (VGU-161, HAL-126).");
    }

    @Override
    public void accept(ToldForm form, FormSituation where) {
        if (form.told() != null) {
            form.told().forEach(r -> notices.told(r.noticeId(), r.toldOn(), r.how(), where.staff().userId()));
        }
        closures.whereToTurn(where.caseNumber(), form.whereToTurn());
        log.add(where.caseNumber(), "DOCUMENTED_IN_OWN_SYSTEM");
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<String, Object>();
        known.put("told", notices.toTell(where.caseNumber()).stream().map(n -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("noticeId", n.id());
            row.put("name", involved.name(where.caseNumber(), n.recipient()));
            return row;
        }).toList());
        closures.latest(where.caseNumber()).map(Closure::whereToTurn).ifPresent(t -> known.put("whereToTurn", t));
        return known;
    }
}
