package se.sip.closure;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps endings. */
interface ClosureRepository extends Repository<Closure, Long> {

    Closure save(Closure closure);

    Optional<Closure> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
