package se.sip.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffNames;
import se.sip.county.Bundle;
import se.sip.county.CheckReport;
import se.sip.county.County;
import se.sip.county.ProcessOwners;
import se.sip.county.RefusedException;

/** What a process owner looks at: what the county runs, what waits, what a candidate changes, and earlier versions. */
@Controller
class ProcessPages {

    private final ProcessOwners owners;
    private final Publications publications;
    private final Candidates candidates;
    private final Comparisons comparisons;
    private final FourEyes fourEyes;
    private final Rehearsals rehearsals;
    private final StaffNames names;
    private final PageHead head;
    private final ObjectMapper json;

    ProcessPages(ProcessOwners owners, Publications publications, Candidates candidates, Comparisons comparisons,
            FourEyes fourEyes, Rehearsals rehearsals, StaffNames names, PageHead head, ObjectMapper json) {
        this.owners = owners;
        this.publications = publications;
        this.candidates = candidates;
        this.comparisons = comparisons;
        this.fourEyes = fourEyes;
        this.rehearsals = rehearsals;
        this.names = names;
        this.head = head;
        this.json = json;
    }

    @GetMapping("/processer")
    String counties(Principal user, Model model) {
        List<County> mine = owners.mine();
        if (mine.size() == 1) {
            return "redirect:/processer/" + mine.get(0).id();
        }
        head.fill(user, model);
        model.addAttribute("counties", mine);
        return "processer-lan";
    }

    @GetMapping("/processer/{county}")
    String county(Principal user, Model model, @PathVariable("county") String id) {
        County county = owners.county(id);
        fill(user, model, county);
        publications.running(id).ifPresent(running -> model.addAttribute("own", Stream.concat(
                publications.bundle(running, county).files().values().stream().filter(Bundle.File::isOwn)
                        .map(Bundle.File::origin), candidates.stories(running).keySet().stream()).toList()));
        List<Candidate> waiting = candidates.waiting(id);
        List<Publication> versions = publications.versions(id);
        model.addAttribute("waiting", waiting);
        model.addAttribute("versions", versions);
        var who = new LinkedHashMap<String, String>();
        waiting.forEach(candidate -> who.computeIfAbsent(candidate.author(), names::of));
        versions.forEach(version -> {
            who.computeIfAbsent(version.author(), names::of);
            who.computeIfAbsent(version.confirmer() == null ? version.author() : version.confirmer(), names::of);
        });
        model.addAttribute("who", who);
        return "processer";
    }

    @GetMapping("/processer/{county}/kandidater/{id}")
    String candidate(Principal user, Model model, @PathVariable String county, @PathVariable long id) {
        County known = owners.county(county);
        Candidate candidate = candidates.find(county, id).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND));
        fill(user, model, known);
        model.addAttribute("candidate", candidate);
        model.addAttribute("report", report(candidate));
        model.addAttribute("progress", rehearsals.of(candidate));
        candidates.summary(candidate).ifPresent(summary -> model.addAttribute("summary", summary));
        model.addAttribute("rehearsed", candidates.areRehearsed());
        model.addAttribute("two", fourEyes.needsTwo(county));
        model.addAttribute("mine", candidate.proposal() != null && candidate.proposal().by().equals(owners.me()));
        model.addAttribute("who", candidate.proposal() == null ? Map.of(candidate.author(), names.of(candidate.author()))
                : Map.of(candidate.author(), names.of(candidate.author()), "proposer", names.of(candidate.proposal().by())));
        if (candidate.state() != Candidate.State.DISCARDED && candidate.overVersion() > 0) {
            model.addAttribute("comparison", comparisons.of(known, "v" + candidate.overVersion(), "k" + id));
        }
        return "kandidat";
    }

    /** @param fran and {@code till}: names of sets, as {@link Comparisons} says */
    @GetMapping("/processer/{county}/jamfor")
    String compare(Principal user, Model model, @PathVariable String county, @RequestParam String fran,
            @RequestParam String till) {
        County known = owners.county(county);
        fill(user, model, known);
        model.addAttribute("comparison", comparisons.of(known, fran, till));
        return "jamfor";
    }

    @GetMapping(path = "/processer/{county}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Comparisons.Diagrams diagrams(@PathVariable String county, @RequestParam String fran, @RequestParam String till,
            @RequestParam String fil) {
        return comparisons.diagrams(owners.county(county), fran, till, fil)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param fil one of its files, such as {@code decisions/vgr/frister.dmn}, to be read on the page */
    @GetMapping("/processer/{county}/versioner/{version}")
    String version(Principal user, Model model, @PathVariable String county, @PathVariable int version,
            @RequestParam(required = false) String fil) {
        County known = owners.county(county);
        Publication publication = publications.version(county, version).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND));
        var texts = new TreeMap<>(candidates.stories(publication));
        Bundle bundle = publications.bundle(publication, known);
        bundle.files().values().forEach(file -> texts.put(file.origin(), file.text()));
        if (fil != null && !texts.containsKey(fil)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        fill(user, model, known);
        List<String> base = bundle.files().values().stream().filter(file -> !file.isOwn()).map(Bundle.File::origin).toList();
        model.addAttribute("version", publication);
        model.addAttribute("base", base);
        model.addAttribute("own", texts.keySet().stream().filter(name -> !base.contains(name)).toList());
        model.addAttribute("file", fil);
        model.addAttribute("text", fil == null ? null : texts.get(fil));
        return "version";
    }

    /** All files of a version, to be changed in Camunda Modeler and sent back. */
    @GetMapping("/processer/{county}/versioner/{version}/filer")
    ResponseEntity<byte[]> files(@PathVariable String county, @PathVariable int version) {
        County known = owners.county(county);
        Publication publication = publications.version(county, version).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND));
        return zip(publications.bundle(publication, known), candidates.stories(publication), county + "-version-" + version);
    }

    @GetMapping("/processer/{county}/kandidater/{id}/filer")
    ResponseEntity<byte[]> candidateFiles(@PathVariable String county, @PathVariable long id) {
        County known = owners.county(county);
        Candidate candidate = candidates.find(county, id).filter(c -> c.state() != Candidate.State.DISCARDED)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return zip(candidates.bundle(candidate, known), candidates.stories(candidate), county + "-kandidat-" + id);
    }

    /** Asked by the candidate's page while a rehearsal goes on. */
    @GetMapping(path = "/processer/{county}/kandidater/{id}/repetition", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    RehearsalProgress rehearsal(@PathVariable String county, @PathVariable long id) {
        owners.county(county);
        return rehearsals.of(candidates.find(county, id).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND)));
    }

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<String> gone(RefusedException refused) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(new MediaType(MediaType.TEXT_PLAIN,
                java.nio.charset.StandardCharsets.UTF_8)).body(refused.getMessage());
    }

    private void fill(Principal user, Model model, County county) {
        head.fill(user, model);
        model.addAttribute("county", county);
        model.addAttribute("running", publications.running(county.id()).orElse(null));
    }

    private CheckReport.Answer report(Candidate candidate) {
        try {
            return json.readValue(candidates.report(candidate), CheckReport.Answer.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ResponseEntity<byte[]> zip(Bundle bundle, Map<String, String> stories, String name) {
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"")
                .contentType(MediaType.parseMediaType("application/zip")).body(BundleZip.of(bundle, stories));
    }
}
