package se.sip.discharge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps what was planned. */
interface PlanningRepository extends Repository<Planning, Long> {

    Planning save(Planning planning);

    Optional<Planning> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
