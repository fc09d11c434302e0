package se.sip.rehearsal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
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
import se.sip.county.Bundle;
import se.sip.county.BundleFault;
import se.sip.county.County;
import se.sip.county.ProcessOwners;
import se.sip.county.RefusedException;
import se.sip.county.SentFiles;
import se.sip.county.Trials;
import se.sip.county.UploadedFiles;
import se.sip.county.WhatRuns;

/** Rehearses files that a process owner sends, and keeps nothing. */
@RestController
@RequestMapping("/api/counties/{county}/bundle")
@Tag(name = "Länets filer")
class RehearsalController {

    private final ProcessOwners owners;
    private final Trials trials;
    private final WhatRuns running;
    private final RehearsalProcess process;

    RehearsalController(ProcessOwners owners, Trials trials, WhatRuns running, RehearsalProcess process) {
        this.owners = owners;
        this.trials = trials;
        this.running = running;
        this.process = process;
    }

    @PostMapping("/rehearse")
    @Operation(summary = "Provkör ändrade filer på påhittade ärenden", description = "Skicka filerna i fältet files, med egna"
            + " påhittade ärenden (.yml) bland dem om ni vill. Tar upp till en minut. Inget sparas, och inget riktigt"
            + " ärende är med.")
    RehearsalResult rehearse(@PathVariable("county") String id,
            @RequestParam(name = "files", required = false) List<MultipartFile> files) {
        County county = owners.county(id);
        try {
            List<UploadedFiles.Sent> sent = SentFiles.of(files);
            List<UploadedFiles.Sent> stories = UploadedFiles.stories(county, sent);
            Bundle now = running.of(county);
            Bundle next = sent.size() == stories.size() && !stories.isEmpty() ? now : checked(county, sent);
            return process.rehearse(now, next, stories.stream().map(story -> new StoryFile.Source(story.name(),
                    new String(story.content(), StandardCharsets.UTF_8))).toList());
        } catch (RefusedException refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage());
        }
    }

    private Bundle checked(County county, List<UploadedFiles.Sent> sent) {
        Trials.Trial trial = trials.of(county, sent, Set.of());
        long errors = trial.faults().stream().filter(BundleFault::isError).count();
        if (errors > 0) {
            throw new RefusedException("Filerna har " + errors + " fel. Pröva dem med check först.");
        }
        return trial.after();
    }
}
