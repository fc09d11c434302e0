package se.sip.publication;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.sip.access.CommandKeys;
import se.sip.audit.AuditLog;
import se.sip.audit.AuditSubject;
import se.sip.county.County;
import se.sip.county.ProcessOwners;
import se.sip.county.RefusedException;
import se.sip.county.SentFiles;

/**
 * What a process owner does on the pages. Each answers with the page to go to and what came of it; what cannot be done is
 * told there.
 */
@Controller
class ProcessActions {

    private static final String DONE = "done";
    private static final String FAULT = "fault";

    private final ProcessOwners owners;
    private final Publications publications;
    private final Candidates candidates;
    private final FourEyes fourEyes;
    private final Rehearsals rehearsals;
    private final CommandKeys keys;
    private final AuditLog audit;

    ProcessActions(ProcessOwners owners, Publications publications, Candidates candidates, FourEyes fourEyes,
            Rehearsals rehearsals, CommandKeys keys, AuditLog audit) {
        this.owners = owners;
        this.publications = publications;
        this.candidates = candidates;
        this.fourEyes = fourEyes;
        this.rehearsals = rehearsals;
        this.keys = keys;
        this.audit = audit;
    }

    /** A key for the command line, shown once. */
    @PostMapping("/processer/{county}/nyckel")
    String key(@PathVariable String county, RedirectAttributes to) {
        owners.county(county);
        to.addFlashAttribute("key", keys.create(owners.me()));
        audit.changed(AuditSubject.BUNDLE, county + ", nyckel för kommandoraden");
        return "redirect:/processer/" + county;
    }

    @PostMapping("/processer/{county}/kandidater")
    String upload(@PathVariable String county, @RequestParam(name = "filer", required = false) List<MultipartFile> files,
            @RequestParam(name = "bort", required = false) Set<String> removed, RedirectAttributes to) {
        County known = owners.county(county);
        return made(county, to, () -> candidates.upload(known, SentFiles.of(files), removed == null ? Set.of() : removed,
                owners.me()));
    }

    @PostMapping("/processer/{county}/versioner/{version}/igen")
    String again(@PathVariable String county, @PathVariable int version, RedirectAttributes to) {
        County known = owners.county(county);
        return made(county, to, () -> candidates.again(known, version, owners.me()));
    }

    @PostMapping("/processer/{county}/kandidater/{id}/repetera")
    String rehearse(@PathVariable String county, @PathVariable long id, RedirectAttributes to) {
        County known = owners.county(county);
        try {
            rehearsals.begin(found(known, id), known, owners.me());
        } catch (RefusedException refused) {
            to.addFlashAttribute(FAULT, refused.getMessage());
        }
        return "redirect:/processer/" + county + "/kandidater/" + id + "#repetition";
    }

    @PostMapping("/processer/{county}/kandidater/{id}/foresla")
    String propose(@PathVariable String county, @PathVariable long id, @RequestParam(defaultValue = "") String meddelande,
            @RequestParam(defaultValue = "false") boolean varningar, RedirectAttributes to) {
        County known = owners.county(county);
        to.addFlashAttribute("meddelande", meddelande);
        return done(county, id, to, () -> {
            fourEyes.propose(known, id, owners.me(), meddelande, varningar);
            return fourEyes.needsTwo(county) ? "Kandidaten är föreslagen. En annan processägare bekräftar den."
                    : publishedText(county);
        });
    }

    @PostMapping("/processer/{county}/kandidater/{id}/bekrafta")
    String confirm(@PathVariable String county, @PathVariable long id, RedirectAttributes to) {
        County known = owners.county(county);
        return done(county, id, to, () -> {
            fourEyes.confirm(known, id, owners.me());
            return publishedText(county);
        });
    }

    @PostMapping("/processer/{county}/kandidater/{id}/kasta")
    String discard(@PathVariable String county, @PathVariable long id, RedirectAttributes to) {
        County known = owners.county(county);
        done(county, id, to, () -> {
            candidates.discard(found(known, id));
            return "Kandidaten är kastad.";
        });
        return "redirect:/processer/" + county;
    }

    private String publishedText(String county) {
        return "Version " + publications.running(county).orElseThrow().version() + " gäller nu. Nya ärenden följer den; "
                + "pågående ärenden följer sin egen version.";
    }

    private Candidate found(County county, long id) {
        return candidates.find(county.id(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String made(String county, RedirectAttributes to, Supplier<Candidate> work) {
        try {
            Candidate made = work.get();
            to.addFlashAttribute(made.isFine() ? DONE : FAULT, made.isFine() ? "Filerna är prövade."
                    : "Prövningen hittade fel. Det som gäller är inte ändrat.");
            return "redirect:/processer/" + county + "/kandidater/" + made.id();
        } catch (RefusedException refused) {
            to.addFlashAttribute(FAULT, refused.getMessage());
            return "redirect:/processer/" + county;
        }
    }

    private static String done(String county, long id, RedirectAttributes to, Supplier<String> work) {
        try {
            to.addFlashAttribute(DONE, work.get());
        } catch (RefusedException refused) {
            to.addFlashAttribute(FAULT, refused.getMessage());
        }
        return "redirect:/processer/" + county + "/kandidater/" + id;
    }
}
