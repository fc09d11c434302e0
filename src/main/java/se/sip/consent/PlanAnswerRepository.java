package se.sip.consent;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps answers about the plan. */
interface PlanAnswerRepository extends Repository<PlanAnswer, Long> {

    PlanAnswer save(PlanAnswer answer);

    Optional<PlanAnswer> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
