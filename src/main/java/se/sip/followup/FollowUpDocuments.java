package se.sip.followup;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.DocumentSource;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.FollowUpPaper;
import se.sip.correspondence.document.Paper;
import se.sip.correspondence.document.Swedish;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;

/** What a follow-up came to, on paper (VGU-149 to VGU-153). */
@Component
class FollowUpDocuments implements DocumentSource {

    private final FollowUps followUps;
    private final Meetings meetings;

    FollowUpDocuments(FollowUps followUps, Meetings meetings) {
        this.followUps = followUps;
        this.meetings = meetings;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return EnumSet.of(DocumentKind.FOLLOW_UP);
    }

    @Override
    public Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader) {
        return followUps.latest(caseNumber).map(f -> new FollowUpPaper(
                meetings.of(caseNumber).stream().filter(m -> m.id().equals(f.meetingId())).map(Meeting::heldFrom)
                        .filter(at -> at != null).map(at -> Swedish.day(at.toLocalDate())).findFirst().orElse(null),
                f.goals(), f.newInformation(), f.interventionsDone(), f.effect(), f.otherInterventions(),
                outcome(f)));
    }

    private static String outcome(FollowUp followUp) {
        return followUp.outcome() == null ? null : switch (followUp.outcome()) {
            case REVISE -> "Planen ändras och gäller vidare.";
            case RESTART -> "Målet är nytt. En ny SIP startas, med ett nytt samtycke.";
            case CLOSE -> "SIP:en avslutas. Insatserna fortsätter som vanligt.";
        };
    }
}
