package se.sip.closure;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import se.sip.correspondence.Addressee;

/** Keeps notices. */
interface NoticeRepository extends Repository<Notice, Long> {

    Notice save(Notice notice);

    Optional<Notice> findById(Long id);

    List<Notice> findByCaseNumberOrderById(String caseNumber);

    List<Notice> findTop20ByRecipientKindAndRecipientKeyInAndCreatedAtGreaterThanEqualOrderByIdDesc(
            Addressee.Kind kind, Collection<String> keys, LocalDateTime since);
}
