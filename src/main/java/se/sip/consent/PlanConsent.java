package se.sip.consent;

/** The second part of consent: that a plan is drawn up (VGU-65). */
public enum PlanConsent {
    YES,
    NO,
    /** Tar ställning på mötet. */
    DECIDES_AT_MEETING
}
