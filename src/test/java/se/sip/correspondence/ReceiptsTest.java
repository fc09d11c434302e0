package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SOCIAL;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.ResponseStatusException;
import se.sip.Clause;
import se.sip.correspondence.Delivery.Status;
import se.sip.engine.CaseProcesses;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.UnitRepository;

/** What a unit has not acknowledged is asked for, then told to its managers; what it has acknowledged never is. */
@SipTest
class ReceiptsTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    ItServiceController api;
    @Autowired
    CaseProcesses processes;
    @Autowired
    ItServiceMessages messages;
    @Autowired
    ReceiptPageController page;
    @Autowired
    UnitRepository units;

    @Test
    @Clause({"VGU-122", "VGU-140", "VGU-145"})
    void aPlanThatIsNotAcknowledgedIsAskedForAfterTheCountysDaysAndThenToldToTheManagers() throws Exception {
        String number = journey.toFollowUp(Children.bornOn("20140606"));
        sip.deliver(number);
        long toBup = planTo(number, BUP).id();
        assertThat(planTo(number, BUP).status()).isEqualTo(Status.SENT);

        sip.as("kollega", SOCIAL);
        assertThatThrownBy(() -> page.acknowledge(toBup)).as("another unit's").isInstanceOf(
                ResponseStatusException.class).hasMessageContaining("404");
        long toSocial = planTo(number, SOCIAL).id();
        page.acknowledge(toSocial);
        page.acknowledge(toSocial);
        assertThat(planTo(number, SOCIAL).status()).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(planTo(number, SOCIAL).acknowledgedBy()).isEqualTo("kollega");

        morning("2026-03-23", number);
        assertThat(of(number, Purpose.RECEIPT_REMINDER)).as("four days").isEmpty();
        morning("2026-03-25", number);
        assertThat(of(number, Purpose.RECEIPT_REMINDER)).extracting(Delivery::addresseeKey).containsExactly(BUP);
        MimeMessage reminder = TestMail.to(units.findById(BUP).orElseThrow().email()).stream()
                .filter(m -> subject(m).equals(number + ": Påminnelse om kvittens")).findFirst().orElseThrow();
        assertThat(String.valueOf(reminder.getContent())).contains("/kvittens/" + toBup).doesNotContain("Alva");
        morning("2026-03-30", number);
        assertThat(of(number, Purpose.RECEIPT_REMINDER)).as("once").hasSize(1);
        assertThat(of(number, Purpose.RECEIPT_OVERDUE)).singleElement().satisfies(d -> {
            assertThat(d.addressee()).isEqualTo(Addressee.managersOf(BUP));
            assertThat(d.status()).isEqualTo(Status.SENT);
        });

        assertThat(messages.acknowledge("vgr", toBup)).as("the integration acknowledges").isTrue();
        assertThat(planTo(number, BUP).status()).isEqualTo(Status.ACKNOWLEDGED);
    }

    @Test
    void onlyTheCountysIntegrationReadsTheOutboxAndAcknowledges() {
        sip.as("robot", "integration");
        assertThat(api.waiting("vgr")).isNotNull();
        assertThatThrownBy(() -> api.waiting("halland")).as("another county's").hasMessageContaining("403");
        assertThatThrownBy(() -> api.receipt("vgr", 0)).as("no such message").hasMessageContaining("404");
        sip.as("kollega", SOCIAL, "chef", "driftadmin");
        assertThatThrownBy(() -> api.waiting("vgr")).hasMessageContaining("403");
        assertThatThrownBy(() -> api.document("vgr", 1)).hasMessageContaining("403");
        assertThatThrownBy(() -> api.receipt("vgr", 1)).hasMessageContaining("403");
        sip.asSystem();
        assertThatThrownBy(() -> api.waiting("vgr")).hasMessageContaining("403");
    }

    private void morning(String day, String number) {
        sip.today(day).asSystem();
        processes.startBefore("daglig_kontroll", "sok", "vgr", "daglig", Map.of());
        sip.runJobs().deliver(number);
    }

    private Delivery planTo(String number, String unit) {
        return of(number, Purpose.PLAN).stream().filter(d -> d.addresseeKey().equals(unit)).findFirst().orElseThrow();
    }

    private List<Delivery> of(String number, Purpose purpose) {
        return outbox.of(number).stream().filter(d -> d.purpose() == purpose).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
