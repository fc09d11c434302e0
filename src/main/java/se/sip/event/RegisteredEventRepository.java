package se.sip.event;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps registered events; never changed. */
interface RegisteredEventRepository extends Repository<RegisteredEvent, Long> {

    RegisteredEvent save(RegisteredEvent event);

    Optional<RegisteredEvent> findById(Long id);

    List<RegisteredEvent> findByCaseNumberOrderById(String caseNumber);
}
