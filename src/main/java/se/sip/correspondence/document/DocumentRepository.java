package se.sip.correspondence.document;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps documents; none is changed or taken away. */
interface DocumentRepository extends Repository<Document, Long> {

    Document save(Document document);

    Optional<Document> findById(Long id);

    Optional<Document> findByKey(String key);

    List<Document> findByCaseNumberOrderById(String caseNumber);
}
