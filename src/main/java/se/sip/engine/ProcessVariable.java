package se.sip.engine;

import java.util.Date;
import java.util.Set;

/**
 * The closed list of process variables: keys, dates, yes/no and codes. Nothing personal can be among them, because
 * nothing else can be set. {@code id} is the name in diagrams.
 */
public enum ProcessVariable {
    CASE_NUMBER("caseNumber", String.class),
    COUNTY("county", String.class),
    /** Candidate group of the convening unit. */
    CONVENER_GROUP("convenerGroup", String.class),
    /** Candidate group of the convening unit's managers. */
    MANAGER_GROUP("managerGroup", String.class),
    /** Unit that assesses a request or signal. */
    ASSESSING_GROUP("assessingGroup", String.class),
    /** CaseOrigin. */
    ORIGIN("origin", String.class, "OWN_ASSESSMENT", "PERSON_REQUEST", "OTHER_ACTOR"),
    /** Whether a request was denied (VGB-10). */
    DENIED("denied", Boolean.class),
    /** Last day of the task at hand, as its due date. */
    TASK_DUE("taskDue", Date.class),
    START_DUE("startDue", Date.class),
    /** Midnight after the recommended last day of the meeting. */
    MEETING_DUE_PASSED_AT("meetingDuePassedAt", Date.class),
    MEETING_REMINDER_AT("meetingReminderAt", Date.class),
    /** Result of the table behov_av_sip: SIP, NO_SIP, OTHER_MEETING, DISCHARGE, DENIED. */
    NEED_OUTCOME("needOutcome", String.class, "SIP", "NO_SIP", "OTHER_MEETING", "DISCHARGE", "DENIED"),
    /** Keys of the needs that were prepared (collection of String); participants are proposed for each. */
    NEEDS("needs", java.util.Collection.class),
    NEED("need", String.class),
    /** Result of the table samtycke: VALID, REFUSED_ACCEPT, ... */
    CONSENT_OUTCOME("consentOutcome", String.class, "VALID", "MISSING_GUARDIAN", "MISSING_CHILD", "REFUSED_ACCEPT",
            "EXPIRED", "INCOMPLETE_SCOPE", "NEEDS_HARM_TEST", "ALT_GROUND_REQUIRED", "NO_GROUND", "WITHDRAWN", "NONE"),
    /** Whether dispatch is allowed, asked again at dispatch. */
    DISPATCH_OUTCOME("dispatchOutcome", String.class, "VALID", "CONSENT_NEEDED", "REVISE"),
    /** Keys of the invitations of one dispatch (collection of String). */
    INVITATIONS("invitations", java.util.Collection.class),
    INVITATION("invitation", String.class),
    INVITED_GROUP("invitedGroup", String.class),
    /**
     * ATTENDS, PREVENTED, DECLINES, WRONG_UNIT: answer to an invitation; then FORWARDED, OTHER_PRINCIPAL or NONE_FOUND, and PASS_ON,
     * ASK_CONSENT or ATTEND_SELF, on the way from a wrong recipient to the right one.
     */
    ANSWER("answer", String.class, "ATTENDS", "PREVENTED", "DECLINES", "WRONG_UNIT", "FORWARDED", "OTHER_PRINCIPAL",
            "NONE_FOUND", "PASS_ON", "ASK_CONSENT", "ATTEND_SELF", "UNIT_FOUND", "NO_UNIT", "APPLIED", "INFORMED",
            "NOT_WISHED"),
    ANSWER_DUE("answerDue", Date.class),
    ANSWER_REMINDER_AT("answerReminderAt", Date.class),
    /** Midnight after the last day to answer. */
    ANSWER_OVERDUE_AT("answerOverdueAt", Date.class),
    /** CALLED or INVITED: whether the recipient has a duty to come. */
    DUTY("duty", String.class, "CALLED", "INVITED"),
    MEETING_AT("meetingAt", Date.class),
    /** HELD, NOT_HELD, PLAN_REFUSED. */
    MEETING_OUTCOME("meetingOutcome", String.class, "HELD", "NOT_HELD", "PLAN_REFUSED"),
    INTERVENTIONS("interventions", java.util.Collection.class),
    INTERVENTION("intervention", String.class),
    OWNER_GROUP("ownerGroup", String.class),
    INTERVENTION_DUE("interventionDue", Date.class),
    /** CONFIRMED, UNCONFIRMED. */
    CONFIRMATION("confirmation", String.class, "CONFIRMED", "UNCONFIRMED", "DECLINED"),
    /** DONE, FAILED. */
    REPORT("report", String.class, "NONE", "DONE", "FAILED"),
    RESPONSIBLE_GROUP("responsibleGroup", String.class),
    /** Candidate group of whoever calls to the follow-up and records it. */
    FOLLOW_UP_GROUP("followUpGroup", String.class),
    FOLLOW_UP_CALL_AT("followUpCallAt", Date.class),
    FOLLOW_UP_ON("followUpOn", Date.class),
    /** Midnight after the day of the follow-up. */
    FOLLOW_UP_OVERDUE_AT("followUpOverdueAt", Date.class),
    /** REVISE, CLOSE, RESTART. */
    FOLLOW_UP_OUTCOME("followUpOutcome", String.class, "REVISE", "CLOSE", "RESTART"),
    /** EndKind. */
    END_KIND("endKind", String.class, "NO_SIP_DUE", "DENIED", "DISCHARGE_ROUTINE", "OTHER_MEETING", "CONSENT_REFUSED",
            "NO_GROUND", "CONSENT_WITHDRAWN", "NO_NEED", "NO_NEW_NEED_EXPECTED", "GOAL_CHANGED_RESTART",
            "COLLABORATION_ESTABLISHED", "SIP_NOT_NEEDED", "SIP_DECLINED", "EXISTING_SIP_FOLLOWED_UP",
            "REPLACED_AT_DISCHARGE", "COORDINATED_CARE_PLAN", "DECEASED", "MOVED", "REGISTERED_IN_ERROR"),
    /** Result of the table avslut: ALLOWED, REFUSED. */
    CLOSE_OUTCOME("closeOutcome", String.class, "ALLOWED", "REFUSED"),
    UNDO_UNTIL("undoUntil", Date.class),
    /** Whether an ending was taken back: code of the phase to go on in, or NONE. */
    RESUME_AT("resumeAt", String.class, "NONE", "DISCOVER", "PREPARE", "CONSENT", "CALL", "MEETING", "FOLLOW_UP",
            "CLOSE"),
    NOTICES("notices", java.util.Collection.class),
    NOTICE("notice", String.class),
    NOTICE_GROUP("noticeGroup", String.class),
    /** Keys of what the daily check has found (collection of String). */
    FINDINGS("findings", java.util.Collection.class),
    FINDING("finding", String.class),
    /** Units that get a digest today (collection of String), and one of them. */
    DIGEST_UNITS("digestUnits", java.util.Collection.class),
    DIGEST_UNIT("digestUnit", String.class),
    /** Key of something to be sent. */
    DELIVERY("delivery", String.class),
    /** SENT, TO_POST, UNCLEAR, WITHHELD: how a send went; then SENT or AGAIN, as a person settled it. */
    DELIVERY_OUTCOME("deliveryOutcome", String.class),
    /** Kind of event registered at any time. */
    EVENT("event", String.class),
    /** Key of a record an event is about (a participant, a meeting), never personal. */
    SUBJECT("subject", String.class),
    /** Candidate groups of the nearest managers in a dispute (collection of String). */
    DISPUTE_GROUPS("disputeGroups", java.util.Collection.class),
    /** Candidate groups of each principal's line in a dispute (collection of String). */
    DISPUTE_LINES("disputeLines", java.util.Collection.class),
    DISPUTE_LINE("disputeLine", String.class),
    DISPUTE_DUE("disputeDue", Date.class),
    /** Midnight after the last day of a dispute's step. */
    DISPUTE_STEP_AT("disputeStepAt", Date.class),
    /** SOLVED, NOT_SOLVED, FALLEN. */
    DISPUTE_OUTCOME("disputeOutcome", String.class, "SOLVED", "NOT_SOLVED", "FALLEN", "DATE_PASSED"),
    /** Candidate group of the ward a person is admitted to. */
    WARD_GROUP("wardGroup", String.class),
    /** Whether the admission notice is sent. */
    ADMISSION_SENT("admissionSent", Boolean.class),
    ADMISSION_DUE("admissionDue", Date.class),
    /** The moment after the last one for the admission notice (LUS 2:3). */
    ADMISSION_OVERDUE_AT("admissionOverdueAt", Date.class),
    /** Units that got the admission notice and are asked one by one (collection of String). */
    DISCHARGE_UNITS("dischargeUnits", java.util.Collection.class),
    CARE_CONTACT_NAMED("careContactNamed", Boolean.class),
    CARE_CONTACT_DUE("careContactDue", Date.class),
    /** Result of the table utskrivning_sip: NEW_SIP, RESTART, FOLLOW_UP, NOT_NEEDED, CARE_PLAN. */
    DISCHARGE_OUTCOME("dischargeOutcome", String.class, "NEW_SIP", "RESTART", "FOLLOW_UP", "NOT_NEEDED", "CARE_PLAN"),
    INVITE_DUE("inviteDue", Date.class),
    INVITE_REMINDER_AT("inviteReminderAt", Date.class),
    /** Midnight after the third calendar day (LUS 4:3). */
    INVITE_OVERDUE_AT("inviteOverdueAt", Date.class),
    INVITE_IN_TIME("inviteInTime", Boolean.class),
    /** ACCEPTED, OBJECTED, or NONE: what units say to that no SIP is needed. */
    RECEIPT("receipt", String.class, "ACCEPTED", "OBJECTED", "NONE"),
    /** Whether information was handed over before the person left. */
    TRANSFERRED("transferred", Boolean.class),
    TRANSFER_DUE("transferDue", Date.class),
    /** Midnight after the day of discharge (LUS 3:2). */
    TRANSFER_OVERDUE_AT("transferOverdueAt", Date.class);

    private final String id;
    private final Class<?> type;
    private final Set<String> codes;

    ProcessVariable(String id, Class<?> type, String... codes) {
        this.id = id;
        this.type = type;
        this.codes = Set.of(codes);
    }

    public String id() {
        return id;
    }

    public Class<?> type() {
        return type;
    }

    /** The codes that the variable can have; empty where it holds no code, or any. */
    public Set<String> codes() {
        return codes;
    }
}
