package se.sip.move;

import java.security.Principal;
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
import se.sip.access.PageHead;
import se.sip.county.ProcessOwners;
import se.sip.publication.Publication;
import se.sip.publication.Publications;

/** Where a process owner sees which running cases can be moved to what the county runs now, and has them moved. */
@Controller
class MovePages {

    /** Each is tried and taken back, which takes a moment. */
    private static final int PER_PAGE = 50;

    private final ProcessOwners owners;
    private final Publications publications;
    private final Moves moves;
    private final PageHead head;

    MovePages(ProcessOwners owners, Publications publications, Moves moves, PageHead head) {
        this.owners = owners;
        this.publications = publications;
        this.moves = moves;
        this.head = head;
    }

    @GetMapping("/processer/{county}/flytt")
    String preview(Principal user, Model model, @PathVariable String county, @RequestParam(defaultValue = "0") int fran) {
        Publication running = running(county);
        int first = Math.max(0, fran);
        List<String> behind = moves.behind(running);
        head.fill(user, model);
        model.addAttribute("county", owners.county(county));
        model.addAttribute("running", running);
        model.addAttribute("behind", behind.size());
        model.addAttribute("first", first);
        model.addAttribute("next", first + PER_PAGE < behind.size() ? first + PER_PAGE : -1);
        model.addAttribute("cases", moves.preview(running, first, PER_PAGE));
        List<OrderedMove> ordered = moves.report(running);
        model.addAttribute("ordered", ordered);
        model.addAttribute("waiting", ordered.stream().filter(one -> one.state() == OrderedMove.State.WAITING).count());
        return "flytt";
    }

    /** @param arende numbers of cases; {@code alla} takes every case that is behind, whether or not the page shows it */
    @PostMapping("/processer/{county}/flytt")
    String order(@PathVariable String county, @RequestParam(required = false) List<String> arende,
            @RequestParam(defaultValue = "false") boolean alla, RedirectAttributes to) {
        Publication running = running(county);
        List<String> wanted = alla ? moves.behind(running) : arende == null ? List.of() : arende;
        if (wanted.isEmpty()) {
            to.addFlashAttribute("fault", "Välj minst ett ärende.");
        } else {
            int taken = moves.order(running, wanted, owners.me());
            to.addFlashAttribute("done", taken == 0 ? "Ärendena är redan flyttade." : taken + (taken == 1
                    ? " ärende flyttas." : " ärenden flyttas.") + " Ladda om sidan för att följa flytten.");
        }
        return "redirect:/processer/" + county + "/flytt";
    }

    private Publication running(String county) {
        return publications.running(owners.county(county).id()).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Länet har inget publicerat än."));
    }
}
