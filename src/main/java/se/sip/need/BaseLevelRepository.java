package se.sip.need;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps what was answered about the base level. */
interface BaseLevelRepository extends Repository<BaseLevel, Long> {

    BaseLevel save(BaseLevel answer);

    Optional<BaseLevel> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
