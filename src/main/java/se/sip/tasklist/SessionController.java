package se.sip.tasklist;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a page ask whether the server can be reached and the session lives; asking extends it. */
@RestController
class SessionController {

    @GetMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void here() {
        // The answer is that there is one: without a session it is 401.
    }
}
