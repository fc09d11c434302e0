package se.sip.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Keeps invitations with who comes. */
interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findById(Long id);

    List<Invitation> findByCaseNumberOrderById(String caseNumber);

    /** Those a wrong recipient wants to pass on to any of the units, about which the family has yet to answer. */
    @Query("""
            select i.* from sip.invitation i join sip.participant p on p.id = i.forward_participant_id
            where i.status = 'WRONG_UNIT' and p.unit_id in (:unitIds) order by i.id
            """)
    List<Invitation> findUnderwayTo(Collection<String> unitIds);

    void delete(Invitation invitation);
}
