package se.sip.invitation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps the rounds of invitations. */
interface InvitationRoundRepository extends Repository<InvitationRound, Long> {

    InvitationRound save(InvitationRound round);

    Optional<InvitationRound> findById(Long id);

    Optional<InvitationRound> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
