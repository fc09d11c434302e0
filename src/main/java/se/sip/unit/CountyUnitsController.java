package se.sip.unit;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
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
import se.sip.access.Role;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.UnitStaff;

/** The page Länets enheter, for a länsadmin: name, mailbox, way, and when a unit goes out of use. */
@Controller
class CountyUnitsController {

    private final CountyUnits units;
    private final UnitStaff unitStaff;
    private final StaffDirectory staff;
    private final PageHead head;

    CountyUnitsController(CountyUnits units, UnitStaff unitStaff, StaffDirectory staff, PageHead head) {
        this.units = units;
        this.unitStaff = unitStaff;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/lanets-enheter")
    String list(Principal user, Model model, @RequestParam(defaultValue = "") String q) {
        List<Unit> found = units.find(admin(), q);
        head.fill(user, model);
        model.addAttribute("q", q);
        model.addAttribute("more", found.size() > CountyUnits.MOST);
        model.addAttribute("units", found.stream().limit(CountyUnits.MOST).toList());
        return "lanets-enheter";
    }

    @GetMapping("/lanets-enheter/{id}")
    String one(Principal user, Model model, @PathVariable String id, @RequestParam(required = false) String klart) {
        Unit unit = unit(id);
        model.addAttribute("done", klart != null);
        return show(user, model, unit, typed(unit), Map.of());
    }

    @PostMapping("/lanets-enheter/{id}")
    String change(Principal user, Model model, @PathVariable String id, @RequestParam Map<String, String> typed) {
        Unit unit = unit(id);
        Map<String, String> faults = units.change(admin(), unit, typed);
        return faults.isEmpty() ? "redirect:/lanets-enheter/" + unit.id() + "?klart"
                : show(user, model, unit, typed, faults);
    }

    private String show(Principal user, Model model, Unit unit, Map<String, String> typed, Map<String, String> faults) {
        head.fill(user, model);
        model.addAttribute("unit", unit);
        model.addAttribute("managers", unitStaff.of(unit.managerGroup()));
        model.addAttribute("change", units.changeOf(unit.id()).orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        return "lanets-enhet";
    }

    private static Map<String, String> typed(Unit unit) {
        var typed = new HashMap<String, String>();
        typed.put("namn", unit.name());
        typed.put("epost", unit.email());
        typed.put("telefon", unit.phone());
        typed.put("adress", unit.postalAddress());
        typed.put("ittjanst", unit.itService() ? "ja" : "nej");
        typed.put("sistadag", unit.validTo() == null ? null : unit.validTo().toString());
        return typed;
    }

    private Unit unit(String id) {
        return units.byId(admin(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StaffMember admin() {
        return staff.current().filter(s -> Role.COUNTY_ADMIN.isAmong(s.groups())).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Sidan är till för länsadministratörer."));
    }
}
