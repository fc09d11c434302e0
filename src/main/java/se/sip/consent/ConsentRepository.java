package se.sip.consent;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps the versions of consents. */
interface ConsentRepository extends Repository<Consent, Long> {

    Consent save(Consent consent);

    List<Consent> findByCaseNumberOrderByVersionNo(String caseNumber);
}
