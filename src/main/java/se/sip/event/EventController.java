package se.sip.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.tasklist.FormReader;

/** Events at any time over the API: the fields of form {@code handelse}, by the same rules. */
@RestController
@RequestMapping("/api/cases/{number}/events")
class EventController {

    private final CaseEvents events;
    private final HandelseIntake intake;
    private final StaffDirectory staff;
    private final FormReader reader;

    EventController(CaseEvents events, HandelseIntake intake, StaffDirectory staff, FormReader reader) {
        this.events = events;
        this.intake = intake;
        this.staff = staff;
        this.reader = reader;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@PathVariable String number, @RequestBody JsonNode body) {
        var me = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        if (body instanceof ObjectNode fields) {
            fields.put("caseNumber", number);
        }
        events.happened(reader.read(intake, body, me), me);
    }
}
