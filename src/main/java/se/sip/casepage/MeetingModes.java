package se.sip.casepage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingLength;
import se.sip.meeting.Meetings;
import se.sip.tasklist.MeetingDrafts;
import se.sip.tasklist.TaskForms;

/**
 * Mötesläge: what everybody in the room may see, the agenda and the plan. Shows no personal number, no address, nothing
 * that must not be taken up and nothing that is withheld from a guardian.
 */
@Component
class MeetingModes {

    private final MeetingDrafts drafts;
    private final Meetings meetings;
    private final MeetingLength length;
    private final Invitations invitations;
    private final TaskForms tasks;

    MeetingModes(MeetingDrafts drafts, Meetings meetings, MeetingLength length, Invitations invitations, TaskForms tasks) {
        this.drafts = drafts;
        this.meetings = meetings;
        this.length = length;
        this.invitations = invitations;
        this.tasks = tasks;
    }

    /**
     * @param planTask the task of writing the plan, once the meeting has been registered; null before
     * @param recordTask the task of registering the meeting; null where it is not open
     * @param lengthRule what the county says of a meeting's length; null where it says nothing (HAL-93)
     * @param breakWithin minutes within which the county wants a break; null where it says nothing
     * @param markup the form of the plan, without what stands above its fields
     */
    record Mode(Meeting meeting, List<String> agenda, List<String> present, String planTask, String recordTask,
            String lengthRule, Integer breakWithin, String markup) {
    }

    /** The convening unit, from the day a meeting is booked until its plan is written. */
    boolean isOpenTo(StaffMember who, CaseFile caseFile) {
        return drafts.isOpenTo(who, caseFile);
    }

    Mode of(CaseFile caseFile) {
        String number = caseFile.number();
        Optional<Meeting> booked = meetings.booked(number);
        Meeting meeting = booked.or(() -> meetings.lastHeld(number)).orElseThrow();
        return new Mode(meeting, agenda(meeting), invitations.current(number).stream()
                .flatMap(i -> i.attendees().stream().map(a -> a.name() + ", " + a.workRole() + ", " + i.name()))
                .toList(), tasks.open(number, "plan").orElse(null),
                tasks.open(number, meeting.occasion() == Meeting.Occasion.PLANNING ? "mote" : "uppfoljning").orElse(null),
                length.rule(caseFile.county()).orElse(null), breakWithin(caseFile), drafts.planForm(caseFile));
    }

    private Integer breakWithin(CaseFile caseFile) {
        OptionalInt minutes = length.breakWithin(caseFile.county());
        return minutes.isPresent() ? minutes.getAsInt() : null;
    }

    private static List<String> agenda(Meeting meeting) {
        return Stream.of(meeting.questions()).filter(Objects::nonNull).flatMap(String::lines).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }
}
