package se.sip.discharge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps messages from wards. */
interface DischargeMessageRepository extends Repository<DischargeMessage, Long> {

    DischargeMessage save(DischargeMessage message);

    Optional<DischargeMessage> findById(Long id);
}
