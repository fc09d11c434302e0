package se.sip.closure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that the family, and those without login, know that the SIP is closed and where to turn (VGU-162). */
@Component
class ToldIntake implements FormIntake<ToldForm> {

    private final Notices notices;
    private final Closures closures;
    private final Involved involved;
    private final ClosureLetters letters;
    private final Outbox outbox;
    private final CaseLog log;

    ToldIntake(Notices notices, Closures closures, Involved involved, ClosureLetters letters, Outbox outbox,
            CaseLog log) {
        this.notices = notices;
        this.closures = closures;
        this.involved = involved;
        this.letters = letters;
        this.outbox = outbox;
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
        letters.to(where.caseNumber(), byLetter(form, where.caseNumber())).forEach(outbox::send);
        log.add(where.caseNumber(), "DOCUMENTED_IN_OWN_SYSTEM");
    }

    /** The notices that the form says are given by letter: each becomes a letter to post. */
    List<Notice> byLetter(ToldForm form, String caseNumber) {
        Set<Long> chosen = form.told() == null ? Set.of() : form.told().stream()
                .filter(r -> r.how() == Notice.Manner.LETTER).map(ToldForm.ToldRow::noticeId)
                .collect(Collectors.toSet());
        return notices.of(caseNumber).stream().filter(n -> chosen.contains(n.id())).toList();
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new HashMap<String, Object>();
        Purpose letter = letters.purpose(where.caseNumber(), Addressee.person(), closures.latest(where.caseNumber()).orElseThrow().endKind());
        // A reasoned no is best given in writing (VGB-11, VGU-11, HAL-26).
        boolean withReason = letter == Purpose.DENIAL || letter == Purpose.NOT_NEEDED;
        known.put("letter", letter);
        known.put("told", notices.toTell(where.caseNumber()).stream().map(n -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("noticeId", n.id());
            row.put("name", involved.name(where.caseNumber(), n.recipient()));
            if (withReason && n.recipient().isFamily()) {
                row.put("how", Notice.Manner.LETTER);
                row.put("toldOn", where.today());
            }
            return row;
        }).toList());
        closures.latest(where.caseNumber()).map(Closure::whereToTurn).ifPresent(t -> known.put("whereToTurn", t));
        return known;
    }
}
