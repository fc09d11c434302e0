package se.sip.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets the clock before the engine starts, so that no timer is looked at by another time. */
@Component
class ClockStart extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ClockOffset> offset;
    private final SipClock clock;

    ClockStart(ObjectProvider<ClockOffset> offset, SipClock clock) {
        this.offset = offset;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        offset.ifAvailable(ahead -> clock.runFrom(ahead.offset()));
    }
}
