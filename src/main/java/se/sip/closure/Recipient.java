package se.sip.closure;

/**
 * Somebody to tell, by key: who it is, the registers know.
 *
 * @param key unit id, participant key or guardian key; for the person the empty key
 */
public record Recipient(Kind kind, String key) {

    /** What kind of recipient, which decides how it is reached. */
    public enum Kind {
        /** Sees the notice here. */
        UNIT,
        /** The managers of a unit. */
        MANAGERS,
        /** A unit without login, or somebody outside the register: the convener tells. */
        OUTSIDE,
        GUARDIAN,
        PERSON
    }

    public static Recipient unit(String unitId) {
        return new Recipient(Kind.UNIT, unitId);
    }

    public static Recipient managersOf(String unitId) {
        return new Recipient(Kind.MANAGERS, unitId);
    }

    public static Recipient outside(long participantId) {
        return new Recipient(Kind.OUTSIDE, String.valueOf(participantId));
    }

    public static Recipient guardian(long guardianId) {
        return new Recipient(Kind.GUARDIAN, String.valueOf(guardianId));
    }

    public static Recipient person() {
        return new Recipient(Kind.PERSON, "");
    }

    /** Whether the notice is read here; others are told by the convener, by telephone or letter. */
    public boolean readsHere() {
        return kind == Kind.UNIT || kind == Kind.MANAGERS;
    }
}
