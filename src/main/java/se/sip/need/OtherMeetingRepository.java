package se.sip.need;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps which other form of meeting was chosen. */
interface OtherMeetingRepository extends Repository<OtherMeeting, Long> {

    OtherMeeting save(OtherMeeting meeting);

    Optional<OtherMeeting> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
