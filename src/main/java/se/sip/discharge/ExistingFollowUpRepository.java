package se.sip.discharge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps what came of existing SIPs. */
interface ExistingFollowUpRepository extends Repository<ExistingFollowUp, Long> {

    ExistingFollowUp save(ExistingFollowUp followUp);

    Optional<ExistingFollowUp> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
