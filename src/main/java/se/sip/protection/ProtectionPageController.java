package se.sip.protection;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Guardian;
import se.sip.casefile.Protection;

/** The pages Namngivna handläggare, for managers, and Skyddade personuppgifter, for a case's convener. */
@Controller
class ProtectionPageController {

    private final NamedPersons named;
    private final StaffDirectory staff;
    private final PageHead head;

    ProtectionPageController(NamedPersons named, StaffDirectory staff, PageHead head) {
        this.named = named;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/namngivna")
    String list(Principal user, Model model, @RequestParam(required = false) String klart) {
        StaffMember me = me();
        if (me.managedUnits().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Sidan är till för chefer.");
        }
        head.fill(user, model);
        model.addAttribute("cases", named.forManager(me));
        model.addAttribute("done", klart != null);
        return "namngivna";
    }

    @PostMapping("/namngivna/{number}")
    String name(Principal user, Model model, @PathVariable String number, @RequestParam String enhet,
            @RequestParam(defaultValue = "") String handlaggare, @RequestParam(defaultValue = "") String skal) {
        var fault = named.name(me(), number, enhet, handlaggare, skal);
        if (fault.isEmpty()) {
            return "redirect:/namngivna?klart";
        }
        model.addAttribute("fault", number + ": " + fault.get());
        return list(user, model, null);
    }

    @PostMapping("/namngivna/{number}/avsluta")
    String end(@PathVariable String number, @RequestParam String enhet, @RequestParam long namngiven) {
        named.end(me(), number, enhet, namngiven);
        return "redirect:/namngivna?klart";
    }

    @ReadsCase(AuditSubject.PROTECTION)
    @GetMapping("/arenden/{number}/skydd")
    String protection(Principal user, Model model, @PathVariable String number) {
        CaseFile caseFile = convened(number);
        head.fill(user, model);
        model.addAttribute("number", number);
        model.addAttribute("person", named.personOf(caseFile));
        model.addAttribute("guardians", named.guardiansOf(caseFile));
        model.addAttribute("levels", Protection.values());
        return "skydd";
    }

    @ReadsCase(AuditSubject.PROTECTION)
    @PostMapping("/arenden/{number}/skydd")
    String protect(Principal user, Model model, @PathVariable String number,
            @RequestParam Map<String, String> sent) {
        CaseFile caseFile = convened(number);
        String reason = sent.getOrDefault("skal", "").strip();
        if (reason.isEmpty() || reason.length() > 1000) {
            model.addAttribute("fault", reason.isEmpty() ? "Skriv vad uppgiften grundas på."
                    : "Grunden får ha högst 1 000 tecken.");
            return protection(user, model, number);
        }
        var ofGuardians = new HashMap<Long, Protection>();
        for (Guardian guardian : named.guardiansOf(caseFile)) {
            ofGuardians.put(guardian.id(), level(sent.get("vardnadshavare" + guardian.id()), guardian.protection()));
        }
        named.protect(me(), caseFile, level(sent.get("person"), named.personOf(caseFile).protection()), ofGuardians,
                reason);
        return "redirect:/arenden/" + number;
    }

    private static Protection level(String chosen, Protection otherwise) {
        for (Protection level : Protection.values()) {
            if (level.name().equals(chosen)) {
                return level;
            }
        }
        return otherwise;
    }

    private CaseFile convened(String number) {
        return named.convened(me(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
