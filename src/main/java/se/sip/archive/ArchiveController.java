package se.sip.archive;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.sip.access.PageHead;
import se.sip.access.Role;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;

/** The page Gallring och arkiv, for länsadmin and arkivansvarig. */
@Controller
class ArchiveController {

    private static final String PAGE = "redirect:/gallring";
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Archives archives;
    private final Removal removal;
    private final RemovedCases removed;
    private final StaffDirectory staff;
    private final PageHead head;

    ArchiveController(Archives archives, Removal removal, RemovedCases removed, StaffDirectory staff, PageHead head) {
        this.archives = archives;
        this.removal = removal;
        this.removed = removed;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/gallring")
    String page(Principal user, Model model) {
        StaffMember me = one(Role.COUNTY_ADMIN, Role.ARCHIVIST);
        head.fill(user, model);
        boolean admin = Role.COUNTY_ADMIN.isAmong(me.groups());
        model.addAttribute("admin", admin);
        model.addAttribute("lines", archives.due(me));
        model.addAttribute("removed", admin ? removed.latest(me.counties()) : List.of());
        return "gallring";
    }

    /** Has the packages of a case made, or made again where the case has changed. */
    @PostMapping("/gallring/paket")
    String make(@RequestParam String arende, RedirectAttributes then) {
        tell(then, arende, archives.make(one(Role.COUNTY_ADMIN), arende), "Paketen är gjorda. Varje huvudmans "
                + "arkivansvariga kan hämta sitt.");
        return PAGE;
    }

    /** By POST: that somebody fetches is noted, and a link that a browser follows by itself must not. */
    @PostMapping("/gallring/hamta")
    ResponseEntity<byte[]> fetch(@RequestParam String arende, @RequestParam String huvudman) {
        ArchivePackage made = archives.fetch(one(Role.ARCHIVIST), arende, huvudman).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(ZIP).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.caseNumber() + "-"
                        + made.principal() + ".zip\"").body(made.content());
    }

    @PostMapping("/gallring/bekrafta")
    String confirm(@RequestParam String arende, @RequestParam String huvudman,
            @RequestParam(defaultValue = "") String summa, @RequestParam(defaultValue = "") String mottagare,
            @RequestParam(defaultValue = "") String kvittens, RedirectAttributes then) {
        Map<String, String> faults = archives.confirm(one(Role.ARCHIVIST), arende, huvudman, summa, mottagare, kvittens);
        tell(then, arende, List.copyOf(faults.values()), "Överlämnandet är bekräftat.");
        if (!faults.isEmpty()) {
            then.addFlashAttribute("faults", faults);
            then.addFlashAttribute("at", arende + "|" + huvudman);
            then.addFlashAttribute("typed", Map.of("summa", summa, "mottagare", mottagare, "kvittens", kvittens));
        }
        return PAGE;
    }

    @PostMapping("/gallring/ta-bort")
    String remove(@RequestParam String arende, @RequestParam(defaultValue = "false") boolean saker,
            RedirectAttributes then) {
        StaffMember admin = one(Role.COUNTY_ADMIN);
        tell(then, arende, saker ? removal.remove(admin, arende)
                : List.of("Kryssa i att du har sett kvittenserna. Det går inte att ångra."),
                "Ärendet är gallrat. Loggen och kvittenserna finns kvar.");
        return PAGE;
    }

    private static void tell(RedirectAttributes then, String number, List<String> wrong, String done) {
        then.addFlashAttribute(wrong.isEmpty() ? "done" : "wrong",
                number + ": " + (wrong.isEmpty() ? done : String.join(" ", wrong)));
    }

    private StaffMember one(Role... roles) {
        return staff.current().filter(s -> java.util.Arrays.stream(roles).anyMatch(r -> r.isAmong(s.groups())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN,
                        "Sidan är till för länsadministratörer och arkivansvariga."));
    }
}
