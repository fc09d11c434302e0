package se.sip.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.testing.CaseDriver;
import se.sip.testing.SipTest;
import se.sip.unit.UnitRepository;

/** A länsadmin looks after the accounts and units of their own county, and gives nobody, nor themselves, more than that. */
@SipTest
class CountyAdminTest {

    private static final String UNIT = "vgr-1499-vc-centrum";

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    IdentityService identity;
    @Autowired
    UnitRepository units;
    @Autowired
    JdbcTemplate jdbc;
    private MockMvc web;

    @BeforeEach
    void accounts() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        sip.today("2026-03-03").asSystem();
        account("konto-anna", "vgr", "handlaggare");
        account("konto-lars", "vgr", "lansadmin");
        account("konto-dag", "vgr", "driftadmin");
        account("konto-hanna", "halland", "handlaggare");
        admin();
    }

    @AfterEach
    void takeAway() {
        identity.clearAuthentication();
        List.of("konto-anna", "konto-lars", "konto-dag", "konto-hanna").forEach(identity::deleteUser);
        jdbc.update("delete from sip.unit_change where unit_id = ?", UNIT);
        context.getBean("unitRegisterImport", SmartInitializingSingleton.class).afterSingletonsInstantiated();
    }

    @Test
    void rolesAndUnitsAreGivenAndTakenBackAndNoted() throws Exception {
        call(post("/konton/konto-anna").param("roll", "handlaggare", "chef").param("enheter",
                "vgr-1490-elevhalsa\nvgr-bup-boras")).andExpect(redirectedUrl("/konton/konto-anna"));
        assertThat(groups("konto-anna")).containsExactlyInAnyOrder("handlaggare", "chef", "vgr-1490-elevhalsa",
                "vgr-1490-elevhalsa-chef", "vgr-bup-boras", "vgr-bup-boras-chef");
        call(get("/konton/konto-anna")).andExpect(content().string(containsString("vgr-bup-boras")));
        call(post("/konton/konto-anna").param("roll", "arkivansvarig").param("enheter", "vgr-1490"));
        assertThat(groups("konto-anna")).containsExactlyInAnyOrder("arkivansvarig", "arkiv-vgr-1490");
        call(post("/konton/konto-anna"));
        assertThat(groups("konto-anna")).as("nothing left").isEmpty();
        assertThat(jdbc.queryForList("select detail from sip.audit_entry where subject = 'ACCOUNT' and actor = 'konto-lars'"
                + " order by id", String.class)).hasSizeGreaterThanOrEqualTo(3)
                .contains("konto-anna: arkivansvarig, arkiv-vgr-1490");
    }

    @Test
    void nobodyGetsMoreThanALansadminMayGive() throws Exception {
        for (String role : List.of("driftadmin", "lansadmin", "integration", "camunda-admin", "vgr-bup-boras")) {
            call(post("/konton/konto-anna").param("roll", "handlaggare", role));
            assertThat(groups("konto-anna")).as(role).containsExactly("handlaggare");
        }
        for (String unit : List.of("halland-1380-elevhalsa", "halland-region", "camunda-admin", "vgr-9999", "driftadmin")) {
            call(post("/konton/konto-anna").param("roll", "handlaggare", "arkivansvarig").param("enheter", unit));
            assertThat(groups("konto-anna")).as(unit).containsExactly("handlaggare");
        }
        for (String other : List.of("konto-lars", "konto-dag", "konto-hanna", "finns-inte")) {
            Set<String> before = groups(other);
            call(get("/konton/" + other)).andExpect(status().isNotFound());
            call(post("/konton/" + other).param("roll", "handlaggare").param("enheter", "vgr-bup-boras"))
                    .andExpect(status().isNotFound());
            assertThat(groups(other)).as(other).isEqualTo(before);
        }
    }

    @Test
    void aUnitIsChangedAndStaysSoWhenTheFileIsReadAgain() throws Exception {
        call(get("/lanets-enheter").param("q", UNIT)).andExpect(content().string(containsString(UNIT)))
                .andExpect(content().string(not(containsString("halland-"))));
        call(change(UNIT, "Vårdcentralen Nya", "nya@vc.example.se", "")).andExpect(redirectedUrl("/lanets-enheter/" + UNIT
                + "?klart"));
        assertThat(units.findById(UNIT).orElseThrow()).satisfies(u -> {
            assertThat(u.name()).isEqualTo("Vårdcentralen Nya");
            assertThat(u.email()).isEqualTo("nya@vc.example.se");
            assertThat(u.itService()).isFalse();
            assertThat(u.phone()).isNull();
        });
        identity.clearAuthentication();
        var taking = context.getBean("unitRegisterImport");
        ((org.springframework.beans.factory.SmartInitializingSingleton) taking).afterSingletonsInstantiated();
        assertThat(units.findById(UNIT).orElseThrow().name()).isEqualTo("Vårdcentralen Nya");

        admin();
        call(change(UNIT, "Vårdcentralen Nya", "", "2026-03-02"));
        assertThat(units.search("vgr", "Vårdcentralen Nya", sip.today())).as("out of use from today").isEmpty();
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingChanges() throws Exception {
        String name = units.findById(UNIT).orElseThrow().name();
        call(change(UNIT, " ", "anna andersson", "2020-01-01"))
                .andExpect(content().string(containsString("Skriv enhetens namn.")))
                .andExpect(content().string(containsString("funktionsbrevlåda, aldrig")))
                .andExpect(content().string(containsString("Sista dagen kan tidigast vara i går")));
        call(change(UNIT, "Namn\r\nBcc: x@y.se", "a@b.se\r\nBcc: x@y.se", ""))
                .andExpect(content().string(containsString("Skriv på en rad.")));
        assertThat(units.findById(UNIT).orElseThrow().name()).isEqualTo(name);
        call(change("halland-1380-elevhalsa", "Fel", "a@b.se", "")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder change(String unit, String name, String mail, String lastDay) {
        return post("/lanets-enheter/" + unit).param("namn", name).param("epost", mail).param("ittjanst", "nej")
                .param("sistadag", lastDay);
    }

    private void admin() {
        identity.setAuthentication("konto-lars", List.of("lansadmin"), List.of("vgr"));
    }

    private void account(String id, String county, String role) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            identity.saveUser(identity.newUser(id));
        }
        if (identity.createTenantQuery().tenantId(county).count() == 0) {
            identity.saveTenant(identity.newTenant(county));
        }
        identity.createTenantUserMembership(county, id);
        identity.createMembership(id, role);
    }

    private Set<String> groups(String user) {
        identity.clearAuthentication();
        try {
            return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId)
                    .collect(java.util.stream.Collectors.toSet());
        } finally {
            admin();
        }
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.principal(() -> "konto-lars"));
    }
}
