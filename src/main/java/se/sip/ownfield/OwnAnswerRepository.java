package se.sip.ownfield;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps answers to the county's own questions. */
interface OwnAnswerRepository extends Repository<OwnAnswer, Long> {

    OwnAnswer save(OwnAnswer answer);

    List<OwnAnswer> findByCaseNumberAndSupersededAtIsNullOrderById(String caseNumber);

    List<OwnAnswer> findByCaseNumberOrderById(String caseNumber);
}
