package se.sip.event;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.invitation.Invitations;

/** Units that join after the invitations have gone out. */
@Service
@Transactional
class AddedUnits {

    private final ParticipantRepository participants;
    private final Invitations invitations;

    AddedUnits(ParticipantRepository participants, Invitations invitations) {
        this.participants = participants;
        this.invitations = invitations;
    }

    /** The unit takes part from now on and gets its invitation in a process of its own. */
    void call(String caseNumber, String participantKey) {
        Participant added = participants.findById(Long.valueOf(participantKey)).orElseThrow();
        participants.save(added.withStatus(Participant.Status.CONFIRMED));
        invitations.startFor(caseNumber, added.id());
    }
}
