package se.sip.need;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps how needs were assessed. */
interface NeedAssessmentRepository extends Repository<NeedAssessment, Long> {

    NeedAssessment save(NeedAssessment assessment);

    Optional<NeedAssessment> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
