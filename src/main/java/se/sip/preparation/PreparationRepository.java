package se.sip.preparation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps preparations. */
interface PreparationRepository extends Repository<Preparation, Long> {

    Preparation save(Preparation preparation);

    Optional<Preparation> findByCaseNumber(String caseNumber);
}
