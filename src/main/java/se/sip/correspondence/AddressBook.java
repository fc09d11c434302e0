package se.sip.correspondence;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Guardian;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Who an addressee is, and where they are reached. */
@Component
public class AddressBook {

    private final CaseFiles cases;
    private final ParticipantRepository participants;
    private final UnitRepository units;

    AddressBook(CaseFiles cases, ParticipantRepository participants, UnitRepository units) {
        this.cases = cases;
        this.participants = participants;
        this.units = units;
    }

    /** The recipient's name as the convener knows it. */
    public String nameOf(String caseNumber, Addressee addressee) {
        return switch (addressee.kind()) {
            case UNIT -> unit(addressee).name();
            case MANAGERS -> unit(addressee).name() + ", chef";
            case OUTSIDE -> participant(addressee).name();
            case GUARDIAN -> guardian(caseNumber, addressee).name();
            case PERSON -> person(caseNumber).name();
        };
    }

    /** What an operator may read of who it is: a unit's name, else the kind only. */
    String nameForOperators(Addressee addressee) {
        return switch (addressee.kind()) {
            case UNIT -> unit(addressee).name();
            case MANAGERS -> unit(addressee).name() + ", chef";
            case OUTSIDE -> "mottagare utanför enhetsregistret";
            case GUARDIAN -> "vårdnadshavare";
            case PERSON -> "den enskilde";
        };
    }

    /** A unit's functional mailbox; null where the register has none. */
    public String mailboxOf(Addressee addressee) {
        return switch (addressee.kind()) {
            case UNIT, MANAGERS -> unit(addressee).email();
            case OUTSIDE -> participant(addressee).unitId() == null ? null
                    : units.findById(participant(addressee).unitId()).map(Unit::email).orElse(null);
            case GUARDIAN, PERSON -> null;
        };
    }

    /** Where a letter is addressed. With a protected identity it goes through Skatteverket's forwarding. */
    PostalAddress postalAddressOf(String caseNumber, Addressee addressee) {
        return switch (addressee.kind()) {
            case UNIT, MANAGERS -> new PostalAddress(unit(addressee).name(), unit(addressee).postalAddress(), false);
            case OUTSIDE -> new PostalAddress(participant(addressee).name(), participant(addressee).postalAddress(),
                    false);
            case GUARDIAN -> {
                Guardian g = guardian(caseNumber, addressee);
                yield of(g.name(), g.address(), g.protection());
            }
            case PERSON -> {
                Person p = person(caseNumber);
                yield of(p.name(), p.address(), p.protection());
            }
        };
    }

    private static PostalAddress of(String name, String address, Protection protection) {
        boolean hidden = protection != null && protection != Protection.NONE;
        return new PostalAddress(name, hidden ? null : address, hidden);
    }

    private Unit unit(Addressee addressee) {
        return units.findById(addressee.key()).orElseThrow(
                () -> new IllegalStateException("The register has no unit " + addressee.key()));
    }

    private Participant participant(Addressee addressee) {
        return participants.findById(Long.valueOf(addressee.key())).orElseThrow(
                () -> new IllegalStateException("No participant has the key of the addressee"));
    }

    private Guardian guardian(String caseNumber, Addressee addressee) {
        return cases.guardiansOf(cases.byNumber(caseNumber)).stream()
                .filter(g -> String.valueOf(g.id()).equals(addressee.key())).findFirst()
                .orElse(new Guardian(null, null, "Vårdnadshavare", null, null, null, null, null));
    }

    private Person person(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return cases.personOf(caseFile);
    }

    /**
     * Where a letter goes.
     *
     * @param address as registered; null where it is unknown or protected
     * @param forwarded whether Skatteverket forwards it (skyddad folkbokföring, sekretessmarkering)
     */
    record PostalAddress(String name, String address, boolean forwarded) {
    }
}
