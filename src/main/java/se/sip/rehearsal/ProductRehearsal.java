package se.sip.rehearsal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.county.Bundle;
import se.sip.publication.CandidateRehearsal;
import se.sip.publication.Rehearsal;
import se.sip.publication.RehearsalSummary;

/** Stands before every publication: a candidate whose process fails in a made-up case is not published. */
@Component
@Profile("!" + RehearsalRun.PROFILE)
@ConditionalOnProperty(name = "sip.publication.rehearsed", matchIfMissing = true)
class ProductRehearsal implements CandidateRehearsal {

    private final RehearsalProcess process;
    private final Clock clock;

    ProductRehearsal(RehearsalProcess process, Clock clock) {
        this.process = process;
        this.clock = clock;
    }

    /** A county for which there are no made-up cases passes. */
    @Override
    public Rehearsal rehearse(Bundle running, Bundle candidate, Map<String, String> stories) {
        RehearsalResult result = process.rehearse(running, candidate, stories.entrySet().stream()
                .map(story -> new StoryFile.Source(story.getKey(), story.getValue())).toList());
        return new Rehearsal(LocalDateTime.now(clock), result.publishable(), RehearsalReport.asJson(result));
    }

    @Override
    public RehearsalSummary summary(Rehearsal kept) {
        RehearsalResult result = RehearsalReport.fromJson(kept.report());
        String headline = result.faults().isEmpty() ? result.cases().size() + " påhittade ärenden: " + result.changed().size()
                + " går annorlunda än i dag, " + result.stopped().size() + " går inte att spela till slut."
                : "Inget är repeterat: " + result.faults().get(0);
        return new RehearsalSummary(headline, result.cases().stream().map(one -> new RehearsalSummary.PlayedCase(one.name(),
                one.after().outcome(), one.changes(), one.after().stopped())).toList(), RehearsalReport.asText(result));
    }
}
