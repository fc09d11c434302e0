package se.sip.caselist;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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

    private final CaseOverviews overviews;
    private final CaseViews views;
    private final CaseEvents events;
    private final UnitRepository units;
    private final StaffDirectory staff;
    private final PageHead head;
    private final Clock clock;

    CasePageController(CaseOverviews overviews, CaseViews views, CaseEvents events, UnitRepository units,
            StaffDirectory staff, PageHead head, Clock clock) {
        this.overviews = overviews;
        this.views = views;
        this.events = events;
        this.units = units;
        this.staff = staff;
        this.head = head;
        this.clock = clock;
    }

    @GetMapping("/arenden")
    String mine(Principal user, Model model, @RequestParam(required = false) String overlamnat) {
        list(user, model);
        model.addAttribute("handedOver", overlamnat != null);
        return "arenden";
    }

    @PostMapping("/arenden/sok")
    String search(Principal user, Model model, @RequestParam String personnummer) {
        list(user, model);
        IdNumber.parse(personnummer).ifPresentOrElse(
                id -> model.addAttribute("found", overviews.ofPerson(me(), id)),
                () -> model.addAttribute("searchFault",
                        "Skriv ett giltigt personnummer, samordningsnummer eller reservnummer."));
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

    private void list(Principal user, Model model) {
        head.fill(user, model);
        model.addAttribute("cases", overviews.mine(me()));
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
