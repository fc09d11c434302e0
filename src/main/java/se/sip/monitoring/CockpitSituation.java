package se.sip.monitoring;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Brings the situation into Cockpit: its files lie in {@code plugin-webapp/sip}. Found by its name in META-INF/services. */
public class CockpitSituation extends AbstractCockpitPlugin {

    static final String ID = "sip";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(CockpitSituationFiles.class);
    }
}
