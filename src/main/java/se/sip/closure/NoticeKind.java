package se.sip.closure;

/** What somebody is told. The text says that something is so, never why: it holds no reason and no health data. */
public enum NoticeKind {
    /** VGU-160, HAL-124. */
    CLOSED("SIP:en gäller inte längre."),
    MEETING_MOVED("SIP-mötet flyttas. Ny kallelse kommer."),
    MEETING_CANCELLED("SIP-mötet ställs in."),
    /** A week before the recommended last day (VGU-81). */
    MEETING_REMINDER("Rekommenderad sista dag för SIP-mötet är om en vecka."),
    /** A week before the recommended last day, a contact that comes before a call is still open (HAL-73, HAL-86). */
    CONTACT_OPEN("En kontakt som ska tas före mötet är inte klar. Rekommenderad sista dag för mötet är snart här."),
    NAME_PARTICIPANT("Anmäl vem som deltar i SIP-mötet."),
    /** VGB-17. Recommended (bör): not a breach of law. */
    MEETING_DUE_PASSED("Rekommenderad tid för SIP-mötet har passerat."),
    /** Another unit started a SIP for the same person; only the running case's convener is told. */
    SECOND_START("En annan enhet har startat en SIP för samma person. Ta kontakt om ni behöver samordna er."),
    /** VGU-63. */
    CONSENT_ENDING("Samtycket går snart ut."),
    /** A consent given anew leaves somebody out (VGV-08). */
    TAKES_PART_NO_LONGER("Er medverkan i SIP:en har upphört. Kallelsen gäller inte längre."),
    CONSENT_EXPIRED("Samtycket har gått ut. Inget får delas förrän det är förnyat."),
    /** VGV-22. */
    TURNED_18("Personen har fyllt 18 år och samtycker nu själv."),
    /** BOR-83: to the nearest managers of both units. */
    DISPUTE_RAISED("En tvist i ett ärende behöver lösas av närmaste chefer."),
    /** BOR-84. */
    DISPUTE_RAISED_IN_LINE("En tvist i ett ärende har lyfts i varje huvudmans linjeorganisation."),
    DISPUTE_ENDED("En tvist i ett ärende är avslutad."),
    FOLLOW_UP_OVERDUE("Dagen för uppföljning har passerat."),
    INTERVENTION_FAILED("En insats i planen kunde inte genomföras."),
    EARLY_FOLLOW_UP("Uppföljningen tidigareläggs."),
    /** To the unit a wrong recipient has found; what it is about is for later (VGU-103). */
    INVITATION_UNDERWAY("En kallelse till SIP-möte är på väg till er enhet. Familjen tillfrågas först."),
    /** BOR-52: to the convener, who sends it to the right one. */
    WRONG_PRINCIPAL("En kallelse till SIP-möte har kommit till fel huvudman. Sänd den till rätt huvudman."),
    /** Only that it is so: who comes stands in the case. */
    ANSWER_CHANGED("En enhet har ändrat sitt svar på kallelsen."),
    /** HAL-96. */
    MAIN_RESPONSIBLE("Er enhet är nu huvudansvarig för en SIP."),
    /** PDL 4:3: to the managers of the convening unit. */
    EMERGENCY_ACCESS("Någon har tagit nödåtkomst till ett av enhetens ärenden. Se vem och varför under Mina enheter."),
    /** An admin has seen that the case stands still. */
    WAITING("Ett ärende väntar på er enhet. Se enhetens uppgifter."),
    HANDED_OVER("Ärendet har lämnats över till er enhet."),
    /** LUS 2:1, VGU-33. */
    ADMITTED("Inskrivningsmeddelande: kvittera och börja planera."),
    /** LUS 2:3. */
    ADMISSION_NOTICE_LATE("Inskrivningsmeddelandet skickades inte inom 24 timmar."),
    /** VGU-75: to the main responsible of the SIP that exists. */
    ADMITTED_WITH_SIP("Personen har skrivits in på sjukhus. SIP:en kan behöva följas upp."),
    /** LUS 2:4. */
    EXPECTED_DATE_CHANGED("Beräknad dag för utskrivning har ändrats."),
    CARE_CONTACT_NAMED("Fast vårdkontakt är utsedd."),
    /** LUS 3:1. */
    READY_FOR_DISCHARGE("Utskrivningsklar."),
    READY_WITHDRAWN("Utskrivningsklar är återtagen."),
    CALL_REMINDER("Kallelsen till SIP ska skickas senast den tredje kalenderdagen efter utskrivningsklar."),
    /** LUS 4:3, VGU-99: a limit of law. */
    CALL_OVERDUE("Kallelsen skickades inte inom tre kalenderdagar från utskrivningsklar."),
    /** VGU-101. */
    SIP_NOT_NEEDED("Den fasta vårdkontakten bedömer att SIP inte behövs. Kvittera."),
    SIP_RECONSIDERED("Bedömningen att SIP inte behövs tas upp på nytt."),
    SAFE_DISCHARGE("Planen för trygg utskrivning är bekräftad. SIP behövs ej."),
    COORDINATED_CARE_PLAN("Samordnad vårdplan görs i stället för SIP."),
    EXISTING_SIP_FOLLOW_UP("Den befintliga SIP:en följs upp av sin huvudansvarig."),
    NO_NEW_SIP("Ingen ny SIP görs."),
    DISCHARGED("Personen är utskriven."),
    INFORMATION_TRANSFERRED("Information vid utskrivning är överförd."),
    /** LUS 3:2. */
    TRANSFER_LATE("Information har inte överförts samma dag som utskrivningen."),
    READMITTED("Personen har skrivits in på sjukhus igen."),
    MEETING_AT_HOSPITAL("SIP-möte på sjukhuset behövs.");

    private final String swedish;

    NoticeKind(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
