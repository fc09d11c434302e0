package se.sip.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Keeps cases. */
public interface CaseRepository extends Repository<CaseFile, Long> {

    CaseFile save(CaseFile caseFile);

    Optional<CaseFile> findByNumber(String number);

    List<CaseFile> findByCountyAndStatus(String county, CaseStatus status);

    List<CaseFile> findByConvenerUnitInOrderByNumberDesc(List<String> units);

    List<CaseFile> findByPersonIdOrderByNumberDesc(Long personId);

    @Query("""
            select * from sip.case_file c where c.county = :county and c.status = :status and (exists (
                select 1 from sip.person p where p.id = c.person_id and p.protection <> 'NONE') or exists (
                select 1 from sip.guardian g where g.person_id = c.person_id and g.protection <> 'NONE'))
            order by c.number""")
    List<CaseFile> findProtected(String county, String status);

    @Query("select nextval('sip.case_number_seq')")
    long nextNumber();
}
