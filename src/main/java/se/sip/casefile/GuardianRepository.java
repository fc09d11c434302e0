package se.sip.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps guardians. */
public interface GuardianRepository extends Repository<Guardian, Long> {

    Guardian save(Guardian guardian);

    List<Guardian> findByPersonIdOrderById(Long personId);

    void deleteByPersonId(Long personId);
}
