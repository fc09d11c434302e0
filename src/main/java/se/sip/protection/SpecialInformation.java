package se.sip.protection;

import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;

/**
 * Särskild information: protected identity, interpreter and language. The convener sees it, and the contact of a called
 * unit, who is the one that has taken the unit's task; nobody who was only invited does (BOR-44).
 */
@Component
public class SpecialInformation {

    private final ParticipantRepository participants;

    SpecialInformation(ParticipantRepository participants) {
        this.participants = participants;
    }

    /** @param contact whether the reader has taken the task they look at */
    public boolean isFor(StaffMember reader, CaseFile caseFile, boolean contact) {
        return reader.worksIn(caseFile.convenerUnit()) || contact && participants
                .findByCaseNumberAndStatusOrderById(caseFile.number(), Participant.Status.CONFIRMED).stream()
                .anyMatch(p -> p.duty() == Participant.Duty.CALLED && p.unitId() != null
                        && reader.worksIn(p.unitId()));
    }
}
