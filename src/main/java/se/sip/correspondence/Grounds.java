package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.casefile.Person;
import se.sip.casefile.ToldGuardians;
import se.sip.consent.Consents;

/** Whether something may be sent at this moment: consent is a condition all the way, not a step (VGV-25, HAL-48). */
@Component
class Grounds {

    /** Why nothing is sent. */
    enum Hindrance {
        /** No valid ground names the recipient today: withdrawn, expired, or never named. */
        NO_GROUND("inget giltigt samtycke eller annan grund omfattar mottagaren"),
        /** The family has excluded the recipient (VGU-61). */
        EXCLUDED("familjen har sagt att mottagaren inte ska få något"),
        /** The recipient takes part no longer. */
        NOT_TAKING_PART("mottagaren deltar inte längre"),
        /** Guardianship ends at 18 (FB 9:1). */
        OF_AGE("personen har fyllt 18 år och företräds inte längre av vårdnadshavare"),
        /** For example one who refuses what a minor decides alone (HAL-56): the reason stands in the case. */
        GUARDIAN_LEFT_OUT("vårdnadshavaren ska inte få något i ärendet"),
        NO_SUCH_RECIPIENT("mottagaren finns inte längre i ärendet"),
        /** What it says holds no longer, as when a meeting is moved before the invitation was posted. */
        OVERTAKEN("det gäller inte längre, ett senare besked går i stället");

        private final String swedish;

        Hindrance(String swedish) {
            this.swedish = swedish;
        }

        String swedish() {
            return swedish;
        }
    }

    private final Consents consents;
    private final ParticipantRepository participants;
    private final CaseFiles cases;
    private final ToldGuardians told;
    private final Clock clock;

    Grounds(Consents consents, ParticipantRepository participants, CaseFiles cases, ToldGuardians told,
            Clock clock) {
        this.consents = consents;
        this.participants = participants;
        this.cases = cases;
        this.told = told;
        this.clock = clock;
    }

    /** Empty where it may be sent now. */
    Optional<Hindrance> hindrance(Delivery delivery) {
        return hindrance(delivery.caseNumber(), delivery.purpose(), delivery.addressee(), delivery.participantId());
    }

    /** The same for what is yet to be ordered. */
    Optional<Hindrance> hindrance(Order order) {
        return hindrance(order.caseNumber(), order.purpose(), order.addressee(), order.participantId());
    }

    private Optional<Hindrance> hindrance(String number, Purpose purpose, Addressee to, Long participantId) {
        if (to.isFamily()) {
            return ofFamily(number, to);
        }
        return purpose.needsGround() ? ofUnit(number, participantId) : Optional.empty();
    }

    private Optional<Hindrance> ofUnit(String number, Long participantId) {
        Optional<Participant> found = participantId == null ? Optional.empty()
                : participants.findById(participantId);
        if (found.isEmpty()) {
            return Optional.of(Hindrance.NO_GROUND);
        }
        Participant participant = found.get();
        if (participant.status() == Participant.Status.REMOVED) {
            return Optional.of(Hindrance.NOT_TAKING_PART);
        }
        if (participant.unitId() != null && consents.excludes(number, participant.unitId())
                || consents.excludes(number, participant.name())) {
            return Optional.of(Hindrance.EXCLUDED);
        }
        return consents.coversUnit(number, participant.id(), LocalDate.now(clock)) ? Optional.empty()
                : Optional.of(Hindrance.NO_GROUND);
    }

    /** The family's own papers need no consent, but a guardian may have no right to them (any longer). */
    private Optional<Hindrance> ofFamily(String number, Addressee to) {
        if (to.kind() == Addressee.Kind.PERSON) {
            return Optional.empty();
        }
        CaseFile caseFile = cases.byNumber(number);
        Person person = cases.personOf(caseFile);
        if (person.isAdultOn(LocalDate.now(clock))) {
            return Optional.of(Hindrance.OF_AGE);
        }
        var guardian = cases.guardiansOf(caseFile).stream()
                .filter(g -> String.valueOf(g.id()).equals(to.key())).findFirst();
        if (guardian.isEmpty()) {
            return Optional.of(Hindrance.NO_SUCH_RECIPIENT);
        }
        return told.limit(caseFile, guardian.get()).isPresent()
                ? Optional.of(Hindrance.GUARDIAN_LEFT_OUT) : Optional.empty();
    }
}
