package se.sip.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Person;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Order;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.PlanVersion.FamilyCopy;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Orders the final plan to be sent: to each party as the county's rule on copies says, and to the family. */
@Component
class PlanLetters {

    private final Outbox outbox;
    private final Parties parties;
    private final UnitRepository units;
    private final CaseFiles cases;
    private final Clock clock;

    PlanLetters(Outbox outbox, Parties parties, UnitRepository units, CaseFiles cases, Clock clock) {
        this.outbox = outbox;
        this.parties = parties;
        this.units = units;
        this.cases = cases;
        this.clock = clock;
    }

    void send(PlanVersion plan) {
        Purpose purpose = plan.versionNo() > 1 ? Purpose.PLAN_REVISED : Purpose.PLAN;
        Set<String> printed = plan.copies().stream().map(PlanVersion.Copy::party).collect(Collectors.toSet());
        for (Party party : parties.of(plan.caseNumber())) {
            if (party.participantId() != null) {
                send(plan, purpose, party, printed.contains(party.key()));
            }
        }
        if (plan.familyCopy() == FamilyCopy.BY_POST) {
            sendToFamily(plan, purpose);
        }
    }

    /** A party that uses the IT service reads it there; who gets a printout gets a letter; a login gets a mail. */
    private void send(PlanVersion plan, Purpose purpose, Party party, boolean printed) {
        Unit unit = party.unitId() == null ? null : units.findById(party.unitId()).orElse(null);
        Addressee addressee = unit == null ? Addressee.outside(party.participantId()) : Addressee.unit(unit.id());
        if (unit != null && unit.itService()) {
            order(plan, purpose, addressee, party, Way.IT_SERVICE);
        } else if (printed) {
            order(plan, purpose, addressee, party, Way.LETTER);
        } else if (unit != null && unit.hasLogin() && unit.email() != null && !unit.email().isBlank()) {
            order(plan, purpose, addressee, party, Way.MAIL);
        }
    }

    private void order(PlanVersion plan, Purpose purpose, Addressee addressee, Party party, Way way) {
        outbox.send(Order.of(plan.caseNumber(), purpose, addressee, PlanDocuments.subjectOf(plan),
                String.valueOf(plan.versionNo()), way == Way.IT_SERVICE ? new Way[] {way, Way.LETTER} : new Way[] {way})
                .withParticipantId(party.participantId()));
    }

    private void sendToFamily(PlanVersion plan, Purpose purpose) {
        CaseFile caseFile = cases.byNumber(plan.caseNumber());
        Person person = cases.personOf(caseFile);
        sendTo(plan, purpose, Addressee.person());
        if (!person.isAdultOn(LocalDate.now(clock))) {
            cases.guardiansOf(caseFile).forEach(g -> sendTo(plan, purpose, Addressee.guardian(g.id())));
        }
    }

    private void sendTo(PlanVersion plan, Purpose purpose, Addressee one) {
        outbox.send(Order.of(plan.caseNumber(), purpose, one, PlanDocuments.subjectOf(plan),
                String.valueOf(plan.versionNo()), Way.LETTER));
    }
}
