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

    CaseController(CaseOverviews overviews, MyCases mine, CaseSearch search, CaseViews views, AuditLog audit,
            StaffDirectory staff, IdNumbers numbers) {
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

    record Cards(List<String> numbers) {
    }

    /**
     * Whom tasks are about, for the cards in Tasklist: name and year of birth by case number. Says nothing of a case that
     * is not the caller's to see, nor of a person with a protected identity.
     */
    @PostMapping("/cards")
    Map<String, String> cards(@RequestBody Cards asked) {
        var persons = new LinkedHashMap<String, String>();
        (asked.numbers() == null ? List.<String>of() : asked.numbers()).stream().distinct().limit(MOST_CARDS).forEach(number -> overviews.card(me(), number)
                .ifPresent(text -> persons.put(number, text)));
        audit.listed(persons.keySet());
        return persons;
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
