package se.sip.publication;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import se.sip.county.CheckReport;
import se.sip.county.County;
import se.sip.county.ProcessOwners;
import se.sip.county.RefusedException;
import se.sip.county.SentFiles;
import se.sip.county.Trials;
import se.sip.difference.DifferenceReport;
import se.sip.difference.Differences;

/** What a county's process owner asks over HTTP about files of the county's own; nobody else may, and nothing is kept. */
@RestController
@RequestMapping("/api/counties/{county}/bundle")
@Tag(name = "Länets filer", description = "Prövar, jämför och publicerar ett läns diagram, tabeller och formulär")
class BundleController {

    private final ProcessOwners owners;
    private final Trials trials;

    BundleController(ProcessOwners owners, Trials trials) {
        this.owners = owners;
        this.trials = trials;
    }

    @PostMapping("/check")
    @Operation(summary = "Prövar ändrade filer", description = "Filerna läggs över länets; allt som är fel kommer på en"
            + " gång. Skicka dem var för sig eller som zip, i fältet files. Inget sparas.")
    CheckReport.Answer check(@PathVariable("county") String id,
            @RequestParam(name = "files", required = false) List<MultipartFile> files) {
        long began = System.nanoTime();
        Trials.Trial trial = tryOut(id, files);
        return new CheckReport(id, trial.sent() + " filer, lagda över länets", trial.faults(),
                (System.nanoTime() - began) / 1_000_000).answer();
    }

    @PostMapping("/diff")
    @Operation(summary = "Jämför ändrade filer med det som gäller", description = "Säger i ord vad filerna ändrar. Skicka dem"
            + " i fältet files. Inget sparas.")
    DifferenceReport diff(@PathVariable("county") String id,
            @RequestParam(name = "files", required = false) List<MultipartFile> files) {
        Trials.Trial trial = tryOut(id, files);
        return new DifferenceReport(id, trial.sent() + " filer", "det som gäller",
                Differences.between(trial.before(), trial.after()));
    }

    private Trials.Trial tryOut(String id, List<MultipartFile> files) {
        County county = owners.county(id);
        try {
            return trials.of(county, SentFiles.of(files), Set.of());
        } catch (RefusedException refused) {
            throw new ResponseStatusException(refused.getMessage().startsWith("Zip-filen") ? HttpStatus.PAYLOAD_TOO_LARGE
                    : HttpStatus.BAD_REQUEST, refused.getMessage());
        }
    }
}
