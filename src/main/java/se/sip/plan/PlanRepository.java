package se.sip.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps plan versions. */
interface PlanRepository extends Repository<PlanVersion, Long> {

    PlanVersion save(PlanVersion plan);

    Optional<PlanVersion> findById(Long id);

    Optional<PlanVersion> findFirstByCaseNumberAndStatusInOrderByVersionNoDesc(String caseNumber,
            Collection<PlanVersion.Status> statuses);

    List<PlanVersion> findByCaseNumberOrderByVersionNo(String caseNumber);

    void delete(PlanVersion plan);
}
