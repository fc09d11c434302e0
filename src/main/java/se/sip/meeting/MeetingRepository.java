package se.sip.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps meetings with their attendance. */
interface MeetingRepository extends Repository<Meeting, Long> {

    Meeting save(Meeting meeting);

    Optional<Meeting> findFirstByCaseNumberAndStatusOrderByIdDesc(String caseNumber, Meeting.Status status);

    List<Meeting> findByCaseNumberOrderById(String caseNumber);
}
