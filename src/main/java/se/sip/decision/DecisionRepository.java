package se.sip.decision;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps decisions. */
interface DecisionRepository extends Repository<DecisionRecord, Long> {

    DecisionRecord save(DecisionRecord decision);

    List<DecisionRecord> findByCaseNumberOrderById(String caseNumber);
}
