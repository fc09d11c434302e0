package se.sip.monitoring;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps what admins have asked of conveners. */
interface UnitRequestRepository extends Repository<UnitRequest, Long> {

    UnitRequest save(UnitRequest request);

    Optional<UnitRequest> findById(Long id);

    List<UnitRequest> findByCaseNumberOrderById(String caseNumber);
}
