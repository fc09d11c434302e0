package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.ConsentChanged;
import se.sip.consent.ConsentRecipient;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.invitation.Invitations;

/**
 * A consent that is given anew without somebody it named before: who is left out takes part no longer and reads no more,
 * at once (VGV-08, HAL-41). What a unit has received stays its own record, and its interventions go on (VGU-70).
 */
@Component
class NarrowedConsent {

    private final Consents consents;
    private final ParticipantRepository participants;
    private final Disclosures disclosures;
    private final Invitations invitations;
    private final Notices notices;
    private final CaseLog log;
    private final Clock clock;

    NarrowedConsent(Consents consents, ParticipantRepository participants, Disclosures disclosures,
            Invitations invitations, Notices notices, CaseLog log, Clock clock) {
        this.consents = consents;
        this.participants = participants;
        this.disclosures = disclosures;
        this.invitations = invitations;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void consentChanged(ConsentChanged event) {
        String number = event.caseNumber();
        if (consents.stateOn(number, LocalDate.now(clock)) != ConsentState.VALID) {
            return;
        }
        Set<Long> leftOut = consents.current(number).stream().flatMap(c -> c.recipients().stream())
                .filter(r -> !r.included()).map(ConsentRecipient::participantId).collect(Collectors.toSet());
        participants.findByCaseNumberAndStatusOrderById(number, Participant.Status.CONFIRMED).stream()
                .filter(p -> leftOut.contains(p.id())).forEach(p -> letGo(number, p));
    }

    private void letGo(String number, Participant participant) {
        participants.save(participant.withStatus(Participant.Status.REMOVED));
        boolean called = invitations.callOff(number, participant.id());
        boolean read = participant.unitId() != null && disclosures.covers(number, participant.unitId());
        if (participant.unitId() != null) {
            disclosures.close(number, participant.unitId());
        }
        if (called || read) {
            log.add(number, "CONSENT_NARROWED", participant.name());
            notices.tell(number, NoticeKind.TAKES_PART_NO_LONGER, List.of(participant.unitId() == null
                    ? Addressee.outside(participant.id()) : Addressee.unit(participant.unitId())));
        }
    }
}
