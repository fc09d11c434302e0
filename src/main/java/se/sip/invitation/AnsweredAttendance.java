package se.sip.invitation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.meeting.AnnouncedAttendance;

/** What the answers to the invitations say of who comes, for the one who records the meeting. */
@Component
class AnsweredAttendance implements AnnouncedAttendance {

    private final Invitations invitations;

    AnsweredAttendance(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public List<Announced> of(String caseNumber) {
        return invitations.current(caseNumber).stream().filter(i -> i.answer() != null).map(this::announced).toList();
    }

    private Announced announced(Invitation invitation) {
        List<Attendee> coming = invitation.attendees();
        return coming.isEmpty()
                ? new Announced(invitation.participantId(), null, null, null, null, invitation.answer().reason())
                : new Announced(invitation.participantId(), joined(coming, Attendee::name),
                        joined(coming, Attendee::workRole), coming.stream().anyMatch(Attendee::mandate),
                        coming.stream().anyMatch(Attendee::substitute), null);
    }

    private static String joined(List<Attendee> coming, Function<Attendee, String> of) {
        return coming.stream().map(of).filter(text -> text != null).distinct().collect(Collectors.joining(", "));
    }
}
