package se.sip.casefile;

/** The seven phases of the process, in order, and the state after them. */
public enum CasePhase {
    DISCOVER("Upptäck behov"),
    PREPARE("Förbered"),
    CONSENT("Samtycke"),
    CALL("Kalla"),
    MEETING("SIP-möte"),
    FOLLOW_UP("Följ upp"),
    CLOSE("Avsluta"),
    ENDED("Avslutad");

    private final String swedish;

    CasePhase(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
