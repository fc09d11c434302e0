package se.sip.access;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import se.sip.engine.EngineAuthority;

/** What members of staff are called, wherever somebody is named to a reader. */
@Component
public class StaffNames {

    private static final String SYSTEM = "systemet";

    private final IdentityService identity;
    private final EngineAuthority engine;

    StaffNames(IdentityService identity, EngineAuthority engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /** Given and family name; the user id where the account is gone or has no name. */
    public String of(String userId) {
        if (userId == null || userId.equals(SYSTEM)) {
            return "Systemet";
        }
        var user = engine.unchecked(() -> identity.createUserQuery().userId(userId).singleResult());
        String name = user == null ? "" : Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
        return name.isBlank() ? userId : name;
    }
}
