package se.sip.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps who is proposed, confirmed or removed as participant of a case. */
public interface ParticipantRepository extends Repository<Participant, Long> {

    Participant save(Participant participant);

    Optional<Participant> findById(Long id);

    List<Participant> findByCaseNumberOrderById(String caseNumber);

    List<Participant> findByCaseNumberAndStatusOrderById(String caseNumber, Participant.Status status);

    void deleteByCaseNumberAndStatus(String caseNumber, Participant.Status status);
}
