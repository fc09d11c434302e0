package se.sip.protection;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Keeps the groups of tasks that are offered to named persons. */
interface NamedTaskRepository extends Repository<NamedTask, Long> {

    NamedTask save(NamedTask task);

    List<NamedTask> findByCaseNumber(String caseNumber);
}
