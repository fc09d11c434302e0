package se.sip.access;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;

/** The page Länets konton, for a länsadmin: who can log in, and what they may do. Accounts are changed where they come from. */
@Controller
class CountyPageController {

    private final CountyAccounts accounts;
    private final StaffDirectory staff;
    private final PageHead head;

    CountyPageController(CountyAccounts accounts, StaffDirectory staff, PageHead head) {
        this.accounts = accounts;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/konton")
    String accounts(Principal user, Model model) {
        StaffMember me = staff.current().filter(s -> Role.COUNTY_ADMIN.isAmong(s.groups())).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Sidan är till för länsadministratörer."));
        head.fill(user, model);
        model.addAttribute("accounts", accounts.of(me.counties()));
        return "konton";
    }
}
