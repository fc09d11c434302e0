package se.sip.event;

/** What can happen at any time in a case, registered from Tasklist or over the API. */
public enum EventKind {
    /** VGV-25, VGU-64, VGU-158. Registered by any unit that takes part. */
    CONSENT_WITHDRAWN("Samtycket återkallas"),
    /** A material change: an early follow-up (VGU-141). */
    LIFE_CHANGED("Livet har förändrats väsentligt"),
    MEETING_MOVED("Mötet flyttas"),
    MEETING_CANCELLED("Mötet ställs in"),
    /** A booked meeting gives way to greater or more acute need; a new date is agreed at once (HAL-71, HAL-72). */
    MEETING_GIVES_WAY("Mötet ställs in för ett mer akut behov"),
    /** It turns out not to be a SIP: another form of meeting (HAL-12, HAL-17). */
    OTHER_MEETING("Det blir en annan mötesform i stället för SIP"),
    /** Needs an extended consent first (VGV-08). */
    ADD_UNIT("En enhet ska vara med"),
    /** Whom and what the consent names is asked anew, and until when, before it runs out (VGU-63, VGV-08). */
    CONSENT_ASKED_ANEW("Samtycket ska förnyas eller ändras"),
    DATE_CORRECTED("Ett felaktigt datum rättas"),
    /** Something answered was typed in wrongly: to an invitation, to the consent, or who was at the meeting. */
    ANSWER_CORRECTED("Ett felaktigt svar rättas"),
    /** A unit that has answered sends somebody else, or can no longer come (VGU-81, VGU-82). Registered by it. */
    ANSWER_CHANGED("En enhet ändrar sitt svar på kallelsen"),
    /** Held with another principal before the meeting, as about who pays for HVB (BOR-41). */
    PRE_MEETING("Ett förmöte med den andra huvudmannen har hållits"),
    /** Units do not agree, and their nearest managers are to solve it (BOR-83). Registered by either. */
    DISPUTE("En tvist mellan verksamheter tas upp"),
    /** Avliden, flyttat, felregistrerad. */
    ADMINISTRATIVE_END("Ärendet avslutas administrativt"),
    /** Takes an ending back before anybody has been told of it. */
    UNDO("Ett avslut tas tillbaka"),
    REOPEN("Ett avslutat ärende återöppnas"),
    /** HAL-129, HAL-130. Noted by any unit that takes part. */
    DEVIATION("En avvikelse ska göras"),
    HAND_OVER("Ärendet lämnas över till en annan enhet");

    private final String swedish;

    EventKind(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
