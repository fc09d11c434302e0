package se.sip.publication;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How counties publish.
 *
 * @param alone ids of counties with one process owner, who publishes without a second one's confirmation
 * @param atStart for development only: what the product brings is published at each start, as if a process owner had
 */
@ConfigurationProperties("sip.publication")
record PublicationSettings(Set<String> alone, boolean atStart) {

    PublicationSettings {
        alone = alone == null ? Set.of() : Set.copyOf(alone);
    }

    boolean needsTwo(String county) {
        return !alone.contains(county);
    }
}
