package se.sip.audit;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.Role;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;

/** The page Logg, for granskare. What is asked for stands in the body: no person number in an address or a log. */
@Controller
class LogController {

    private final LogSearch search;
    private final AuditCheck check;
    private final AuditLog log;
    private final StaffDirectory staff;
    private final PageHead head;

    LogController(LogSearch search, AuditCheck check, AuditLog log, StaffDirectory staff, PageHead head) {
        this.search = search;
        this.check = check;
        this.log = log;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/logg")
    String page(Principal user, Model model) {
        reviewer();
        return show(user, model, Map.of());
    }

    @PostMapping("/logg/sok")
    String find(Principal user, Model model, @RequestParam Map<String, String> typed) {
        StaffMember me = reviewer();
        var faults = new TreeMap<String, String>();
        List<String> cases = cases(me, typed, faults, false);
        var question = new LogSearch.Question(cases,
                text(typed, "anvandare"), text(typed, "enhet"), day(typed, "fran", faults), day(typed, "till", faults),
                action(typed));
        if (faults.isEmpty()) {
            List<LogSearch.Line> found = search.find(me, question);
            noted(cases, AuditSubject.LOG);
            model.addAttribute("found", found);
            model.addAttribute("more", found.size() == LogSearch.MOST);
            if (cases != null) {
                var chains = new TreeMap<String, List<String>>();
                cases.forEach(number -> chains.put(number, check.faultsOf(number)));
                model.addAttribute("chains", chains);
            }
        }
        model.addAttribute("faults", faults);
        return show(user, model, typed);
    }

    /** Looks through the whole log of the reviewer's counties, and all seals. */
    @PostMapping("/logg/kontroll")
    String check(Principal user, Model model) {
        StaffMember me = reviewer();
        model.addAttribute("broken", check.faultsOfAll(List.copyOf(me.counties())));
        model.addAttribute("seals", check.faultsOfSeals());
        log.read(null, AuditSubject.LOG, "kontroll");
        return show(user, model, Map.of());
    }

    @PostMapping("/logg/utdrag")
    Object extract(Principal user, Model model, @RequestParam Map<String, String> typed) {
        StaffMember me = reviewer();
        var faults = new TreeMap<String, String>();
        List<String> cases = cases(me, typed, faults, true);
        LocalDate from = day(typed, "fran", faults);
        LocalDate to = day(typed, "till", faults);
        if (!faults.isEmpty()) {
            model.addAttribute("faults", faults);
            return show(user, model, typed);
        }
        byte[] pdf = search.extract(me, text(typed, "arende"), cases, from, to);
        noted(cases, AuditSubject.LOG_EXTRACT);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"loggutdrag.pdf\"").body(pdf);
    }

    private void noted(List<String> cases, AuditSubject what) {
        if (cases == null) {
            log.read(null, what, null);
        } else {
            cases.forEach(number -> log.read(number, what, null));
        }
    }

    private String show(Principal user, Model model, Map<String, String> typed) {
        head.fill(user, model);
        model.addAttribute("typed", typed);
        model.addAttribute("actions", AuditAction.values());
        return "logg";
    }

    /** Null where no case is asked for. */
    private List<String> cases(StaffMember me, Map<String, String> typed, Map<String, String> faults,
            boolean needed) {
        String asked = text(typed, "arende");
        if (asked == null) {
            if (needed) {
                faults.put("arende", "Skriv personnummer eller ärendenummer för den som utdraget gäller.");
            }
            return null;
        }
        List<String> cases = search.casesOf(me, asked);
        if (cases.isEmpty()) {
            faults.put("arende", "Inget ärende i ditt län har det numret.");
        }
        return cases;
    }

    private static LocalDate day(Map<String, String> typed, String field, Map<String, String> faults) {
        String text = text(typed, field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.put(field, "Skriv datumet som ÅÅÅÅ-MM-DD.");
            return null;
        }
    }

    private static AuditAction action(Map<String, String> typed) {
        String text = text(typed, "handelse");
        return java.util.Arrays.stream(AuditAction.values()).filter(a -> a.name().equals(text)).findFirst().orElse(null);
    }

    private static String text(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "").strip();
        return text.isEmpty() ? null : text;
    }

    private StaffMember reviewer() {
        return staff.current().filter(s -> Role.REVIEWER.isAmong(s.groups())).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Loggen är till för granskare."));
    }
}
