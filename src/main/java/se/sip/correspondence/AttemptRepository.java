package se.sip.correspondence;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps attempts; none is ever taken away. */
interface AttemptRepository extends Repository<Attempt, Long> {

    Attempt save(Attempt attempt);

    List<Attempt> findByDeliveryIdOrderByAttemptNo(Long deliveryId);
}
