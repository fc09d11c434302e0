package se.sip.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps persons; one row per person and county. */
public interface PersonRepository extends Repository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(Long id);

    Optional<Person> findByCountyAndIdNumber(String county, String idNumber);
}
