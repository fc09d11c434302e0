package se.sip.invitation;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;

/** Who can be called or invited: the confirmed participants but the convening unit, which calls. */
@Component
class Recipients {

    private final ParticipantRepository participants;

    Recipients(ParticipantRepository participants) {
        this.participants = participants;
    }

    /** Units that cannot be called until a contact has been taken, by name. */
    List<String> waitedFor(CaseFile caseFile) {
        return participants.findByCaseNumberAndStatusOrderById(caseFile.number(), Participant.Status.CONFIRMED)
                .stream().filter(p -> p.isContactedFirst() && p.mayTakePart()).map(Participant::name).toList();
    }

    List<Participant> of(CaseFile caseFile) {
        return participants.findByCaseNumberAndStatusOrderById(caseFile.number(), Participant.Status.CONFIRMED)
                .stream().filter(Participant::takesPart).filter(p -> !caseFile.convenerUnit().equals(p.unitId())).toList();
    }
}
