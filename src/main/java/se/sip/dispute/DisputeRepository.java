package se.sip.dispute;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps disputes. */
interface DisputeRepository extends Repository<Dispute, Long> {

    Dispute save(Dispute dispute);

    Optional<Dispute> findById(Long id);

    List<Dispute> findByCaseNumberOrderById(String caseNumber);
}
