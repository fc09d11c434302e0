package se.sip.casepage;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.CaseFile;
import se.sip.caselist.CaseOverviews;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.FormSheets.Sheet;

/** What an action on the page of a case will send, as it is filled in now. Nothing is done and nothing is sent. */
@Controller
@RequestMapping("/arenden/{number}/atgard/{address}/utskick")
class ActionSheetController {

    private final CaseOverviews overviews;
    private final CaseActions actions;
    private final ActionPage page;
    private final StaffDirectory staff;

    ActionSheetController(CaseOverviews overviews, CaseActions actions, ActionPage page, StaffDirectory staff) {
        this.overviews = overviews;
        this.actions = actions;
        this.page = page;
        this.staff = staff;
    }

    /** Only whoever convenes sees who else is told. */
    @ReadsCase(AuditSubject.ACTION)
    @PostMapping
    String show(Principal user, Model model, @PathVariable String number, @PathVariable String address,
            @RequestParam String engangs, @RequestParam Map<String, String> typed) {
        StaffMember me = me();
        CaseFile caseFile = convened(me, number);
        CaseAction action = action(address);
        Map<String, String> fields = page.fields(me, action, caseFile, typed);
        try {
            model.addAttribute("sending", actions.sheets(action, caseFile.number(), fields, me));
            page.show(user, model, me, caseFile, action, fields, new Faults(), List.of(), engangs);
        } catch (FaultyFormException e) {
            page.show(user, model, me, caseFile, action, fields, e.faults(), List.of(), engangs);
        }
        return "atgard";
    }

    @ReadsCase(AuditSubject.ACTION)
    @PostMapping("/{line}")
    ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable String address, @PathVariable int line,
            @RequestParam Map<String, String> typed) {
        StaffMember me = me();
        CaseFile caseFile = convened(me, number);
        CaseAction action = action(address);
        List<Sheet> sheets = actions.sheets(action, caseFile.number(), page.fields(me, action, caseFile, typed), me);
        if (line < 0 || line >= sheets.size() || sheets.get(line).document() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(sheets.get(line).document().get());
    }

    private CaseFile convened(StaffMember me, String number) {
        return overviews.readable(me, number).filter(c -> overviews.convenes(me, c))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CaseAction action(String address) {
        return CaseAction.at(address).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
