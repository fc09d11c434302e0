package se.sip.caselist;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.Role;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.emergency.EmergencyAccesses;

/** The page Mina enheter, for managers: late and stopped, without what the cases say. */
@Controller
class UnitWatchController {

    private final UnitWatch watch;
    private final CaseOverviews overviews;
    private final EmergencyAccesses emergencies;
    private final StaffDirectory staff;
    private final PageHead head;

    UnitWatchController(UnitWatch watch, CaseOverviews overviews, EmergencyAccesses emergencies, StaffDirectory staff, PageHead head) {
        this.watch = watch;
        this.overviews = overviews;
        this.emergencies = emergencies;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/enheter")
    String units(Principal user, Model model) {
        StaffMember me = staff.current().filter(s -> Role.MANAGER.isAmong(s.groups())).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Sidan är till för chefer."));
        head.fill(user, model);
        model.addAttribute("tasks", watch.lateTasks(me));
        model.addAttribute("meetings", watch.lateMeetings(me));
        model.addAttribute("stopped", watch.stopped(me));
        model.addAttribute("emergencies", emergencies.inCasesOf(me.managedUnits()));
        model.addAttribute("notices", overviews.told(me));
        return "enheter";
    }
}
