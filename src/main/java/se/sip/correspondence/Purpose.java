package se.sip.correspondence;


/**
 * Why somebody is written to.
 *
 * <p>What {@linkplain #needsGround() needs a ground} says something of the person; it is sent only while a recorded
 * ground names the recipient, asked again at each attempt. The rest says that something is so, with the case number
 * and nothing more, also after a withdrawal (VGU-160).
 */
public enum Purpose {
    /** VGU-88. */
    CALL("Kallelse till SIP-möte", "Ni är kallade till ett SIP-möte. Öppna kallelsen och anmäl vem som deltar.", true),
    /** VGU-89. */
    INVITATION("Inbjudan till SIP-möte", "Ni är inbjudna till ett SIP-möte. Öppna inbjudan och svara.", true),
    /** To the person, or to each guardian: their own meeting (VGV-20). */
    FAMILY_INVITATION("Egen inbjudan till mötet", "En inbjudan finns att hämta.", false),
    /** That a called unit has something to open here; the content is not in it. */
    TASK_WAITS("Uppgift väntar", "En uppgift väntar på er. Logga in och öppna den.", true),
    /** The time for the calendar of a unit that does not log in here; the call goes its own way. */
    MEETING_TIME("Mötet är bokat", "Ett möte är bokat. Kallelsen kommer för sig. Svara den som kallar.", true),
    ANSWER_REMINDER("Påminnelse om svar", "Svar på en kallelse saknas. Anmäl vem som deltar.", true),
    /** VGV-11. */
    ANSWER_OVERDUE("Svar saknas", "Svarstiden för en kallelse har gått ut. Se till att enheten svarar.", true),
    /** VGU-136, HAL-94. */
    FOLLOW_UP_CALL("Kallelse till uppföljning", "Ni är kallade till uppföljningen av en plan. Öppna kallelsen.", true),
    FOLLOW_UP_INVITATION("Inbjudan till uppföljning", "Ni är inbjudna till uppföljningen av en plan. Öppna inbjudan.",
            true),
    FOLLOW_UP_FAMILY("Egen inbjudan till uppföljning", "En inbjudan finns att hämta.", false),
    /** The same for a unit's calendar. */
    FOLLOW_UP_BOOKED("Uppföljning är bokad", "En uppföljning är bokad. Öppna ärendet och se vad ni ska förbereda.",
            true),
    /** What a unit got to read and document is not acknowledged. */
    RECEIPT_REMINDER("Påminnelse om kvittens", "Ni har fått något som ni inte har kvitterat. Läs det och kvittera.",
            true),
    RECEIPT_OVERDUE("Kvittens saknas", "Enheten har inte kvitterat något den har fått. Se till att det blir läst.", true),
    /** Who attends, for the family, before the meeting (NSPHiG; VGV-20). */
    PARTICIPANTS("Vilka som kommer till mötet", "Listan över vilka som kommer till mötet är klar.", false),
    /** VGU-140. */
    PLAN("Plan", "Planen är klar. Öppna den och dokumentera i ert eget system.", true),
    PLAN_REVISED("Reviderad plan", "Planen är ändrad. Öppna den och se vad som är nytt.", true),
    FOLLOW_UP_SUMMARY("Sammanfattning av uppföljningen", "Uppföljningen är sammanfattad. Öppna den och dokumentera i "
            + "ert eget system.", true),
    /** The same to the person and the guardians: their own plan. */
    FOLLOW_UP_SUMMARY_FAMILY("Sammanfattning av uppföljningen, med brev", "En sammanfattning finns att hämta.",
            false),
    MEETING_CHANGED("Mötet flyttas", "Ett möte flyttas. Den nya tiden står i ärendet och i kalendern.", false),
    MEETING_CANCELLED("Mötet ställs in", "Ett möte ställs in. Ni behöver inte göra något.", false),
    /** VGU-103: the call has gone on to another unit. */
    NOT_CONCERNED("Kallelsen har gått vidare", "En annan enhet inom er huvudman är kallad i stället. Ni behöver inte "
            + "göra något.", false),
    /** VGB-10, VGU-10. */
    DENIAL("Besked om att en SIP inte görs", "Ett besked finns att hämta.", false),
    /** VGU-101. */
    NOT_NEEDED("Besked om att en SIP inte behövs", "Ett besked finns att hämta.", false),
    /** It never came to a plan. */
    NO_SIP("Besked om att det inte blir någon SIP", "Det blir ingen SIP i ärendet.", false),
    /** VGU-160, VGU-162. */
    CLOSED("Besked om att SIP:en inte längre gäller", "SIP:en gäller inte längre. Dokumentera i ert eget system.",
            false),
    /** Something that is so, see the notice. */
    NOTICE("Meddelande i ett ärende", "Ett meddelande finns att läsa.", false),
    /** Messages of the discharge process with a statutory ground or a recorded check of secrecy. */
    DISCHARGE("Meddelande vid in- och utskrivning", "Ett meddelande om in- eller utskrivning finns att läsa.",
            false);

    private final String swedish;
    private final String whatToDo;
    private final boolean needsGround;

    Purpose(String swedish, String whatToDo, boolean needsGround) {
        this.swedish = swedish;
        this.whatToDo = whatToDo;
        this.needsGround = needsGround;
    }

    public String swedish() {
        return swedish;
    }

    /** For an e-mail: what the recipient is to do, without a word about whom. */
    public String whatToDo() {
        return whatToDo;
    }

    /** Whether the unit is asked to acknowledge it. What asks for an answer or has a task is acknowledged by that. */
    boolean asksReceipt() {
        return switch (this) {
            case PLAN, PLAN_REVISED, FOLLOW_UP_CALL, FOLLOW_UP_INVITATION, FOLLOW_UP_SUMMARY -> true;
            default -> false;
        };
    }

    /** Whether it only says that something waits or is to be read, and so can wait for a unit's daily digest. */
    boolean mayWaitForDigest() {
        return switch (this) {
            case NOTICE, ANSWER_REMINDER, RECEIPT_REMINDER, PLAN, PLAN_REVISED, FOLLOW_UP_SUMMARY, CLOSED -> true;
            default -> false;
        };
    }

    /** Whether its mail puts the booked meeting in the recipient's calendar. */
    boolean bringsCalendarEntry() {
        return this == TASK_WAITS || this == MEETING_TIME || this == FOLLOW_UP_BOOKED;
    }

    /** Whether there is something of the case for the recipient to open; what ends it may end the reading too. */
    boolean opensCase() {
        return switch (this) {
            case CLOSED, NO_SIP, DENIAL, NOT_NEEDED, NOT_CONCERNED, MEETING_CANCELLED, NOTICE -> false;
            default -> true;
        };
    }

    public boolean needsGround() {
        return needsGround;
    }
}
