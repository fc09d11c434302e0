package se.sip.invitation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps invitations with who comes. */
interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findById(Long id);

    List<Invitation> findByCaseNumberOrderById(String caseNumber);

    void delete(Invitation invitation);
}
