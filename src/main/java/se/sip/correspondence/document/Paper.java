package se.sip.correspondence.document;


/** What a document says, ready to be read: no codes, no keys, dates in Swedish. A value that is null is left out. */
public sealed interface Paper permits CallPaper, MeetingChangePaper, ParticipantsPaper, AgendaPaper, ConsentPaper,
        InformationPaper, PlanPaper, NoticePaper, FollowUpPaper, LogPaper {
}
