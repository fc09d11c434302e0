package se.sip.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.engine.EngineAuthority;
import se.sip.unit.PrincipalId;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * A länsadmin changes roles and units of their county's accounts. Only where accounts are the engine's own: with a
 * provider of logins they come from there, and would be written over at the next login.
 */
@Service
class AccountChanges {

    /** Those that run the system or the county's accounts are given by a driftadmin. */
    static final Set<Role> GIVEN_HERE = EnumSet.of(Role.CASEWORKER, Role.COORDINATOR, Role.MANAGER, Role.PROCESS_OWNER,
            Role.STATISTICS_READER, Role.REVIEWER, Role.ARCHIVIST);

    private final IdentityService identity;
    private final Memberships memberships;
    private final UnitRepository units;
    private final EngineAuthority engine;
    private final ApplicationEventPublisher events;
    private final boolean byProvider;

    AccountChanges(IdentityService identity, Memberships memberships, UnitRepository units, EngineAuthority engine,
            ApplicationEventPublisher events, ObjectProvider<ClientRegistrationRepository> providers) {
        this.identity = identity;
        this.memberships = memberships;
        this.units = units;
        this.engine = engine;
        this.events = events;
        this.byProvider = providers.getIfAvailable() != null;
    }

    boolean comeFromAProvider() {
        return byProvider;
    }

    /** Whether the länsadmin may change the account: of their county, not their own, and with no role that is not given here. */
    boolean mayChange(StaffMember admin, String userId) {
        // A länsadmin may read few groups in the engine; what they cannot see must count too.
        return !byProvider && !userId.equals(admin.userId()) && engine.unchecked(() ->
                memberships.countiesOf(userId).stream().anyMatch(admin.counties()::contains)
                && memberships.groupsOf(userId).stream().filter(Role::isRole)
                        .allMatch(role -> GIVEN_HERE.stream().anyMatch(given -> given.group().equals(role))));
    }

    /**
     * Gives the account these roles and units of the länsadmin's counties, and takes others of those counties away. Units
     * of another county stand.
     *
     * @param wantedUnits ids of the register; for an arkivansvarig those of principals, such as {@code vgr-1490}
     * @return what is wrong, in Swedish; empty where it is done
     */
    @Transactional
    List<String> change(StaffMember admin, String userId, Collection<String> roles, Collection<String> wantedUnits) {
        var faults = new ArrayList<String>();
        Set<String> given = new LinkedHashSet<>();
        for (String role : roles) {
            if (GIVEN_HERE.stream().noneMatch(r -> r.group().equals(role))) {
                faults.add("Rollen " + role + " ges inte här.");
            }
            given.add(role);
        }
        boolean works = Role.CASEWORKER.isAmong(roles) || Role.COORDINATOR.isAmong(roles);
        for (String id : wantedUnits) {
            String unit = id.strip();
            boolean principal = PrincipalId.parse(unit).filter(p -> admin.counties().contains(p.county())
                    && units.findByCountyOrderByName(p.county()).stream()
                            .anyMatch(u -> PrincipalId.of(u).filter(p::equals).isPresent())).isPresent();
            boolean known = units.findById(unit).filter(u -> admin.counties().contains(u.county())).isPresent();
            if (!principal && !known) {
                faults.add("Ditt län har ingen enhet med id " + unit + ".");
            } else if (principal && Role.ARCHIVIST.isAmong(roles)) {
                given.add(PrincipalId.parse(unit).get().archivists());
            } else if (known) {
                if (works) {
                    given.add(unit);
                }
                if (Role.MANAGER.isAmong(roles)) {
                    given.add(unit + Unit.MANAGER_SUFFIX);
                }
            }
        }
        if (faults.isEmpty()) {
            engine.unchecked(() -> {
                give(admin, userId, given);
                return null;
            });
            events.publishEvent(new AccountChanged(userId, List.copyOf(given)));
        }
        return faults;
    }

    private void give(StaffMember admin, String userId, Set<String> given) {
        Set<String> held = identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId)
                .collect(java.util.stream.Collectors.toSet());
        held.stream().filter(group -> !given.contains(group) && isOf(admin, group))
                .forEach(group -> identity.deleteMembership(userId, group));
        given.stream().filter(group -> !held.contains(group)).forEach(group -> {
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                var made = identity.newGroup(group);
                made.setName(units.findById(group).map(Unit::name).orElse(group));
                identity.saveGroup(made);
            }
            identity.createMembership(userId, group);
        });
    }

    /** A role, or a unit of one of the länsadmin's counties. */
    private static boolean isOf(StaffMember admin, String group) {
        return Role.isRole(group) || admin.counties().stream().anyMatch(county -> group.startsWith(county + "-")
                || group.startsWith("arkiv-" + county + "-"));
    }
}
