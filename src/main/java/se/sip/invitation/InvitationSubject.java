package se.sip.invitation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.TaskSubject;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Whose answer the convener registers. A unit that answers itself knows that it is its own. */
@Component
class InvitationSubject implements TaskSubject {

    private final InvitationRepository invitations;
    private final UnitRepository units;

    InvitationSubject(InvitationRepository invitations, UnitRepository units) {
        this.invitations = invitations;
        this.units = units;
    }

    @Override
    public ProcessVariable key() {
        return ProcessVariable.INVITATION;
    }

    @Override
    public Optional<String> of(String value) {
        return invitations.findById(Long.valueOf(value)).filter(i -> i.unitId() == null
                || !units.findById(i.unitId()).map(Unit::hasLogin).orElse(false)).map(Invitation::name);
    }
}
