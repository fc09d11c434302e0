package se.sip.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;

/** Steps that stop are mailed to the county's admins: one mail for all of them, and nothing of any case. */
@SipTest
class IncidentAlarmTest {

    private static final String MAILBOX = "larm@lansadmin.example.se";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    IncidentAlarm alarm;
    @Autowired
    ManagementService management;
    @Autowired
    IdentityService identity;
    @Autowired
    JdbcTemplate jdbc;
    private boolean missingTenant;

    @BeforeEach
    void anAdminOfTheCounty() {
        sip.asSystem();
        jdbc.update("delete from sip.alarm_mail");
        var admin = identity.newUser("larmadmin");
        admin.setEmail(MAILBOX);
        identity.saveUser(admin);
        identity.createMembership("larmadmin", "lansadmin");
        missingTenant = identity.createTenantQuery().tenantId("vgr").count() == 0;
        if (missingTenant) {
            identity.saveTenant(identity.newTenant("vgr"));
        }
        identity.createTenantUserMembership("vgr", "larmadmin");
    }

    @AfterEach
    void away() {
        sip.asSystem();
        identity.deleteUser("larmadmin");
        if (missingTenant) {
            identity.deleteTenant("vgr");
        }
        jdbc.update("delete from sip.alarm_mail");
    }

    @Test
    void allThatHasStoppedIsOneMailAndTheSameIsNotToldTwice() throws Exception {
        String first = journey.toAnswers(Children.bornOn("20140820"));
        String second = journey.toAnswers(Children.bornOn("20140821"));
        String third = journey.toAnswers(Children.bornOn("20140822"));
        alarm.look("vgr");
        sip.pass(Duration.ofMinutes(20));
        int before = TestMail.to(MAILBOX).size();
        stop(first);
        stop(second);
        assertThat(alarm.look("vgr")).as("what is not committed may lie between").isFalse();
        sip.pass(Duration.ofSeconds(11));

        assertThat(alarm.look("halland")).isFalse();
        assertThat(alarm.look("vgr")).isTrue();
        List<MimeMessage> mails = TestMail.to(MAILBOX);
        assertThat(mails).hasSize(before + 1);
        MimeMessage mail = mails.get(mails.size() - 1);
        assertThat(mail.getSubject()).isEqualTo("SIP Västra Götaland: 2 steg har stannat");
        assertThat(mail.getContent().toString()).contains("Antal ärenden: 2").contains("/camunda/app/cockpit/default/#/dashboard")
                .doesNotContain(first).doesNotContain("Lindqvist");

        assertThat(alarm.look("vgr")).as("nothing new").isFalse();
        stop(third);
        sip.pass(Duration.ofSeconds(11));
        assertThat(alarm.look("vgr")).as("new, and too soon").isFalse();
        sip.pass(Duration.ofMinutes(16));
        assertThat(alarm.look("vgr")).isTrue();
        assertThat(TestMail.to(MAILBOX)).hasSize(before + 2);
    }

    @Test
    void whatCouldNotBeMailedIsToldTheNextTime() {
        String number = journey.toAnswers(Children.bornOn("20140823"));
        stop(number);
        sip.pass(Duration.ofSeconds(11));
        TestMail.stop();
        try {
            assertThat(alarm.look("vgr")).isFalse();
        } finally {
            TestMail.startAgain();
        }
        sip.pass(Duration.ofMinutes(16));
        int before = TestMail.to(MAILBOX).size();
        assertThat(alarm.look("vgr")).isTrue();
        assertThat(TestMail.to(MAILBOX)).hasSize(before + 1);
    }

    private void stop(String number) {
        sip.asSystem();
        String job = management.createJobQuery().withRetriesLeft().list().stream().filter(j -> j.getProcessInstanceId() != null
                && number.equals(jdbc.queryForObject("select business_key_ from act_ru_execution where id_ = ?",
                        String.class, j.getProcessInstanceId()))).findFirst().orElseThrow().getId();
        management.setJobRetries(job, 0);
    }
}
