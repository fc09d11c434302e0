package se.sip.discharge;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps whom the admission notice went to. */
interface NoticedUnitRepository extends Repository<NoticedUnit, Long> {

    NoticedUnit save(NoticedUnit unit);

    List<NoticedUnit> findByCaseNumberOrderById(String caseNumber);

    Optional<NoticedUnit> findByCaseNumberAndUnitId(String caseNumber, String unitId);
}
