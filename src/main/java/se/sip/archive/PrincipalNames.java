package se.sip.archive;

import org.springframework.stereotype.Component;
import se.sip.unit.Municipalities;
import se.sip.unit.PrincipalId;

/** What a principal is called, in Swedish. */
@Component
class PrincipalNames {

    private final Municipalities municipalities;

    PrincipalNames(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    String of(PrincipalId principal) {
        return principal.isRegion() ? "Regionen" : municipalities.name(principal.code()).map(name -> name + " kommun")
                .orElse("Kommun " + principal.code());
    }
}
