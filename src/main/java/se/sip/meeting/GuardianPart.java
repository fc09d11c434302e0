package se.sip.meeting;

/** How the guardians' part in the meeting was settled (VGU-109, VGU-110). */
public enum GuardianPart {
    TOOK_PART("Deltog"),
    OFFERED_DECLINED("Erbjöds men avstod"),
    YOUTH_OBJECTED("Den unge motsatte sig"),
    NOT_SUITABLE("Inte lämpligt"),
    NO_GUARDIAN("Har ingen vårdnadshavare");

    private final String swedish;

    GuardianPart(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
