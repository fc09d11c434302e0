package se.sip.event;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.invitation.Invitations;

/** Units that join after the invitations have gone out. */
@Service
@Transactional
class AddedUnits {

    private final Invitations invitations;

    AddedUnits(Invitations invitations) {
        this.invitations = invitations;
    }

    /** The unit gets its invitation in a process of its own. */
    void call(String caseNumber, String participantKey) {
        invitations.startFor(caseNumber, Long.parseLong(participantKey));
    }
}
