package se.sip.casefile;

/** How a case ended. The county's close reasons are rows of the table {@code avslut}. */
public enum EndKind {
    /** No SIP is due: needs from one principal only (VGB-05). */
    NO_SIP_DUE("Ingen SIP behövs"),
    /** A request was denied, with a documented reason (VGB-10, VGB-11). */
    DENIED("Begäran nekad"),
    /** Admission and discharge follow another routine (VGB-13). */
    DISCHARGE_ROUTINE("Hanteras vid in- och utskrivning"),
    /** A no to consent, or to a plan at the meeting. */
    CONSENT_REFUSED("Samtycke gavs inte"),
    /** VGU-158. */
    CONSENT_WITHDRAWN("Samtycket återkallat"),
    /** VGU-156. */
    NO_NEED("Behov av insatser från båda huvudmännen finns inte längre"),
    /** VGU-157. */
    NO_NEW_NEED_EXPECTED("Nya behov från båda huvudmännen väntas inte"),
    /** VGU-153, VGU-159. */
    GOAL_CHANGED_RESTART("Målet ändrat, ny SIP startas"),
    /** Halland only (HAL-123). */
    COLLABORATION_ESTABLISHED("Samarbetet är etablerat och fungerar"),
    DECEASED("Avliden"),
    MOVED("Flyttat"),
    REGISTERED_IN_ERROR("Felregistrerad");

    private final String swedish;

    EndKind(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
