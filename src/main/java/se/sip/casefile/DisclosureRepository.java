package se.sip.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps disclosures. */
interface DisclosureRepository extends Repository<Disclosure, Long> {

    Disclosure save(Disclosure disclosure);

    List<Disclosure> findByCaseNumberOrderById(String caseNumber);

    List<Disclosure> findByUnitIdInAndClosedAtIsNull(List<String> unitIds);
}
