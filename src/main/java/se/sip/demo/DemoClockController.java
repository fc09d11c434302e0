package se.sip.demo;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.sip.engine.JobPause;

/** Moves the demonstration's clock, from the start page and over the API. */
@Controller
@Profile("demo")
class DemoClockController {

    private static final int WEEK = 7;

    private final DemoClock clock;
    private final JobPause pause;

    DemoClockController(DemoClock clock, JobPause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @GetMapping("/api/demo/clock")
    @ResponseBody
    Today today() {
        return new Today(clock.today());
    }

    @PostMapping("/api/demo/clock")
    @ResponseBody
    Today forward(@Valid @RequestBody Forward forward) {
        if (!clock.forward(forward.days(), pause)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT,
                    "Systemet arbetar fortfarande. Vänta en stund och försök igen.");
        }
        return new Today(clock.today());
    }

    /** The button of the start page, which works without script. */
    @PostMapping("/demo/klocka")
    String week(RedirectAttributes after) {
        after.addFlashAttribute(clock.forward(WEEK, pause) ? "moved" : "busy", true);
        return "redirect:/";
    }

    /** @param days at most a year at a time */
    record Forward(@NotNull @Min(1) @Max(366) Integer days) {
    }

    record Today(LocalDate today) {
    }
}
