package se.sip.plan;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps registered codes. */
interface KvaCodeRepository extends Repository<KvaCode, Long> {

    KvaCode save(KvaCode code);

    List<KvaCode> findByCaseNumberOrderById(String caseNumber);
}
