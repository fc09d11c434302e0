package se.sip.discharge;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps ready-for-discharge notices. */
interface ReadyNoticeRepository extends Repository<ReadyNotice, Long> {

    ReadyNotice save(ReadyNotice notice);

    Optional<ReadyNotice> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

    List<ReadyNotice> findByCaseNumberOrderById(String caseNumber);
}
