package se.sip.deviation;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.figures.Figures;

/** The page Avvikelser till ledningsgruppen, for managers of units (BOR-82). */
@Controller
class LeadershipGroupController {

    private final LeadershipGroup group;
    private final StaffDirectory staff;
    private final PageHead head;
    private final RuleBook rules;
    private final Figures figures;
    private final Clock clock;

    LeadershipGroupController(LeadershipGroup group, StaffDirectory staff, PageHead head, RuleBook rules,
            Figures figures, Clock clock) {
        this.figures = figures;
        this.rules = rules;
        this.group = group;
        this.staff = staff;
        this.head = head;
        this.clock = clock;
    }

    @GetMapping("/ledningsgrupp")
    String copies(Principal user, Model model, @RequestParam(required = false) String klart) {
        StaffMember me = manager();
        head.fill(user, model);
        model.addAttribute("waiting", group.copies(me.counties(), false));
        model.addAttribute("raised", group.copies(me.counties(), true));
        model.addAttribute("today", LocalDate.now(clock).toString());
        model.addAttribute("done", klart != null);
        model.addAttribute("year", figures.of(me.counties(), LocalDate.now(clock).getYear()));
        model.addAttribute("revise", rules.reminder(me.counties()).orElse(null));
        return "ledningsgrupp";
    }

    @PostMapping("/ledningsgrupp")
    String raised(Principal user, Model model, @RequestParam(defaultValue = "") String dag) {
        StaffMember me = manager();
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = LocalDate.parse(dag.strip());
            if (!day.isAfter(today)) {
                group.raised(me.counties(), day, me.userId());
                return "redirect:/ledningsgrupp?klart";
            }
            model.addAttribute("fault", "Mötet har inte varit än. Skriv dagen då ledningsgruppen tog upp avvikelserna.");
        } catch (DateTimeParseException e) {
            model.addAttribute("fault", "Skriv dagen för mötet, till exempel " + today + ".");
        }
        return copies(user, model, null);
    }

    /** Units' managers make up the group; where the county has none, the page is not there. */
    private StaffMember manager() {
        StaffMember me = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        if (!group.isOpenTo(me)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return me;
    }
}
