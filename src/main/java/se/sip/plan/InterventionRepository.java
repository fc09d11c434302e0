package se.sip.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps interventions. */
interface InterventionRepository extends Repository<Intervention, Long> {

    Intervention save(Intervention intervention);

    Optional<Intervention> findById(Long id);

    List<Intervention> findByPlanIdOrderById(Long planId);

    void deleteByPlanId(Long planId);
}
