package se.sip.preparation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps when families were met. */
interface FamilyMeetingRepository extends Repository<FamilyMeeting, Long> {

    FamilyMeeting save(FamilyMeeting meeting);

    Optional<FamilyMeeting> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
