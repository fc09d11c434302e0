package se.sip.tasklist;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a page ask whether the server can be reached and the session lives; asking extends it. */
@RestController
class SessionController {

    private final Duration session;

    SessionController(@Value("${server.servlet.session.timeout:20m}") Duration session) {
        this.session = session;
    }

    /** @param seconds how long the session lasts from now, if nothing more is asked */
    record Lasts(long seconds) {
    }

    /** Without a session the answer is 401. */
    @GetMapping("/api/session")
    Lasts lasts() {
        return new Lasts(session.toSeconds());
    }
}
