package se.sip.invitation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule.Moment;
import se.sip.unit.Unit;

/** From a wrong recipient to the right one: the duty is the principal's, not one unit's (VGU-102..105). */
@Service
@Transactional
class RightUnit {

    private static final String ROUTE = "FORWARDED";

    private final Invitations invitations;
    private final Dispatch dispatch;
    private final ParticipantRepository participants;
    private final Notices notices;
    private final CaseLog log;
    private final PartiesOfCase parties;
    private final Disclosures disclosures;
    private final CaseFiles cases;

    RightUnit(Invitations invitations, Dispatch dispatch, ParticipantRepository participants, Notices notices,
            CaseLog log, PartiesOfCase parties, Disclosures disclosures, CaseFiles cases) {
        this.disclosures = disclosures;
        this.cases = cases;
        this.parties = parties;
        this.invitations = invitations;
        this.dispatch = dispatch;
        this.participants = participants;
        this.notices = notices;
        this.log = log;
    }

    /** Notes the unit that was found. Until a ground covers it, it sees {@link UnderwayInvitation} only. */
    void found(Invitation invitation, Unit unit, Forwarding how) {
        Participant right = participants.save(knownOrNew(invitation, unit).withStatus(Participant.Status.CONFIRMED));
        invitations.save(invitation.withForwarding(new Forwarding(how.contact(), how.contactOn(), how.clarified(),
                right.id(), false)));
        log.add(invitation.caseNumber(), "RIGHT_UNIT_FOUND", invitation.name() + " → " + unit.name());
    }

    /** A unit that was a participant before keeps its row, and with it what the family has said about it. */
    private Participant knownOrNew(Invitation invitation, Unit unit) {
        Participant wrong = participants.findById(invitation.participantId()).orElseThrow();
        return participants.findByCaseNumberOrderById(invitation.caseNumber()).stream()
                .filter(p -> unit.id().equals(p.unitId())).findFirst()
                .orElseGet(() -> new Participant(null, wrong.caseNumber(), unit.id(), unit.name(), unit.principal(),
                        unit.kind(), unit.email(), unit.postalAddress(), wrong.need(), false, wrong.duty(), ROUTE,
                        Codes.of(List.of("VGU-102", "VGU-103")), Participant.Status.PROPOSED));
    }

    /** Notes that no other unit was found. */
    void noneFound(Invitation invitation, Forwarding how) {
        invitations.save(invitation.withForwarding(how));
        log.add(invitation.caseNumber(), "RIGHT_UNIT_NOT_FOUND", invitation.name());
    }

    /** The family is asked; the unit meanwhile learns that something is on its way, and not what. */
    void familyAsked(Invitation invitation) {
        if (!invitation.forwarding().asked()) {
            participants.findById(invitation.forwarding().participantId()).map(Participant::unitId)
                    .ifPresent(unit -> notices.tell(invitation.caseNumber(), NoticeKind.INVITATION_UNDERWAY,
                            List.of(Addressee.unit(unit))));
        }
        invitations.save(invitation.withForwarding(invitation.forwarding().familyAsked()));
    }

    /** The recipient itself is to attend (VGU-105); a unit that the family did not want leaves the case again. */
    void attendSelf(String key) {
        Invitation invitation = invitations.byKey(key);
        Long refused = invitation.forwarding() == null ? null : invitation.forwarding().participantId();
        if (refused != null) {
            participants.findById(refused)
                    .ifPresent(p -> participants.save(p.withStatus(Participant.Status.REMOVED)));
        }
        invitations.save(invitation.dutyStays());
        log.add(invitation.caseNumber(), "RECIPIENT_ATTENDS_ITSELF", invitation.name());
    }

    /** The call came to the wrong principal: the recipient is out, and the convener is told and sends it anew (BOR-52). */
    void giveBack(String key) {
        Invitation invitation = invitations.byKey(key);
        String number = invitation.caseNumber();
        participants.findById(invitation.participantId())
                .ifPresent(p -> participants.save(p.withStatus(Participant.Status.REMOVED)));
        disclosures.close(number, invitation.unitId());
        invitations.save(invitation.withStatus(Invitation.Status.CANCELLED));
        log.add(number, "INVITATION_GIVEN_BACK", invitation.name());
        notices.tell(number, NoticeKind.WRONG_PRINCIPAL, List.of(Addressee.unit(cases.byNumber(number).convenerUnit())));
        parties.askAgain(number, Moment.CALLED);
    }

    void passOn(String key, String processDefinitionId) {
        Invitation passed = dispatch.passOn(invitations.byKey(key), processDefinitionId);
        parties.askAgain(passed.caseNumber(), Moment.CALLED);
    }
}
