package se.sip.dispute;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps the steps of disputes. */
interface DisputeStepRepository extends Repository<DisputeStep, Long> {

    DisputeStep save(DisputeStep step);

    List<DisputeStep> findByDisputeIdOrderById(Long disputeId);
}
