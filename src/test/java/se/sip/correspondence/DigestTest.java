package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.ResponseStatusException;
import se.sip.correspondence.Delivery.Status;
import se.sip.engine.CaseProcesses;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.UnitRepository;

/** A unit that has chosen it gets one mail a day instead of one for each thing; times for the calendar go at once. */
@SipTest
class DigestTest {

    private static final String SOCIAL = Journey.SOCIAL;

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    CaseProcesses processes;
    @Autowired
    Digests digests;
    @Autowired
    DigestPageController page;
    @Autowired
    UnitRepository units;

    @AfterEach
    void othersGetTheirMailAsBefore() {
        digests.choose(SOCIAL, false, "test");
    }

    @Test
    void theUnitsManagerChoosesItAndOneMailADayTellsHowManyTasksWaitAndHowManyAreOverdue() throws Exception {
        sip.as("kollega", SOCIAL);
        assertThatThrownBy(() -> page.choose(SOCIAL, true)).as("only a manager").isInstanceOf(
                ResponseStatusException.class);
        sip.as("chef", SOCIAL + "-chef");
        page.choose(SOCIAL, true);
        page.choose(SOCIAL, true);
        assertThat(digests.due("vgr")).containsExactly(SOCIAL);
        assertThat(digests.due("halland")).isEmpty();

        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);
        assertThat(to(number, Purpose.TASK_WAITS)).as("a time for the calendar goes at once").isEqualTo(Status.SENT);
        int before = mails().size();
        sip.today("2026-03-18");
        outbox.send(Order.of(number, Purpose.NOTICE, Addressee.unit(SOCIAL), "besked:0", "1", Way.MAIL));
        sip.deliver(number);
        assertThat(to(number, Purpose.NOTICE)).isEqualTo(Status.IN_DIGEST);
        assertThat(outbox.viewsOf(number)).anySatisfy(v -> assertThat(v.statusText())
                .isEqualTo("I enhetens dagliga sammanställning"));

        morning("2026-03-19");
        morning("2026-03-19");
        morning("2026-03-20");
        List<MimeMessage> since = mails().subList(before, mails().size());
        assertThat(since).as("one a day").hasSize(2);
        assertThat(since.get(0).getSubject()).matches("SIP: \\d+ uppgift(er)? väntar, \\d+ försenade?");
        assertThat(String.valueOf(since.get(0).getContent())).contains("Sedan i går finns", "/arenden",
                "har passerat sin sista dag").doesNotContain("Alva", number, "Lindqvist");
        digests.send(SOCIAL);
        assertThat(mails()).as("the job runs again").hasSize(before + 2);
    }

    @Test
    void aDigestThatCouldNotLeaveIsTriedAgainAndSentOnce() {
        journey.toAnswers(Children.bornOn("20140606"));
        digests.choose(SOCIAL, true, "chef");
        sip.today("2026-05-04");
        TestMail.stop();
        try {
            assertThatThrownBy(() -> digests.send(SOCIAL)).hasMessageContaining("Socialtjänsten")
                    .hasMessageContaining("ingen förbindelse");
        } finally {
            TestMail.startAgain();
        }
        digests.send(SOCIAL);
        digests.send(SOCIAL);
        assertThat(mails()).hasSize(1);
    }

    private void morning(String day) {
        sip.today(day).asSystem();
        processes.startBefore("daglig_kontroll", "valj", "vgr", "daglig", Map.of());
        sip.runJobs();
    }

    private Status to(String number, Purpose purpose) {
        return outbox.of(number).stream().filter(d -> d.purpose() == purpose && d.addresseeKey().equals(SOCIAL))
                .reduce((a, b) -> b).orElseThrow().status();
    }

    private List<MimeMessage> mails() {
        return TestMail.to(units.findById(SOCIAL).orElseThrow().email()).stream()
                .filter(m -> subject(m).startsWith("SIP: ")).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
