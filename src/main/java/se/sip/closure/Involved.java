package se.sip.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.casefile.Person;
import se.sip.casefile.ToldGuardians;
import se.sip.correspondence.AddressBook;
import se.sip.correspondence.Addressee;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Who knows of a case: the units it was disclosed to, those outside the register who were asked, and the family. */
@Component
public class Involved {

    private final CaseFiles cases;
    private final Disclosures disclosures;
    private final ParticipantRepository participants;
    private final Invitations invitations;
    private final UnitRepository units;
    private final ToldGuardians told;
    private final AddressBook addresses;
    private final Clock clock;

    Involved(CaseFiles cases, Disclosures disclosures, ParticipantRepository participants,
            Invitations invitations, UnitRepository units, ToldGuardians told,
            AddressBook addresses, Clock clock) {
        this.cases = cases;
        this.disclosures = disclosures;
        this.participants = participants;
        this.invitations = invitations;
        this.units = units;
        this.told = told;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Everybody but the convening unit itself. Nobody whom nothing was disclosed to learns that there is a case. */
    public List<Addressee> all(String caseNumber) {
        var all = new ArrayList<>(called(caseNumber));
        all.addAll(family(caseNumber));
        return all;
    }

    /** The units and others that were called or invited. */
    public List<Addressee> called(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        Set<String> told = disclosures.of(caseNumber).stream().map(Disclosure::unitId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var called = new ArrayList<Addressee>();
        for (String unit : told) {
            if (!unit.equals(caseFile.convenerUnit()) && units.findById(unit).map(Unit::hasLogin).orElse(false)) {
                called.add(Addressee.unit(unit));
            }
        }
        Set<Long> asked = invitations.of(caseNumber).stream().filter(i -> i.sentAt() != null)
                .map(Invitation::participantId).collect(Collectors.toSet());
        for (Participant p : participants.findByCaseNumberOrderById(caseNumber)) {
            boolean withoutLogin = p.unitId() == null
                    || !units.findById(p.unitId()).map(Unit::hasLogin).orElse(false);
            if (withoutLogin && asked.contains(p.id())) {
                called.add(Addressee.outside(p.id()));
            }
        }
        return called;
    }

    /** The person, and the guardians of one who is not of age, but those who are to be told nothing. */
    public List<Addressee> family(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        Person person = cases.personOf(caseFile);
        var family = new ArrayList<Addressee>();
        family.add(Addressee.person());
        if (!person.isAdultOn(LocalDate.now(clock))) {
            told.of(caseFile).forEach(g -> family.add(Addressee.guardian(g.id())));
        }
        return family;
    }

    /** Who learns that a case has ended in a way. Nobody writes to one who has died, or of a case that never was. */
    public List<Addressee> ofEnding(String caseNumber, EndKind kind) {
        var to = new ArrayList<>(called(caseNumber));
        switch (kind) {
            case REGISTERED_IN_ERROR -> to.removeIf(r -> !r.readsHere() && r.kind() != Addressee.Kind.OUTSIDE);
            case DECEASED -> { }
            default -> to.addAll(family(caseNumber));
        }
        return to;
    }

    /** The recipient's name as the convener knows it. */
    public String name(String caseNumber, Addressee recipient) {
        return addresses.nameOf(caseNumber, recipient);
    }
}
