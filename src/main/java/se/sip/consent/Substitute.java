package se.sip.consent;

/** Who, or what, stands for a consent that the person or the guardians cannot give. */
public enum Substitute {
    NONE,
    /** God man för ensamkommande barn, or a specially appointed guardian. */
    APPOINTED_GUARDIAN,
    /** God man, within the appointment. */
    GOD_MAN,
    FORVALTARE,
    /** Framtidsfullmakt (lag 2017:310). */
    FUTURE_POWER_OF_ATTORNEY,
    /** Presumed: informed and not shown unwillingness; adults in Västra Götaland only, never a child (VGU-58). */
    PRESUMED;

    /** Whether somebody answers in the person's or the guardians' place. */
    boolean answers() {
        return this != NONE && this != PRESUMED;
    }
}
