package se.sip.consent;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.deadline.Deadlines;

/** How long a consent may hold, from the county's table {@code frister}, counted by lag (1930:173). */
@Component
class ConsentPeriod {

    private static final String LONGEST = "samtycke_langst";
    private static final String REMINDER = "samtycke_loper_ut";
    private final Deadlines deadlines;

    ConsentPeriod(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The latest day a consent given on a day may hold to (VGU-63). */
    LocalDate longest(String county, LocalDate givenOn) {
        return deadlines.of(county, LONGEST, givenOn).lastDay();
    }

    /** The day to remind that a consent is about to end. */
    LocalDate reminder(String county, LocalDate lastDay) {
        return deadlines.of(county, REMINDER, lastDay).lastDay();
    }

    /** The last day of a consent: as chosen, and never later than it may be; empty while nobody has said yes. */
    Optional<LocalDate> lastDay(String county, Consent consent) {
        return consent.firstYesOn().or(() -> Optional.ofNullable(consent.groundOn()))
                .map(given -> longest(county, given))
                .map(limit -> consent.validUntil() != null && consent.validUntil().isBefore(limit)
                        ? consent.validUntil() : limit)
                .or(() -> Optional.ofNullable(consent.validUntil()));
    }
}
