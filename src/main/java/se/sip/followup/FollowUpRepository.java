package se.sip.followup;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps follow-ups. */
interface FollowUpRepository extends Repository<FollowUp, Long> {

    FollowUp save(FollowUp followUp);

    Optional<FollowUp> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

    List<FollowUp> findByCaseNumberOrderById(String caseNumber);
}
