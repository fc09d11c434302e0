package se.sip.correspondence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps deliveries. */
interface DeliveryRepository extends Repository<Delivery, Long> {

    Delivery save(Delivery delivery);

    Optional<Delivery> findById(Long id);

    Optional<Delivery> findByKey(String key);

    List<Delivery> findByCaseNumberOrderById(String caseNumber);
}
