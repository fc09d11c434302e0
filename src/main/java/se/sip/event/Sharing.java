package se.sip.event;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosures;
import se.sip.closure.Involved;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;

/** Stops what is shared in a case, and tells those who were to come. */
@Service
@Transactional
class Sharing {

    private static final String NO_REASON = "Mötet ställs in.";

    private final CaseFiles cases;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Disclosures disclosures;
    private final Involved involved;
    private final Notices notices;
    private final Outbox outbox;
    private final CaseLog log;

    Sharing(CaseFiles cases, Meetings meetings, Invitations invitations, Disclosures disclosures,
            Involved involved, Notices notices, Outbox outbox, CaseLog log) {
        this.cases = cases;
        this.meetings = meetings;
        this.invitations = invitations;
        this.disclosures = disclosures;
        this.involved = involved;
        this.notices = notices;
        this.outbox = outbox;
        this.log = log;
    }

    /**
     * The meeting is cancelled, invitations are withdrawn, reading by other units ends at once. What a unit has
     * received stays its own record; no intervention ends (VGU-70).
     */
    void stop(String caseNumber) {
        if (meetings.cancel(caseNumber, NO_REASON).isPresent()) {
            tellOfMeeting(caseNumber, NoticeKind.MEETING_CANCELLED);
        }
        invitations.cancelAll(caseNumber, NO_REASON);
        outbox.withhold(caseNumber);
        disclosures.closeAll(caseNumber);
        log.add(caseNumber, "SHARING_STOPPED");
    }

    /** All called and invited and the family learn that the meeting changes, without any reason. */
    void tellOfMeeting(String caseNumber, NoticeKind kind) {
        List<Addressee> all = involved.all(caseNumber);
        boolean moved = kind == NoticeKind.MEETING_MOVED;
        Optional<Meeting> meeting = moved ? meetings.booked(caseNumber)
                : meetings.of(caseNumber).stream().filter(m -> m.status() == Meeting.Status.CANCELLED)
                        .reduce((a, b) -> b);
        meeting.ifPresent(m -> invitations.writeOfChange(m,
                moved ? Purpose.MEETING_CHANGED : Purpose.MEETING_CANCELLED, all));
        notices.tell(caseNumber, kind, all);
    }

    /** The meeting changes before it is held: it is called to anew. */
    void callAnew(String caseNumber, NoticeKind kind) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        tellOfMeeting(caseFile.number(), kind);
        invitations.cancelAll(caseNumber, kind.swedish());
    }
}
