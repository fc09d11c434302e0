package se.sip.publication;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import se.sip.county.County;
import se.sip.county.ProcessOwners;
import se.sip.county.RefusedException;
import se.sip.county.SentFiles;
import se.sip.difference.DifferenceReport;

/** What a county's process owner publishes over HTTP, from a terminal or a program; nobody else may. */
@RestController
@RequestMapping("/api/counties/{county}")
@Tag(name = "Länets filer", description = "Prövar, jämför och publicerar ett läns diagram, tabeller och formulär")
class CandidateController {

    private final ProcessOwners owners;
    private final Candidates candidates;
    private final Publications publications;
    private final Comparisons comparisons;
    private final FourEyes fourEyes;
    private final Rehearsals rehearsals;

    CandidateController(ProcessOwners owners, Candidates candidates, Publications publications, Comparisons comparisons,
            FourEyes fourEyes, Rehearsals rehearsals) {
        this.owners = owners;
        this.candidates = candidates;
        this.publications = publications;
        this.comparisons = comparisons;
        this.fourEyes = fourEyes;
        this.rehearsals = rehearsals;
    }

    /** @param warningsSeen that the check's warnings are right nevertheless */
    record Proposed(String message, boolean warningsSeen) {
    }

    /** @param rehearsed whether a rehearsal stands before each publication; {@code two} whether a second one confirms */
    record Rules(boolean rehearsed, boolean two) {
    }

    @GetMapping("/rules")
    @Operation(summary = "Vad som krävs för att publicera i länet")
    Rules rules(@PathVariable("county") String id) {
        return new Rules(candidates.areRehearsed(), fourEyes.needsTwo(owners.county(id).id()));
    }

    @GetMapping("/publications")
    @Operation(summary = "Vad länet har publicerat", description = "Den första är den som gäller.")
    List<Publication> publications(@PathVariable("county") String id) {
        return publications.versions(owners.county(id).id());
    }

    @GetMapping("/candidates")
    @Operation(summary = "Kandidater som väntar")
    List<Candidate> candidates(@PathVariable("county") String id) {
        return candidates.waiting(owners.county(id).id());
    }

    @PostMapping("/candidates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Gör en kandidat av ändrade filer", description = "Filerna läggs över det som gäller och prövas."
            + " Skicka dem i fältet files; namn på egna filer som ska bort i fältet remove.")
    Candidate upload(@PathVariable("county") String id,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            @RequestParam(name = "remove", defaultValue = "") Set<String> removed) {
        County county = owners.county(id);
        return candidates.upload(county, SentFiles.of(files), removed, owners.me());
    }

    @GetMapping("/candidates/{id}")
    @Operation(summary = "En kandidat")
    Candidate candidate(@PathVariable String county, @PathVariable long id) {
        return found(owners.county(county), id);
    }

    @GetMapping(path = "/candidates/{id}/report", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Vad prövningen fann i en kandidat")
    String report(@PathVariable String county, @PathVariable long id) {
        return candidates.report(found(owners.county(county), id));
    }

    @GetMapping("/candidates/{id}/diff")
    @Operation(summary = "Vad en kandidat ändrar i det som gällde när den gjordes")
    DifferenceReport difference(@PathVariable String county, @PathVariable long id) {
        Candidate candidate = found(owners.county(county), id);
        Comparisons.Comparison comparison = comparisons.of(owners.county(county), "v" + candidate.overVersion(), "k" + id);
        return new DifferenceReport(county, comparison.afterTitle(), comparison.beforeTitle(), comparison.files());
    }

    @PostMapping("/candidates/{id}/rehearse")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Repeterar en kandidat", description = "Svarar genast. Hur det går svarar rehearsal på. Pågår en"
            + " repetition redan börjar ingen till.")
    RehearsalProgress rehearse(@PathVariable String county, @PathVariable long id) {
        County known = owners.county(county);
        return rehearsals.begin(found(known, id), known, owners.me());
    }

    @GetMapping("/candidates/{id}/rehearsal")
    @Operation(summary = "Hur en kandidats repetition går", description = "GOING pågår, DONE är klar (fine säger om den gick"
            + " bra), STOPPED avbröts och FAILED kom inte till slut; båda kan göras om.")
    RehearsalProgress rehearsal(@PathVariable String county, @PathVariable long id) {
        return rehearsals.of(found(owners.county(county), id));
    }

    @PostMapping("/candidates/{id}/propose")
    @Operation(summary = "Föreslår en kandidat", description = "I ett län där en ensam publicerar är den därmed publicerad.")
    Candidate propose(@PathVariable String county, @PathVariable long id, @RequestBody Proposed proposed) {
        County known = owners.county(county);
        fourEyes.propose(known, id, owners.me(), proposed.message(), proposed.warningsSeen());
        return found(known, id);
    }

    @PostMapping("/candidates/{id}/confirm")
    @Operation(summary = "Bekräftar en annan processägares förslag och publicerar")
    Publication confirm(@PathVariable String county, @PathVariable long id) {
        County known = owners.county(county);
        fourEyes.confirm(known, id, owners.me());
        return publications.versions(county).stream().filter(p -> p.candidateId() == id).findFirst().orElseThrow();
    }

    @PostMapping("/publications/{version}/again")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Gör en kandidat av en tidigare version")
    Candidate again(@PathVariable String county, @PathVariable int version) {
        return candidates.again(owners.county(county), version, owners.me());
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.getMessage());
    }

    private Candidate found(County county, long id) {
        return candidates.find(county.id(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "Kandidaten finns inte."));
    }
}
