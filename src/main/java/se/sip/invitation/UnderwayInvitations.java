package se.sip.invitation;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** The invitations on their way to a unit while the family is asked (VGU-103, VGV-08). */
@Service
@Transactional(readOnly = true)
public class UnderwayInvitations {

    private final InvitationRepository invitations;
    private final ParticipantRepository participants;
    private final CaseFiles cases;
    private final UnitRepository units;

    UnderwayInvitations(InvitationRepository invitations, ParticipantRepository participants, CaseFiles cases,
            UnitRepository units) {
        this.invitations = invitations;
        this.participants = participants;
        this.cases = cases;
        this.units = units;
    }

    /** What is on its way to any of the units, the oldest first. */
    public List<UnderwayInvitation> to(Collection<String> unitIds) {
        return unitIds.isEmpty() ? List.of()
                : invitations.findUnderwayTo(unitIds).stream().map(this::withoutContent).toList();
    }

    private UnderwayInvitation withoutContent(Invitation invitation) {
        Participant right = participants.findById(invitation.forwarding().participantId()).orElseThrow();
        String sender = cases.byNumber(invitation.caseNumber()).convenerUnit();
        return new UnderwayInvitation(invitation.caseNumber(), units.findById(sender).map(Unit::name).orElse(sender),
                right.kind().swedish());
    }
}
