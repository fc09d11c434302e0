package se.sip.rehearsal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineDates;
import se.sip.engine.SipClock;
import se.sip.event.DailyCheck;

/**
 * The check of every morning, run only on the mornings when it has something to tell. What it finds on one day it still
 * would find on a later one until it has told, so a look at the last morning of a stretch answers for all before it.
 */
@Component
@Profile(RehearsalRun.PROFILE)
class DailyMornings {

    private static final String DAILY = "daglig_kontroll";
    private static final LocalTime FIVE = LocalTime.of(5, 0);

    private final DailyCheck daily;
    private final ManagementService management;
    private final SipClock clock;

    DailyMornings(DailyCheck daily, ManagementService management, SipClock clock) {
        this.daily = daily;
        this.management = management;
        this.clock = clock;
    }

    /** Whether a job is the timer that starts the check. */
    static boolean isStart(Job job) {
        return DAILY.equals(job.getProcessDefinitionKey()) && job.getProcessInstanceId() == null;
    }

    /** The first morning after now and up to the moment when the check finds something. The clock is left as it was. */
    Optional<LocalDateTime> nextFinding(String county, LocalDateTime until) {
        LocalDateTime now = LocalDateTime.now((Clock) clock);
        LocalDateTime last = until.toLocalTime().isBefore(FIVE) ? until.toLocalDate().minusDays(1).atTime(FIVE)
                : until.toLocalDate().atTime(FIVE);
        try {
            if (!last.isAfter(now) || !findsAt(county, last)) {
                return Optional.empty();
            }
            LocalDateTime morning = now.toLocalDate().atTime(FIVE);
            while (!morning.isAfter(now) || !findsAt(county, morning)) {
                morning = morning.plusDays(1);
            }
            return Optional.of(morning);
        } finally {
            standAt(now);
        }
    }

    /** Runs the check now. */
    void check() {
        management.createJobQuery().timers().list().stream().filter(DailyMornings::isStart).findFirst()
                .ifPresent(job -> management.executeJob(job.getId()));
    }

    private boolean findsAt(String county, LocalDateTime morning) {
        standAt(morning);
        return daily.findsSomethingIn(county);
    }

    private void standAt(LocalDateTime moment) {
        clock.standAt(moment.atZone(EngineDates.ZONE).toInstant());
    }
}
