package se.sip.access;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineAuthority;

/** Who works in a unit, for whoever hands something over within it. */
@Component
public class Colleagues {

    private final IdentityService identity;
    private final EngineAuthority engine;
    private final StaffNames names;

    Colleagues(IdentityService identity, EngineAuthority engine, StaffNames names) {
        this.identity = identity;
        this.engine = engine;
        this.names = names;
    }

    /** Somebody who works in the unit. */
    public record Colleague(String userId, String name) {
    }

    /** By name. */
    public List<Colleague> in(String unit) {
        return engine.unchecked(() -> identity.createUserQuery().memberOfGroup(unit).list()).stream()
                .map(u -> new Colleague(u.getId(), names.of(u.getId())))
                .sorted(Comparator.comparing(Colleague::name)).toList();
    }
}
