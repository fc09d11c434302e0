package se.sip.event;

import org.springframework.data.repository.Repository;

/** Keeps what the daily check has told, so that it tells once. */
interface DailyFindingRepository extends Repository<DailyFinding, Long> {

    DailyFinding save(DailyFinding finding);

    boolean existsByCaseNumberAndKindAndOccasion(String caseNumber, DailyFinding.Kind kind, String occasion);
}
