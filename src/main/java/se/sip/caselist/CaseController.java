package se.sip.caselist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.audit.AuditLog;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.TaskSubjects;

/** Cases over the API. A case that is not the caller's to see does not exist. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

    private static final int MOST = 1000;
    private static final int MOST_CARDS = 200;

    private final CaseOverviews overviews;
    private final MyCases mine;
    private final CaseSearch search;
    private final CaseViews views;
    private final AuditLog audit;
    private final StaffDirectory staff;
    private final IdNumbers numbers;
    private final TaskSubjects subjects;

    CaseController(CaseOverviews overviews, MyCases mine, CaseSearch search, CaseViews views, AuditLog audit,
            StaffDirectory staff, IdNumbers numbers, TaskSubjects subjects) {
        this.subjects = subjects;
        this.numbers = numbers;
        this.overviews = overviews;
        this.mine = mine;
        this.search = search;
        this.views = views;
        this.audit = audit;
        this.staff = staff;
    }

    /** A search by person number, in the body so that it stands in no URL and no log. */
    record Search(String idNumber) {
    }

    /** {@code ?mine}, which is also the only way to list: the cases my units convene, at most 1000. */
    @GetMapping
    List<CaseOverview> mine() {
        List<CaseOverview> shown = mine.list(me(), CaseFilter.convened(), 0, MOST).rows();
        audit.listed(shown.stream().map(CaseOverview::number).toList());
        return shown;
    }

    @ReadsCase(AuditSubject.CASE)
    @GetMapping("/{number}")
    CaseView one(@PathVariable String number) {
        StaffMember me = me();
        return overviews.readable(me, number).map(c -> views.of(me, c)).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Ärendet finns inte, eller så hör det till en annan enhet."));
    }

    @PostMapping("/search")
    List<CaseOverview> search(@RequestBody Search search) {
        IdNumber id = numbers.parse(search.idNumber()).orElseThrow(() -> new FaultyFormException(new Faults()
                .add("idNumber", "Skriv ett giltigt personnummer, samordningsnummer eller reservnummer.")));
        return this.search.byIdNumber(me(), id);
    }

    /** @param tasks the tasks whose cards are shown, of these cases */
    record Cards(List<String> numbers, List<String> tasks) {
    }

    /** @param tasks what tells a task from others of the same name, by task */
    record CardLines(Map<String, String> persons, Map<String, String> tasks) {
    }

    /**
     * Whom tasks are about, for the cards in Tasklist: name and year of birth by case number, and which letter or
     * intervention it is by task. Says nothing of a case that is not the caller's to see, nor of a person with a
     * protected identity.
     */
    @PostMapping("/cards")
    CardLines cards(@RequestBody Cards asked) {
        var persons = new LinkedHashMap<String, String>();
        some(asked.numbers()).forEach(number -> overviews.card(me(), number)
                .ifPresent(text -> persons.put(number, text)));
        audit.listed(persons.keySet());
        return new CardLines(persons, subjects.ofVisible(persons.keySet(), some(asked.tasks())));
    }

    private static List<String> some(List<String> asked) {
        return asked == null ? List.of() : asked.stream().distinct().limit(MOST_CARDS).toList();
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
