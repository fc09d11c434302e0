package se.sip.monitoring;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The situation, for Cockpit's dashboard. */
@RestController
@RequestMapping("/api/situation")
class SituationController {

    private static final int MOST_DAYS = 365;

    private final Situation situation;
    private final StuckCases stuck;
    private final Admins admins;
    private final Clock clock;

    SituationController(Situation situation, StuckCases stuck, Admins admins, Clock clock) {
        this.situation = situation;
        this.stuck = stuck;
        this.admins = admins;
        this.clock = clock;
    }

    record Dashboard(LocalDateTime at, int stillDays, List<Situation.CountySituation> counties) {
    }

    /** @param days without movement that count as many */
    @GetMapping
    Dashboard dashboard(@RequestParam(required = false) Integer days) {
        return new Dashboard(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), days(days),
                situation.of(admins.counties(null), days(days)));
    }

    /** @param county one of the caller's; all of them where none is named @param page the first is 0 */
    @GetMapping("/cases")
    StuckCases.Page cases(@RequestParam(required = false) String county,
            @RequestParam(defaultValue = "OPEN") SituationGroup group, @RequestParam(required = false) Integer days,
            @RequestParam(defaultValue = "0") int page) {
        return stuck.list(admins.counties(county), group, days(days), Math.max(0, page));
    }

    private int days(Integer asked) {
        return asked == null ? situation.stillDays() : Math.min(MOST_DAYS, Math.max(1, asked));
    }
}
