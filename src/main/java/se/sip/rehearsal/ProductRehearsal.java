package se.sip.rehearsal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(ProductRehearsal.class);

    private final RehearsalProcess process;
    private final Clock clock;

    ProductRehearsal(RehearsalProcess process, Clock clock) {
        this.process = process;
        this.clock = clock;
    }

    /** The report is what a reader would see in a terminal. A county for which there are no made-up cases passes. */
    @Override
    public Rehearsal rehearse(Bundle running, Bundle candidate) {
        RehearsalResult result = resultOf(running, candidate);
        return new Rehearsal(LocalDateTime.now(clock), result.publishable(), RehearsalReport.asText(result));
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

    private RehearsalResult resultOf(Bundle running, Bundle candidate) {
        try {
            return process.rehearse(running, candidate, List.of());
        } catch (IllegalStateException failed) {
            LOG.error("The rehearsal of a candidate of {} failed", candidate.county().id(), failed);
            return RehearsalResult.faulty(candidate.county().id(), List.of(new StoryFault("repetitionen", 0,
                    "Repetitionen kom inte till slut. Försök igen; driften ser varför i loggen.")), 0);
        }
    }
}
