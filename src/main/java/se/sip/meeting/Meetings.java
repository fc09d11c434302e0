package se.sip.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.meeting.Meeting.Occasion;
import se.sip.meeting.Meeting.Status;

/** Books, moves, cancels and records the meetings of a case: one joint meeting, not several (VGV-06). */
@Service
@Transactional
public class Meetings {

    private final MeetingRepository meetings;
    private final CaseLog log;
    private final ApplicationEventPublisher events;

    Meetings(MeetingRepository meetings, CaseLog log, ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.log = log;
        this.events = events;
    }

    /** Books the meeting where the plan is made; a meeting already booked is booked anew, it does not become two. */
    public Meeting book(String caseNumber, Booking booking) {
        return book(caseNumber, Occasion.PLANNING, booking);
    }

    /** Books a meeting where the plan is followed up. */
    public Meeting bookFollowUp(String caseNumber, Booking booking) {
        return book(caseNumber, Occasion.FOLLOW_UP, booking);
    }

    private Meeting book(String caseNumber, Occasion occasion, Booking booking) {
        if (!booking.endsAt().isAfter(booking.startsAt())) {
            throw new IllegalArgumentException("A meeting ends after it starts: case " + caseNumber);
        }
        Long id = booked(caseNumber).map(Meeting::id).orElse(null);
        Meeting saved = meetings.save(Meeting.booked(id, caseNumber, occasion, booking));
        log.add(caseNumber, "MEETING_BOOKED");
        return saved;
    }

    /** Moves the booked meeting. The three weeks from discovery still count from the same day. */
    public Meeting move(String caseNumber, LocalDateTime newStart, LocalDateTime newEnd, String reason) {
        if (!newEnd.isAfter(newStart)) {
            throw new IllegalArgumentException("A meeting ends after it starts: case " + caseNumber);
        }
        Meeting saved = meetings.save(bookedOrFail(caseNumber).moved(newStart, newEnd, reason));
        log.add(caseNumber, "MEETING_MOVED", reason);
        return saved;
    }

    /** Cancels the booked meeting, if there is one; without a meeting there is nothing to cancel and nothing fails. */
    public Optional<Meeting> cancel(String caseNumber, String reason) {
        return booked(caseNumber).map(meeting -> {
            Meeting saved = meetings.save(meeting.cancelled(reason));
            log.add(caseNumber, "MEETING_CANCELLED", reason);
            return saved;
        });
    }

    /** The meeting that is booked and not yet held, of either occasion. */
    @Transactional(readOnly = true)
    public Optional<Meeting> booked(String caseNumber) {
        return meetings.findFirstByCaseNumberAndStatusOrderByIdDesc(caseNumber, Status.BOOKED);
    }

    /** Records that the booked meeting was held. */
    public Meeting held(String caseNumber, Held held) {
        Meeting saved = meetings.save(bookedOrFail(caseNumber).held(held));
        log.add(caseNumber, "MEETING_HELD");
        events.publishEvent(new MeetingHeld(caseNumber));
        return saved;
    }

    /** Who was at a held meeting was written down wrongly. A yes given without presence or mandate counts no more. */
    public void correct(Meeting held, Attendance right, String reason) {
        Attendance before = held.attendance().stream().filter(a -> a.party().equals(right.party())).findFirst()
                .orElseThrow();
        meetings.save(held.withAttendance(held.attendance().stream()
                .map(a -> a.party().equals(right.party()) ? right : a).toList()));
        log.add(held.caseNumber(), "ATTENDANCE_CORRECTED", "%s: %s. Tidigare: %s. %s".formatted(right.name(),
                came(right), came(before), reason));
        events.publishEvent(new AttendanceCorrected(held, right));
    }

    private static String came(Attendance row) {
        return row.present() ? row.who() + " var med, " + (row.canConfirm() ? "med" : "utan") + " mandat"
                : "var inte med";
    }

    /** The meeting held last. */
    @Transactional(readOnly = true)
    public Optional<Meeting> lastHeld(String caseNumber) {
        return meetings.findFirstByCaseNumberAndStatusOrderByIdDesc(caseNumber, Status.HELD);
    }

    /** Every meeting of the case in the order they were booked. */
    @Transactional(readOnly = true)
    public List<Meeting> of(String caseNumber) {
        return meetings.findByCaseNumberOrderById(caseNumber);
    }

    private Meeting bookedOrFail(String caseNumber) {
        return booked(caseNumber).orElseThrow(
                () -> new IllegalStateException("No meeting is booked in case " + caseNumber));
    }
}
