package se.sip.discharge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps admissions, one per case. */
interface AdmissionRepository extends Repository<Admission, Long> {

    Admission save(Admission admission);

    Optional<Admission> findByCaseNumber(String caseNumber);

    List<Admission> findByWardUnitInOrderByIdDesc(Collection<String> wardUnits);
}
