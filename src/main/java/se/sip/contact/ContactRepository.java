package se.sip.contact;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps contacts that come before a call. */
interface ContactRepository extends Repository<ContactFirst, Long> {

    ContactFirst save(ContactFirst contact);

    Optional<ContactFirst> findById(Long id);

    List<ContactFirst> findByCaseNumberOrderById(String caseNumber);
}
