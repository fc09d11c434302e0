package se.sip.correspondence;

import se.sip.correspondence.document.Documents;

/**
 * Who is written to, by key: who it is, the registers know.
 *
 * @param key unit id, participant key or guardian key; for the person the empty key
 */
public record Addressee(Kind kind, String key) {

    /** What kind of addressee, which decides how it can be reached. */
    public enum Kind {
        /** A unit of the register, at its functional mailbox, in the IT service or by letter. */
        UNIT,
        /** The managers of a unit. */
        MANAGERS,
        /** Somebody who takes part and does not read here: outside the unit register, or a unit without login. */
        OUTSIDE,
        GUARDIAN,
        PERSON
    }

    public static Addressee unit(String unitId) {
        return new Addressee(Kind.UNIT, unitId);
    }

    public static Addressee managersOf(String unitId) {
        return new Addressee(Kind.MANAGERS, unitId);
    }

    public static Addressee outside(long participantId) {
        return new Addressee(Kind.OUTSIDE, String.valueOf(participantId));
    }

    public static Addressee guardian(long guardianId) {
        return new Addressee(Kind.GUARDIAN, String.valueOf(guardianId));
    }

    public static Addressee person() {
        return new Addressee(Kind.PERSON, "");
    }

    /** What may be withheld from the addressee in a document. */
    public Documents.Reader.Role role() {
        return switch (kind) {
            case UNIT, MANAGERS, OUTSIDE -> Documents.Reader.Role.PARTICIPANT;
            case GUARDIAN -> Documents.Reader.Role.GUARDIAN;
            case PERSON -> Documents.Reader.Role.PERSON;
        };
    }

    /** Whether notices are read here, in this product. */
    public boolean readsHere() {
        return kind == Kind.UNIT || kind == Kind.MANAGERS;
    }

    /** Whether it is one of the family, who is written to at home and never by e-mail. */
    public boolean isFamily() {
        return kind == Kind.GUARDIAN || kind == Kind.PERSON;
    }
}
