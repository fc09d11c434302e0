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

    @Query("select nextval('sip.case_number_seq')")
    long nextNumber();
}
