package se.sip.consent;

/** The first part of consent: that information is exchanged before and at the meeting (VGU-65). */
public enum ExchangeAnswer {
    YES,
    NO,
    /** Asked or not, but no answer yet. */
    PENDING,
    /** A guardian hindered by absence or illness while the matter cannot wait (FB 6:13). */
    HINDERED,
    /** A guardian who is not asked, as a documented exception (HAL-44, OSL 10:27); only where the county has one. */
    EXEMPT
}
