package se.sip.monitoring;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the plugin's files below {@code /camunda/api/cockpit/plugin/sip/static}; what they show comes from our own API. */
@Path("plugin/" + CockpitSituation.ID)
public class CockpitSituationFiles extends AbstractCockpitPluginRootResource {

    private static final List<String> MODULES = List.of("app/api.js", "app/parts.js", "app/situation.js", "app/instance.js");

    public CockpitSituationFiles() {
        super(CockpitSituation.ID);
    }

    @Override
    public List<String> getAllowedAssets() {
        var all = new ArrayList<>(super.getAllowedAssets());
        all.addAll(MODULES);
        return all;
    }
}
