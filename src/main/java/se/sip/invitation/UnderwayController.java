package se.sip.invitation;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;

/** Over the API: what is on its way to my units. */
@RestController
class UnderwayController {

    private final UnderwayInvitations underway;
    private final StaffDirectory staff;

    UnderwayController(UnderwayInvitations underway, StaffDirectory staff) {
        this.underway = underway;
        this.staff = staff;
    }

    @GetMapping("/api/invitations/underway")
    List<UnderwayInvitation> mine() {
        return underway.to(staff.current()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)).units());
    }
}
