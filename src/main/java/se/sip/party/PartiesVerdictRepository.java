package se.sip.party;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps what parties made of cases. */
interface PartiesVerdictRepository extends Repository<PartiesVerdict, Long> {

    PartiesVerdict save(PartiesVerdict verdict);

    Optional<PartiesVerdict> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

    List<PartiesVerdict> findByCaseNumberOrderById(String caseNumber);
}
