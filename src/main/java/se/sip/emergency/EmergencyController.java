package se.sip.emergency;

import java.security.Principal;
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

/** The page Nödåtkomst. The number stands in the body, never in an address. */
@Controller
class EmergencyController {

    private final EmergencyAccesses accesses;
    private final StaffDirectory staff;
    private final PageHead head;

    EmergencyController(EmergencyAccesses accesses, StaffDirectory staff, PageHead head) {
        this.accesses = accesses;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/nodatkomst")
    String page(Principal user, Model model) {
        worker();
        head.fill(user, model);
        return "nodatkomst";
    }

    @PostMapping("/nodatkomst")
    String take(Principal user, Model model, @RequestParam(defaultValue = "") String arende,
            @RequestParam(defaultValue = "") String skal) {
        EmergencyAccesses.Outcome outcome = accesses.take(worker(), arende, skal);
        if (outcome.fault() == null) {
            return "redirect:/arenden/" + outcome.caseNumber();
        }
        head.fill(user, model);
        model.addAttribute("field", outcome.field());
        model.addAttribute("fault", outcome.fault());
        model.addAttribute("arende", arende);
        model.addAttribute("skal", skal);
        return "nodatkomst";
    }

    private StaffMember worker() {
        return staff.current().filter(StaffMember::worksWithCases).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.FORBIDDEN, "Nödåtkomst är till för den som arbetar med ärenden."));
    }
}
