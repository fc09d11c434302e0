package se.sip.event;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps dates that passed. */
interface LateMeetingRepository extends Repository<LateMeeting, Long> {

    LateMeeting save(LateMeeting late);

    Optional<LateMeeting> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

    List<LateMeeting> findByCaseNumberOrderById(String caseNumber);
}
