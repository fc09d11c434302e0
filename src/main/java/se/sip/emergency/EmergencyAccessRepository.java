package se.sip.emergency;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Keeps emergency accesses. */
interface EmergencyAccessRepository extends Repository<EmergencyAccess, Long> {

    EmergencyAccess save(EmergencyAccess taken);

    List<EmergencyAccess> findByCaseNumberAndUserIdAndEndsAtGreaterThanOrderById(String caseNumber, String userId,
            LocalDateTime now);

    @Query("""
            select e.* from sip.emergency_access e join sip.case_file c on c.number = e.case_number
             where c.convener_unit in (:units) and e.taken_at >= :since order by e.id desc""")
    List<EmergencyAccess> ofUnits(Collection<String> units, LocalDateTime since);
}
