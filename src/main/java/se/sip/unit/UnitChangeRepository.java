package se.sip.unit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Reads what länsadmins have changed; writing is {@link CountyUnits}'. */
interface UnitChangeRepository extends Repository<UnitChange, String> {

    List<UnitChange> findAll();

    Optional<UnitChange> findById(String unitId);
}
