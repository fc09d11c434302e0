package se.sip.deviation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps deviations. */
interface DeviationRepository extends Repository<Deviation, Long> {

    Deviation save(Deviation deviation);

    Optional<Deviation> findById(Long id);

    List<Deviation> findByMadeOnIsNotNullAndCopyTextIsNotNullOrderById();

    List<Deviation> findByCaseNumberOrderById(String caseNumber);
}
