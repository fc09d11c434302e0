package se.sip.caselist;

import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
import se.sip.audit.AuditLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.invitation.UnderwayInvitations;

/** The page Mina ärenden. Case numbers may stand in its URLs, nothing personal. */
@Controller
class CaseListController {

    private static final int PAGE = 50;

    private final CaseOverviews overviews;
    private final MyCases mine;
    private final CaseSearch search;
    private final UnderwayInvitations underway;
    private final AuditLog audit;
    private final StaffDirectory staff;
    private final PageHead head;
    private final IdNumbers numbers;

    CaseListController(CaseOverviews overviews, MyCases mine, CaseSearch search,
            UnderwayInvitations underway, AuditLog audit, StaffDirectory staff, PageHead head, IdNumbers numbers) {
        this.numbers = numbers;
        this.overviews = overviews;
        this.mine = mine;
        this.search = search;
        this.underway = underway;
        this.audit = audit;
        this.staff = staff;
        this.head = head;
    }

    /** Choices stand in the address, so that the page can be kept as a bookmark; names and numbers never do. */
    @GetMapping("/arenden")
    String mine(Principal user, Model model, @RequestParam(required = false) CaseFilter.Share andel,
            @RequestParam(defaultValue = "false") boolean avslutade, @RequestParam(required = false) CasePhase steg,
            @RequestParam(required = false) CaseFilter.WaitsFor vantar, @RequestParam(defaultValue = "0") int sida) {
        list(user, model, new CaseFilter(andel, !avslutade, avslutade ? null : steg, vantar, null, null),
                Math.max(0, sida));
        return "arenden";
    }

    /** By person number, case number or name, in the body so that it stands in no address and no log. */
    @PostMapping("/arenden/sok")
    String search(Principal user, Model model, @RequestParam String personnummer) {
        String asked = personnummer.strip();
        if (asked.toUpperCase(Locale.ROOT).matches("SIP-\\d{4}-\\d{6}")) {
            return "redirect:/arenden/" + asked.toUpperCase(Locale.ROOT);
        }
        list(user, model, new CaseFilter(null, true, null, null, null, null), 0);
        Optional<IdNumber> id = numbers.parse(asked);
        if (id.isPresent()) {
            model.addAttribute("found", search.byIdNumber(me(), id.get()));
        } else if (asked.length() >= 2 && asked.chars().noneMatch(Character::isDigit)) {
            model.addAttribute("found", search.byName(me(), asked));
        } else {
            model.addAttribute("searchFault", "Skriv ett giltigt personnummer, samordningsnummer eller reservnummer, "
                    + "ett ärendenummer, eller minst två bokstäver i ett namn.");
        }
        return "arenden";
    }

    private void list(Principal user, Model model, CaseFilter filter, int page) {
        head.fill(user, model);
        MyCases.Page listed = mine.list(me(), filter, page, PAGE);
        audit.listed(listed.rows().stream().map(CaseOverview::number).toList());
        model.addAttribute("cases", listed.rows());
        model.addAttribute("total", listed.total());
        model.addAttribute("page", page);
        model.addAttribute("pages", (listed.total() + PAGE - 1) / PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("phases", Arrays.stream(CasePhase.values()).filter(p -> p != CasePhase.ENDED).toList());
        model.addAttribute("shares", CaseFilter.Share.values());
        model.addAttribute("waits", CaseFilter.WaitsFor.values());
        model.addAttribute("notices", overviews.told(me()));
        model.addAttribute("underway", underway.to(me().units()));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
