package se.sip.casepage;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFile;
import se.sip.caselist.CaseOverviews;
import se.sip.engine.CaseProcesses;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.TaskForms;

/**
 * The page of one case and what can be done from it. Case numbers may stand in its addresses, nothing personal. A case
 * that is not the reader's to see does not exist.
 */
@Controller
class CasePageController {

    private static final int TRIES = 3;

    private final CaseOverviews overviews;
    private final CaseSheets sheets;
    private final OwnAnswersShown ownAnswers;
    private final CaseActions actions;
    private final ActionPage page;
    private final PageReceipts receipts;
    private final TaskForms taskForms;
    private final MeetingModes meetingModes;
    private final CaseProcesses processes;
    private final StaffDirectory staff;
    private final PageHead head;

    CasePageController(CaseOverviews overviews, CaseSheets sheets, OwnAnswersShown ownAnswers, CaseActions actions,
            ActionPage page, PageReceipts receipts, TaskForms taskForms, MeetingModes meetingModes,
            CaseProcesses processes, StaffDirectory staff, PageHead head) {
        this.overviews = overviews;
        this.sheets = sheets;
        this.ownAnswers = ownAnswers;
        this.actions = actions;
        this.page = page;
        this.receipts = receipts;
        this.taskForms = taskForms;
        this.meetingModes = meetingModes;
        this.processes = processes;
        this.staff = staff;
        this.head = head;
    }

    @ReadsCase(AuditSubject.CASE)
    @GetMapping("/arenden/{number}")
    String one(Principal user, Model model, @PathVariable String number, @RequestParam(required = false) String kvitto,
            @RequestParam(defaultValue = "false") boolean klar, @RequestParam(defaultValue = "false") boolean allt) {
        StaffMember me = me();
        CaseFile caseFile = readable(me, number);
        head.fill(user, model);
        CaseSheet sheet = sheets.of(me, caseFile, allt);
        model.addAttribute("sheet", sheet);
        model.addAttribute("own", ownAnswers.now(sheet));
        model.addAttribute("ownBefore", ownAnswers.before(sheet));
        model.addAttribute("actions", actions.openTo(me, caseFile));
        model.addAttribute("meetingMode", meetingModes.isOpenTo(me, caseFile));
        model.addAttribute("receipt", receipts.of(kvitto, me.userId()).map(PageReceipts.Receipt::text)
                .orElse(klar ? "Uppgiften är klar. Det du skrev är registrerat." : null));
        return "arende";
    }

    /** An open task of the case with its form; without the task, back to the case. */
    @ReadsCase(AuditSubject.TASK)
    @GetMapping("/arenden/{number}/uppgift/{task}")
    String task(Principal user, Model model, @PathVariable String number, @PathVariable String task,
            @RequestParam(defaultValue = "") String sedan, @RequestParam(required = false) String kvitto) {
        StaffMember me = me();
        CaseFile caseFile = readable(me, number);
        Optional<TaskForms.TaskForm> form = taskForms.of(caseFile.number(), task);
        if (form.isEmpty()) {
            return "redirect:/arenden/" + caseFile.number();
        }
        head.fill(user, model);
        model.addAttribute("number", caseFile.number());
        model.addAttribute("task", form.get());
        model.addAttribute("next", "/arenden/" + caseFile.number() + (sedan.equals("mote") ? "/mote" : "?klar=true"));
        receipts.of(kvitto, me.userId()).ifPresent(r -> model.addAttribute("receipt", r.text()));
        return "uppgift";
    }

    /** The diagrams the case runs through. They are the county's, and hold nothing of the case but where it is. */
    @ReadsCase(AuditSubject.CASE)
    @GetMapping(path = "/arenden/{number}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<CaseProcesses.Diagram> diagrams(@PathVariable String number) {
        return processes.diagrams(readable(me(), number).number());
    }

    /** The receipt for whoever can no longer see the case, as a unit that has registered a withdrawal. */
    @GetMapping("/arenden/kvitto/{token}")
    String receipt(Principal user, Model model, @PathVariable String token) {
        head.fill(user, model);
        model.addAttribute("receipt", receipts.of(token, me().userId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "kvitto";
    }

    /** Only the agenda and the plan, for everybody in the room to see. */
    @ReadsCase(AuditSubject.MEETING)
    @GetMapping("/arenden/{number}/mote")
    String meeting(Principal user, Model model, @PathVariable String number) {
        StaffMember me = me();
        CaseFile caseFile = readable(me, number);
        if (!meetingModes.isOpenTo(me, caseFile)) {
            return "redirect:/arenden/" + caseFile.number();
        }
        head.fill(user, model);
        model.addAttribute("number", caseFile.number());
        model.addAttribute("mode", meetingModes.of(caseFile));
        return "mote";
    }

    @ReadsCase(AuditSubject.ACTION)
    @GetMapping("/arenden/{number}/atgard/{address}")
    String ask(Principal user, Model model, @PathVariable String number, @PathVariable String address) {
        StaffMember me = me();
        CaseFile caseFile = readable(me, number);
        CaseAction action = action(address);
        if (!actions.isOpenTo(me, caseFile, action)) {
            return "redirect:/arenden/" + caseFile.number();
        }
        page.show(user, model, me, caseFile, action, Map.of(), new Faults(), List.of(), UUID.randomUUID().toString());
        return "atgard";
    }

    /**
     * @param sett the newest line of the story when the form was shown: who writes later is told what has happened
     *             since, and decides anew
     */
    @ReadsCase(AuditSubject.ACTION)
    @PostMapping("/arenden/{number}/atgard/{address}")
    String perform(Principal user, Model model, @PathVariable String number, @PathVariable String address,
            @RequestParam String engangs, @RequestParam long sett, @RequestParam Map<String, String> typed) {
        StaffMember me = me();
        if (receipts.of(engangs, me.userId()).isPresent()) {
            return toReceipt(me, number, action(address), engangs);
        }
        CaseFile caseFile = readable(me, number);
        CaseAction action = action(address);
        Map<String, String> fields = page.fields(me, action, caseFile, typed);
        List<CaseEvent> news = actions.since(me, caseFile.number(), sett);
        if (!news.isEmpty()) {
            page.show(user, model, me, caseFile, action, fields, new Faults(), news, engangs);
            return "atgard";
        }
        try {
            perform(action, caseFile.number(), fields, me, engangs);
        } catch (FaultyFormException e) {
            page.show(user, model, me, caseFile, action, fields, e.faults(), List.of(), engangs);
            return "atgard";
        } catch (PageReceipts.AlreadyDoneException e) {
            return toReceipt(me, number, action(address), engangs);
        }
        return toReceipt(me, number, action(address), engangs);
    }

    /** Whoever writes at the very same moment as another tries again by itself. */
    private void perform(CaseAction action, String number, Map<String, String> fields, StaffMember me, String token) {
        for (int attempt = 1;; attempt++) {
            try {
                actions.perform(action, number, fields, me, token);
                return;
            } catch (OptimisticLockingException | OptimisticLockingFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The receipt; where what was done has opened a task of the reader's own, it stands above its form. */
    private String toReceipt(StaffMember me, String number, CaseAction action, String token) {
        Optional<String> opened = action == CaseAction.ASK_ANEW ? taskForms.open(number, "fornya_samtycke")
                : Optional.empty();
        if (opened.isPresent()) {
            return "redirect:/arenden/" + number + "/uppgift/" + opened.get() + "?kvitto=" + token;
        }
        return overviews.readable(me, number).isPresent() ? "redirect:/arenden/" + number + "?kvitto=" + token
                : "redirect:/arenden/kvitto/" + token;
    }

    private CaseFile readable(StaffMember me, String number) {
        return overviews.readable(me, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CaseAction action(String address) {
        return CaseAction.at(address).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
