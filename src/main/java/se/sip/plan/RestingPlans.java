package se.sip.plan;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.consent.ConsentChanged;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;

/** A plan rests while its consent is missing, no longer: the yes that renews it wakes the plan the same moment. */
@Component
class RestingPlans {

    private final Plans plans;
    private final Consents consents;
    private final Clock clock;

    RestingPlans(Plans plans, Consents consents, Clock clock) {
        this.plans = plans;
        this.consents = consents;
        this.clock = clock;
    }

    @EventListener
    void consentChanged(ConsentChanged event) {
        if (consents.stateOn(event.caseNumber(), LocalDate.now(clock)) == ConsentState.VALID) {
            plans.wake(event.caseNumber());
        }
    }
}
