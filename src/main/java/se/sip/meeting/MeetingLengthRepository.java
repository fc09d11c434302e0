package se.sip.meeting;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps what was said of meetings' length. */
interface MeetingLengthRepository extends Repository<PlannedLength, Long> {

    PlannedLength save(PlannedLength length);

    Optional<PlannedLength> findByMeetingId(long meetingId);
}
