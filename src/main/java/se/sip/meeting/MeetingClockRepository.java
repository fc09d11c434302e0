package se.sip.meeting;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps when meetings began and paused. */
interface MeetingClockRepository extends Repository<MeetingClock, Long> {

    MeetingClock save(MeetingClock clock);

    Optional<MeetingClock> findByMeetingId(long meetingId);
}
