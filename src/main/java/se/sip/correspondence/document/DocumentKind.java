package se.sip.correspondence.document;


/** Each kind of document: its template is {@code documents/<template>.html}, a county's {@code documents/<county>/}. */
public enum DocumentKind {
    /** VGU-88, VGU-90. */
    CALL("kallelse", "Kallelse till SIP-möte", CallPaper.class),
    /** VGU-89. */
    INVITATION("inbjudan", "Inbjudan till SIP-möte", CallPaper.class),
    INVITATION_FAMILY("inbjudan-familj", "Egen inbjudan till mötet", CallPaper.class),
    /** VGU-136, HAL-94. */
    FOLLOW_UP_CALL("kallelse-uppfoljning", "Kallelse till uppföljning", CallPaper.class),
    FOLLOW_UP_INVITATION("inbjudan-uppfoljning", "Inbjudan till uppföljning", CallPaper.class),
    FOLLOW_UP_FAMILY("inbjudan-uppfoljning-familj", "Egen inbjudan till uppföljning", CallPaper.class),
    /** HAL-72: the new time, never why. */
    MEETING_MOVED("mote-flyttas", "Besked om att mötet flyttas", MeetingChangePaper.class),
    MEETING_CANCELLED("mote-installt", "Besked om att mötet ställs in", MeetingChangePaper.class),
    PARTICIPANTS("deltagare", "Vilka som kommer till mötet", ParticipantsPaper.class),
    /** VGU-115, HAL-91, BOR-59. */
    AGENDA("dagordning", "Dagordning", AgendaPaper.class),
    /** VGU-61, HAL-47. */
    CONSENT("samtycke", "Samtyckesblankett", ConsentPaper.class),
    /** VGU-43, HAL-55. */
    INFORMATION("information", "Information om SIP", InformationPaper.class),
    INFORMATION_CHILD("information-barn", "Information om SIP för barnet", InformationPaper.class),
    /** VGU-123 to VGU-133, HAL-101. */
    PLAN("plan", "Plan", PlanPaper.class),
    PLAN_REVISED("plan-reviderad", "Ändrad plan", PlanPaper.class),
    /** VGB-11, VGU-11. */
    DENIAL("nekad", "Besked om att en SIP inte görs", NoticePaper.class),
    /** VGU-101. */
    NOT_NEEDED("behovs-ej", "Besked om att en SIP inte behövs", NoticePaper.class),
    /** VGU-160, VGU-162. */
    CLOSED("avslut", "Besked om att SIP:en är avslutad", NoticePaper.class),
    /** It never came to a plan: a no, a withdrawal, another form of meeting. */
    NO_SIP("ingen-sip", "Besked om att det inte blir någon SIP", NoticePaper.class),
    FOLLOW_UP("uppfoljning", "Sammanfattning av uppföljningen", FollowUpPaper.class),
    /** PDL 8:5; made when it is asked for, and not kept. */
    LOG_EXTRACT("loggutdrag", "Vem har tagit del av mina uppgifter", LogPaper.class);

    private final String template;
    private final String swedish;
    private final Class<? extends Paper> content;

    DocumentKind(String template, String swedish, Class<? extends Paper> content) {
        this.template = template;
        this.swedish = swedish;
        this.content = content;
    }

    String template() {
        return template;
    }

    public String swedish() {
        return swedish;
    }

    Class<? extends Paper> content() {
        return content;
    }
}
