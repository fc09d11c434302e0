package se.sip.casefile;

/** How a case ended. The county's close reasons are rows of the table {@code avslut}. */
public enum EndKind {
    /** No SIP is due: needs from one principal only (VGB-05). */
    NO_SIP_DUE("Ingen SIP behövs"),
    /** A request was denied, with a documented reason (VGB-10, VGB-11). */
    DENIED("Begäran nekad"),
    /** Admission and discharge follow another routine (VGB-13). */
    DISCHARGE_ROUTINE("Hanteras vid in- och utskrivning"),
    /** Not a SIP: the parties meet in another form, chosen with a written assessment (HAL-12, HAL-17). No denial. */
    OTHER_MEETING("Annan mötesform"),
    /** A no to consent, or to a plan at the meeting. */
    CONSENT_REFUSED("Samtycke gavs inte"),
    /** Nobody can consent, a harm test says no (OSL 25:1, 26:1), and there is no other ground to share on. */
    NO_GROUND("Ingen grund för att lämna information"),
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
    /** At discharge: interventions from one principal at most, told to all (VGU-100, VGU-101). */
    SIP_NOT_NEEDED("SIP behövs ej vid utskrivning"),
    /** At discharge: offered and declined (VGU-34, VGU-39, VGU-74). */
    SIP_DECLINED("Tackade nej till SIP vid utskrivning"),
    /** At discharge: the existing SIP is followed up by its main responsible (VGU-38, VGU-77). */
    EXISTING_SIP_FOLLOWED_UP("Befintlig SIP följs upp"),
    /** At discharge: the SIP gives way to one that the permanent care contact starts (VGU-38, VGU-79). */
    REPLACED_AT_DISCHARGE("Ersatt av ny SIP vid utskrivning"),
    /** Open compulsory psychiatric care (LUS 4:1 st. 2). */
    COORDINATED_CARE_PLAN("Samordnad vårdplan i stället för SIP"),
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
