package se.sip.plan;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.consent.ConsentChanged;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.meeting.LiveConsent;
import se.sip.meeting.Parties;
import se.sip.plan.PlanVersion.Status;

/**
 * A plan rests while its consent is missing, no longer: the yes that renews it wakes the plan the same moment, and
 * those whom it names read it again.
 */
@Component
class RestingPlans {

    private final Plans plans;
    private final Consents consents;
    private final Parties parties;
    private final LiveConsent consent;
    private final Clock clock;

    RestingPlans(Plans plans, Consents consents, Parties parties, LiveConsent consent, Clock clock) {
        this.plans = plans;
        this.consents = consents;
        this.parties = parties;
        this.consent = consent;
        this.clock = clock;
    }

    @EventListener
    void consentChanged(ConsentChanged event) {
        if (consents.stateOn(event.caseNumber(), LocalDate.now(clock)) == ConsentState.VALID) {
            plans.current(event.caseNumber()).filter(p -> p.status() == Status.RESTING).ifPresent(this::wake);
        }
    }

    /** Who takes part reads the plan again, as far as the renewed consent names them. */
    private void wake(PlanVersion plan) {
        plans.wake(plan.caseNumber());
        parties.of(plan.caseNumber()).stream().filter(p -> p.participantId() != null && p.unitId() != null)
                .forEach(p -> consent.disclose(plan.caseNumber(), p, LocalDate.now(clock), "PLAN"));
    }
}
