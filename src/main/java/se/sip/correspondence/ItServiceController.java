package se.sip.correspondence;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;
import se.sip.audit.AuditLog;
import se.sip.audit.AuditSubject;

/** The outbox of a county's IT service, for an account of the group {@code integration} in that county only. */
@RestController
@RequestMapping("/api/it-service/{county}/messages")
class ItServiceController {

    private static final String GROUP = "integration";

    private final ItServiceMessages messages;
    private final AuditLog audit;
    private final StaffDirectory staff;

    ItServiceController(ItServiceMessages messages, AuditLog audit, StaffDirectory staff) {
        this.messages = messages;
        this.audit = audit;
        this.staff = staff;
    }

    @GetMapping
    List<ItServiceMessages.Message> waiting(@PathVariable String county) {
        check(county);
        return messages.waiting(county);
    }

    @GetMapping("/{id}/document")
    ResponseEntity<byte[]> document(@PathVariable String county, @PathVariable long id) {
        check(county);
        Optional<byte[]> found = messages.pdf(county, id);
        found.flatMap(pdf -> messages.caseNumber(county, id))
                .ifPresent(number -> audit.read(number, AuditSubject.IT_SERVICE, String.valueOf(id)));
        return found.map(pdf -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .body(pdf)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/receipt")
    ResponseEntity<Void> receipt(@PathVariable String county, @PathVariable long id) {
        check(county);
        if (!messages.acknowledge(county, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.noContent().build();
    }

    private void check(String county) {
        boolean allowed = staff.current().filter(s -> s.groups().contains(GROUP) && s.counties().contains(county))
                .isPresent();
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN,
                    "Bara länets integration får läsa utkorgen för IT-tjänsten.");
        }
    }
}
