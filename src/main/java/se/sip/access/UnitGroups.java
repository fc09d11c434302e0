package se.sip.access;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.county.County;
import se.sip.county.CountyProperties;
import se.sip.unit.PrincipalId;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * Makes a group for each unit of the register whose staff log in, one for its managers, and one for the archivists
 * of each principal, so that the administrator only has to put people into them. A group is never removed: old tasks may name it.
 */
@Component
@Profile("production")
class UnitGroups implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(UnitGroups.class);

    private final IdentityService identity;
    private final CountyProperties counties;
    private final UnitRepository units;

    UnitGroups(IdentityService identity, CountyProperties counties, UnitRepository units) {
        this.identity = identity;
        this.counties = counties;
        this.units = units;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var known = new HashSet<String>();
        identity.createGroupQuery().list().stream().map(Group::getId).forEach(known::add);
        int before = known.size();
        for (County county : counties.counties()) {
            if (identity.createTenantQuery().tenantId(county.id()).count() == 0) {
                var tenant = identity.newTenant(county.id());
                tenant.setName(county.name());
                identity.saveTenant(tenant);
            }
            for (Unit unit : units.findByCountyOrderByName(county.id())) {
                PrincipalId.of(unit).ifPresent(p -> make(p.archivists(), "Arkivansvariga, " + p, "ARCHIVISTS", known));
                if (unit.hasLogin()) {
                    make(unit.id(), unit.name(), "UNIT", known);
                    make(unit.managerGroup(), "Chefer, " + unit.name(), "MANAGERS", known);
                }
            }
        }
        if (known.size() > before) {
            LOG.info("Created {} groups for units of the register", known.size() - before);
        }
    }

    private void make(String id, String name, String type, Set<String> known) {
        if (known.add(id)) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }
}
