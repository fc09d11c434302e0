package se.sip.unit;

/** Huvudman: who is responsible for a unit by law (HSL 16:4, SoL 10:8). */
public enum Principal {
    /** Regionen. */
    REGION,
    /** Kommunen. */
    MUNICIPALITY,
    /** Neither: Försäkringskassan, Kriminalvården, HVB, a relative. Can be invited, never called (VGU-89). */
    OTHER
}
