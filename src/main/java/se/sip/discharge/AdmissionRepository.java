package se.sip.discharge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps admissions, one per case. */
interface AdmissionRepository extends Repository<Admission, Long> {

    Admission save(Admission admission);

    Optional<Admission> findByCaseNumber(String caseNumber);
}
