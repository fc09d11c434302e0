package se.sip.correspondence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps the outbox of the IT service. */
interface ItServiceMessageRepository extends Repository<ItServiceMessage, Long> {

    ItServiceMessage save(ItServiceMessage message);

    Optional<ItServiceMessage> findById(Long deliveryId);

    List<ItServiceMessage> findByCountyOrderByDeliveryId(String county);
}
