package se.sip.caselist;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CasePhase;
import se.sip.casefile.IdNumber;
import se.sip.event.CaseEvents;
import se.sip.event.EventForm;
import se.sip.event.EventKind;
import se.sip.tasklist.FaultyFormException;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** The page Mina ärenden. Case numbers may stand in its URLs, nothing personal. */
@Controller
class CasePageController {

    private static final int PAGE = 50;

    private final CaseOverviews overviews;
    private final MyCases mine;
    private final CaseSearch search;
    private final CaseViews views;
    private final CaseEvents events;
    private final UnitRepository units;
    private final StaffDirectory staff;
    private final PageHead head;
    private final Clock clock;

    CasePageController(CaseOverviews overviews, MyCases mine, CaseSearch search, CaseViews views, CaseEvents events, UnitRepository units,
            StaffDirectory staff, PageHead head, Clock clock) {
        this.overviews = overviews;
        this.mine = mine;
        this.search = search;
        this.views = views;
        this.events = events;
        this.units = units;
        this.staff = staff;
        this.head = head;
        this.clock = clock;
    }

    /** Choices stand in the address, so that the page can be kept as a bookmark; names and numbers never do. */
    @GetMapping("/arenden")
    String mine(Principal user, Model model, @RequestParam(required = false) String overlamnat,
            @RequestParam(required = false) CaseFilter.Share andel,
            @RequestParam(defaultValue = "false") boolean avslutade, @RequestParam(required = false) CasePhase steg,
            @RequestParam(required = false) CaseFilter.WaitsFor vantar, @RequestParam(defaultValue = "0") int sida) {
        list(user, model, new CaseFilter(andel, !avslutade, avslutade ? null : steg, vantar, null, null),
                Math.max(0, sida));
        model.addAttribute("handedOver", overlamnat != null);
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
        Optional<IdNumber> id = IdNumber.parse(asked);
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

    @GetMapping("/arenden/{number}")
    String one(Principal user, Model model, @PathVariable String number) {
        show(user, model, number);
        return "arende";
    }

    @PostMapping("/arenden/{number}/lamna-over")
    String handOver(Principal user, Model model, @PathVariable String number,
            @RequestParam(required = false) String enhet, @RequestParam(required = false) String skal) {
        var form = EventForm.of(EventKind.HAND_OVER).withCaseNumber(number).withToUnit(blankToNull(enhet))
                .withReason(blankToNull(skal));
        try {
            events.happened(form, me());
            return "redirect:/arenden?overlamnat";
        } catch (FaultyFormException e) {
            show(user, model, number);
            model.addAttribute("faults", e.faults().list());
            model.addAttribute("chosenUnit", enhet);
            model.addAttribute("reason", skal);
            return "arende";
        }
    }

    private void list(Principal user, Model model, CaseFilter filter, int page) {
        head.fill(user, model);
        MyCases.Page listed = mine.list(me(), filter, page, PAGE);
        model.addAttribute("cases", listed.rows());
        model.addAttribute("total", listed.total());
        model.addAttribute("page", page);
        model.addAttribute("pages", (listed.total() + PAGE - 1) / PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("phases", Arrays.stream(CasePhase.values()).filter(p -> p != CasePhase.ENDED).toList());
        model.addAttribute("shares", CaseFilter.Share.values());
        model.addAttribute("waits", CaseFilter.WaitsFor.values());
        model.addAttribute("notices", overviews.told(me()));
    }

    private void show(Principal user, Model model, String number) {
        head.fill(user, model);
        StaffMember me = me();
        CaseFile caseFile = overviews.readable(me, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean convenes = overviews.convenes(me, caseFile);
        model.addAttribute("case", views.of(me, caseFile));
        model.addAttribute("convenes", convenes && caseFile.isOpen());
        model.addAttribute("units", convenes ? conveners(caseFile) : List.of());
    }

    private List<Unit> conveners(CaseFile caseFile) {
        LocalDate today = LocalDate.now(clock);
        return units.findByCountyOrderByName(caseFile.county()).stream()
                .filter(u -> u.hasLogin() && u.validOn(today) && u.principal() != se.sip.unit.Principal.OTHER
                        && !u.id().equals(caseFile.convenerUnit()))
                .sorted(Comparator.comparing(Unit::name)).toList();
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
