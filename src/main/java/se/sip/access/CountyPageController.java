package se.sip.access;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.sip.access.CountyAccounts.Account;
import se.sip.access.StaffDirectory.StaffMember;

/** The page Länets konton, for a länsadmin: who can log in, what they may do, and where accounts are our own, changing it. */
@Controller
class CountyPageController {

    private final CountyAccounts accounts;
    private final AccountChanges changes;
    private final StaffDirectory staff;
    private final PageHead head;

    CountyPageController(CountyAccounts accounts, AccountChanges changes, StaffDirectory staff, PageHead head) {
        this.accounts = accounts;
        this.changes = changes;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/konton")
    String accounts(Principal user, Model model) {
        StaffMember me = admin();
        head.fill(user, model);
        model.addAttribute("accounts", accounts.of(me.counties()));
        model.addAttribute("byProvider", changes.comeFromAProvider());
        return "konton";
    }

    @GetMapping("/konton/{id}")
    String one(Principal user, Model model, @PathVariable String id) {
        StaffMember me = admin();
        Account account = changeable(me, id);
        head.fill(user, model);
        model.addAttribute("account", account);
        model.addAttribute("roles", AccountChanges.GIVEN_HERE);
        return "konto";
    }

    @PostMapping("/konton/{id}")
    String change(@PathVariable String id, @RequestParam(defaultValue = "") List<String> roll,
            @RequestParam(defaultValue = "") String enheter, RedirectAttributes then) {
        StaffMember me = admin();
        Account account = changeable(me, id);
        List<String> faults = changes.change(me, account.userId(), roll,
                Arrays.stream(enheter.split("[\\s,;]+")).filter(unit -> !unit.isBlank()).toList());
        then.addFlashAttribute(faults.isEmpty() ? "done" : "wrong", faults.isEmpty()
                ? "Kontot är ändrat. Det gäller från nästa sida som öppnas." : String.join(" ", faults));
        return "redirect:/konton/" + account.userId();
    }

    private Account changeable(StaffMember me, String id) {
        return accounts.of(me.counties()).stream().filter(a -> a.userId().equals(id) && changes.mayChange(me, id))
                .findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StaffMember admin() {
        return staff.current().filter(s -> Role.COUNTY_ADMIN.isAmong(s.groups())).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Sidan är till för länsadministratörer."));
    }
}
