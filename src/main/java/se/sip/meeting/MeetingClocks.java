package se.sip.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clock of a meeting that goes on: begun, paused, resumed. Pressing twice, or two who press, makes no difference.
 */
@Service
@Transactional
public class MeetingClocks {

    private final MeetingClockRepository clocks;

    MeetingClocks(MeetingClockRepository clocks) {
        this.clocks = clocks;
    }

    /** What is noted. */
    public enum Mark {
        BEGIN,
        BREAK,
        RESUME
    }

    @Transactional(readOnly = true)
    public Optional<MeetingClock> of(long meetingId) {
        return clocks.findByMeetingId(meetingId);
    }

    /** A break or an end of one before the meeting has begun begins it. */
    public MeetingClock note(long meetingId, Mark mark, LocalDateTime at) {
        MeetingClock begun = of(meetingId).orElseGet(() -> new MeetingClock(null, meetingId, at, List.of()));
        return clocks.save(switch (mark) {
            case BEGIN -> begun;
            case BREAK -> begun.paused(at);
            case RESUME -> begun.resumed(at);
        });
    }
}
