package se.sip.correspondence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Keeps deliveries. */
interface DeliveryRepository extends Repository<Delivery, Long> {

    Delivery save(Delivery delivery);

    Optional<Delivery> findById(Long id);

    Optional<Delivery> findByKey(String key);

    List<Delivery> findByCaseNumberOrderById(String caseNumber);

    /**
     * Calls a delivery off, unless an attempt has begun meanwhile: then it is no longer to be stopped, and neither a
     * withdrawal nor the attempt may fail for it.
     *
     * @return how many were called off: one or none
     */
    @Modifying
    @Query("""
            update sip.delivery set status = 'WITHHELD', reason = :reason, version = version + 1
            where id = :id and status in ('CREATED', 'FAILED')""")
    int callOff(Long id, String reason);
}
