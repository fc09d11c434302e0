package se.sip.unit;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import java.util.Optional;

/** Reads the unit register. Writing is the import's, see {@code UnitRegisterImport}. */
public interface UnitRepository extends Repository<Unit, String> {

    Optional<Unit> findById(String id);

    List<Unit> findByCountyOrderByName(String county);

    List<Unit> findByCountyAndKindAndMunicipalityCodeOrderByName(String county, UnitKind kind, String municipalityCode);

    /** At most twenty valid units whose name holds the text, for type-ahead. */
    @Query("""
            select * from sip.unit where county = :county and lower(name) like '%' || lower(:text) || '%'
            and (valid_to is null or valid_to >= :today) and valid_from <= :today
            order by name fetch first 20 rows only""")
    List<Unit> search(String county, String text, java.time.LocalDate today);
}
