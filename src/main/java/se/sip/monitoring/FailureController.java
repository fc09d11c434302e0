package se.sip.monitoring;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Steps that have failed, by kind and message, and letting them run again. */
@RestController
@RequestMapping("/api/situation/failures")
class FailureController {

    private final FailedJobs failed;
    private final Admins admins;

    FailureController(FailedJobs failed, Admins admins) {
        this.failed = failed;
        this.admins = admins;
    }

    record Order(String county, String kind, String message) {
    }

    @GetMapping
    List<FailedJobs.Group> groups(@RequestParam(required = false) String county) {
        return failed.groups(admins.counties(county));
    }

    /** One county at a time. */
    @PostMapping("/retry")
    FailedJobs.Retried retry(@RequestBody Order order) {
        admins.counties(order.county());
        if (order.county() == null || order.county().isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Välj ett län.");
        }
        return failed.retry(order.county(), order.kind(), order.message());
    }
}
