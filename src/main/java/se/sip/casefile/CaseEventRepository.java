package se.sip.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Appends to and reads the story of a case; there is no way to change a line. */
interface CaseEventRepository extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent event);

    List<CaseEvent> findByCaseNumberOrderById(String caseNumber);
}
