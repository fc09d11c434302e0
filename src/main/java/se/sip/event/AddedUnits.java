package se.sip.event;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.invitation.Invitations;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule.Moment;

/** Units that join after the invitations have gone out. */
@Service
@Transactional
class AddedUnits {

    private final Invitations invitations;
    private final PartiesOfCase parties;

    AddedUnits(Invitations invitations, PartiesOfCase parties) {
        this.parties = parties;
        this.invitations = invitations;
    }

    /** The unit gets its invitation in a process of its own. */
    void call(String caseNumber, String participantKey) {
        invitations.startFor(caseNumber, Long.parseLong(participantKey));
        parties.askAgain(caseNumber, Moment.CALLED);
    }
}
