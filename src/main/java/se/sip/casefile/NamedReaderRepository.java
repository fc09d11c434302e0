package se.sip.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps who was named. */
interface NamedReaderRepository extends Repository<NamedReader, Long> {

    NamedReader save(NamedReader named);

    List<NamedReader> findByCaseNumberAndEndedAtIsNullOrderById(String caseNumber);
}
