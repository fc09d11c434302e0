package se.sip.correspondence;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** The page Enhetens e-post: a manager chooses whether the unit gets a mail for each thing or one a day. */
@Controller
class DigestPageController {

    private final Digests digests;
    private final UnitRepository units;
    private final StaffDirectory staff;
    private final PageHead head;

    DigestPageController(Digests digests, UnitRepository units, StaffDirectory staff, PageHead head) {
        this.digests = digests;
        this.units = units;
        this.staff = staff;
        this.head = head;
    }

    /** A unit and what it has chosen. */
    record Choice(String unitId, String name, String mailbox, boolean digest) {
    }

    @GetMapping("/enhetens-epost")
    String show(Principal user, Model model, @RequestParam(required = false) String klart) {
        head.fill(user, model);
        model.addAttribute("choices", managed().stream().map(u -> new Choice(u.id(), u.name(), u.email(),
                digests.isChosen(u.id()))).toList());
        model.addAttribute("done", klart != null);
        return "enhetens-epost";
    }

    @PostMapping("/enhetens-epost")
    String choose(@RequestParam String enhet, @RequestParam boolean sammanstallning) {
        Unit unit = managed().stream().filter(u -> u.id().equals(enhet)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        digests.choose(unit.id(), sammanstallning, me().userId());
        return "redirect:/enhetens-epost?klart";
    }

    private List<Unit> managed() {
        StaffMember me = me();
        return me.groups().stream().filter(g -> g.endsWith(Unit.MANAGER_SUFFIX))
                .map(g -> g.substring(0, g.length() - Unit.MANAGER_SUFFIX.length())).sorted()
                .flatMap(id -> units.findById(id).stream()).filter(u -> me.counties().contains(u.county())).toList();
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
