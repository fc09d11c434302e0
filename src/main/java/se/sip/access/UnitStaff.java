package se.sip.access;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineAuthority;

/** Who works in a unit, for somebody who may choose among them. */
@Component
public class UnitStaff {

    private final IdentityService identity;
    private final EngineAuthority engine;
    private final StaffNames names;

    UnitStaff(IdentityService identity, EngineAuthority engine, StaffNames names) {
        this.identity = identity;
        this.engine = engine;
        this.names = names;
    }

    /** A member of staff and what they are called. */
    public record Colleague(String userId, String name) {
    }

    /** Members of the unit, by name. */
    public List<Colleague> of(String unitId) {
        return engine.unchecked(() -> identity.createUserQuery().memberOfGroup(unitId).list()).stream()
                .map(user -> new Colleague(user.getId(), names.of(user.getId())))
                .sorted(Comparator.comparing(Colleague::name)).toList();
    }
}
