package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.Journey.BUP;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.sip.Clause;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.correspondence.Delivery.Status;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.UnitRepository;

/** A delivery is attempted once and never lost from sight. */
@SipTest
class DeliveryTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    Sending sending;
    @Autowired
    DeliveryRepository deliveries;
    @Autowired
    MailCarrier carrier;
    @Autowired
    AttemptRepository attempts;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    Consents consents;
    @Autowired
    UnitRepository units;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TransactionTemplate transaction;
    private String number;
    private long bup;
    private String mailbox;
    private String subject;

    @BeforeEach
    void aCaseWithConsentForBup() {
        number = journey.toDispatch(Children.bornOn("20140606"));
        bup = participants.findByCaseNumberOrderById(number).stream().filter(p -> BUP.equals(p.unitId())).findFirst()
                .orElseThrow().id();
        mailbox = units.findById(BUP).orElseThrow().email();
        subject = number + ": Påminnelse om svar";
    }

    @Test
    void whatIsOrderedIsMailedToTheFunctionalMailboxWithoutPersonalData() throws Exception {
        order("1");
        sip.deliver(number);
        assertThat(mails()).hasSize(1);
        MimeMessage mail = mails().get(0);
        assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly(mailbox);
        String all = mail.getSubject() + mail.getContent();
        assertThat(all).contains(number, "Anmäl vem som deltar", "Senast 12 mars 2026", "/arenden/" + number)
                .doesNotContain("Alva", "2014", "Lind", "Hedman", "skola", "frånvaro");
        assertThat(only().status()).isEqualTo(Status.SENT);
    }

    @Test
    void theSameRecipientPurposeAndVersionIsSentOnceHoweverOftenItIsOrderedAndRun() {
        Delivery first = order("1");
        assertThat(order("1").id()).isEqualTo(first.id());
        sip.deliver(number);
        order("1");
        sip.deliver(number);
        assertThat(sending.perform(first.id())).as("a job that runs again").isEqualTo(Sending.Step.SENT);
        assertThat(mails()).hasSize(1);

        order("2");
        sip.deliver(number);
        assertThat(mails()).as("a new version is another message").hasSize(2);
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            order("1");
            status.setRollbackOnly();
        });
        sip.deliver(number);
        assertThat(mails()).isEmpty();
        assertThat(outbox.of(number)).isEmpty();
    }

    @Test
    void aRefusedConnectionIsTriedAfter5And10And60MinutesAndIsThenAnIncidentThatNamesUnitAndReason() {
        order("1");
        TestMail.stop();
        try {
            sip.deliver(number);
            assertThat(only().status()).isEqualTo(Status.FAILED);
            for (int minutes : List.of(5, 10, 60)) {
                sip.pass(Duration.ofMinutes(minutes - 1)).deliver(number);
                int tried = attempts.findByDeliveryIdOrderByAttemptNo(only().id()).size();
                sip.pass(Duration.ofMinutes(2)).deliver(number);
                assertThat(attempts.findByDeliveryIdOrderByAttemptNo(only().id())).as("after %s minutes", minutes)
                        .hasSize(tried + 1);
            }
            Incident incident = incident();
            assertThat(incident.getIncidentType()).isEqualTo("failedJob");
            assertThat(incident.getIncidentMessage()).contains(units.findById(BUP).orElseThrow().name(),
                    "ingen förbindelse", "E-post").doesNotContain("Alva");
            sip.pass(Duration.ofDays(1)).deliver(number);
            assertThat(attempts.findByDeliveryIdOrderByAttemptNo(only().id())).hasSize(4);
        } finally {
            TestMail.startAgain();
        }
        retryInCockpit();
        retryInCockpit();
        assertThat(mails()).as("retry in Cockpit sends once").hasSize(1);
        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void aProcessKilledBetweenSendAndResultIsUnclearAndNeverSentAgainByItself() {
        Delivery delivery = order("1");
        killedAfterTheAttemptWasCommitted(delivery);
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Status.UNCLEAR);
        assertThat(mails()).isEmpty();
        assertThat(incident().getIncidentType()).isEqualTo("oklartOmSkickat");
        assertThat(incident().getIncidentMessage()).contains(units.findById(BUP).orElseThrow().name(), "Oklart")
                .doesNotContain("Alva");

        sip.pass(Duration.ofDays(2)).deliver(number);
        assertThat(sending.perform(delivery.id())).isEqualTo(Sending.Step.UNCLEAR);
        assertThat(mails()).isEmpty();

        journey.convener();
        sip.complete(number, "oklar_sandning", Map.of("arrived", true, "how", "BUP har fått det, säger de."));
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(mails()).isEmpty();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void aPersonWhoFindsThatItDidNotArriveSendsItOnce() {
        Delivery delivery = order("1");
        killedAfterTheAttemptWasCommitted(delivery);
        sip.deliver(number);
        journey.convener();
        assertThatThrownBy(() -> sip.complete(number, "oklar_sandning", Map.of("arrived", false)))
                .hasMessageContaining("how");
        sip.complete(number, "oklar_sandning", Map.of("arrived", false, "how", "De har inget fått."));
        sip.deliver(number);
        assertThat(mails()).hasSize(1);
        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(only().settledBy()).isEqualTo("anna");
    }

    @Test
    @Clause({"VGV-25", "VGU-61"})
    void nothingIsSentAfterAWithdrawalNotEvenWhatWaitsForItsNextTry() {
        order("1");
        TestMail.stop();
        try {
            sip.deliver(number);
        } finally {
            TestMail.startAgain();
        }
        consents.withdraw(number, se.sip.consent.WhoWithdrew.GUARDIAN, "Per telefon",
                sip.today().atTime(9, 0));
        sip.pass(Duration.ofMinutes(6)).deliver(number);
        assertThat(mails()).isEmpty();
        assertThat(only().status()).isEqualTo(Status.WITHHELD);
        assertThat(incidents()).isEmpty();
    }

    @Test
    @Clause("VGU-63")
    void nothingIsSentWhenTheConsentHasRunOutOrTheUnitTakesPartNoLonger() {
        order("1");
        sip.at(LocalDate.parse("2027-01-02").atTime(9, 0));
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Status.WITHHELD);

        sip.today("2026-03-06");
        order("2");
        var participant = participants.findById(bup).orElseThrow();
        participants.save(participant.withStatus(se.sip.casefile.Participant.Status.REMOVED));
        sip.deliver(number);
        assertThat(outbox.of(number)).extracting(Delivery::status).containsOnly(Status.WITHHELD);
        assertThat(mails()).isEmpty();
    }

    @Test
    void aUnitThatNoGroundNamesGetsNothing() {
        outbox.send(Order.of(number, Purpose.CALL, Addressee.unit("vgr-1490-vc-centrum"), "kallelse:0", "1",
                Way.MAIL));
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Status.WITHHELD);
    }

    @Test
    void aWithdrawalWhileASendIsInFlightChangesNothingThatHasLeftAndSendsNothingMore() {
        Delivery delivery = order("1");
        Sending.Begun begun = sending.begin(delivery.id());
        assertThat(begun.attempt()).isNotNull();
        consents.withdraw(number, se.sip.consent.WhoWithdrew.GUARDIAN, "Per telefon", sip.today().atTime(9, 0));
        outbox.withhold(number);
        assertThat(only().status()).as("under way: what becomes of it is still to be known")
                .isEqualTo(Status.ATTEMPTED);
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Status.UNCLEAR);
        assertThat(mails()).isEmpty();
        journey.convener();
        sip.complete(number, "oklar_sandning", Map.of("arrived", false, "how", "De har inget fått."));
        sip.deliver(number);
        assertThat(mails()).as("asked again: no ground any longer").isEmpty();
        assertThat(only().status()).isEqualTo(Status.WITHHELD);
    }

    @Test
    @Clause({"VGV-25", "VGU-158"})
    void aWithdrawalWhileTheServerHoldsTheMailIsDoneAtOnceAndNothingGoesTwice() throws Exception {
        Delivery held = order("1");
        Delivery waiting = order("2");
        TestMail.stop();
        try (var server = new HoldingServer(TestMail.port())) {
            var send = CompletableFuture.supplyAsync(() -> sending.perform(held.id()));
            server.awaitMail();
            transaction.executeWithoutResult(status -> {
                consents.withdraw(number, se.sip.consent.WhoWithdrew.GUARDIAN, "Per telefon",
                        sip.today().atTime(9, 0));
                outbox.withhold(number);
            });
            server.answer();
            assertThat(send.get(10, TimeUnit.SECONDS)).isEqualTo(Sending.Step.SENT);
            assertThat(deliveries.findById(held.id()).orElseThrow().status()).isEqualTo(Delivery.Status.SENT);
            assertThat(deliveries.findById(waiting.id()).orElseThrow().status()).isEqualTo(Delivery.Status.WITHHELD);
            sip.deliver(number);
            assertThat(sending.perform(held.id())).isEqualTo(Sending.Step.SENT);
            assertThat(sending.perform(waiting.id())).isEqualTo(Sending.Step.WITHHELD);
            assertThat(server.mails()).isEqualTo(1);
        } finally {
            TestMail.startAgain();
        }
        assertThat(incidents()).isEmpty();
    }

    @Test
    void aMailThatLeftBeforeTheProcessWasKilledIsUnclearAndNoSecondOneFollows() throws Exception {
        Delivery delivery = order("1");
        Carrier.Ready ready = carrier.prepare(delivery);
        assertThat(sending.begin(delivery.id()).attempt()).isNotNull();
        ready.send();
        // Here the process dies: the result is never written.
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Delivery.Status.UNCLEAR);
        assertThat(outbox.viewsOf(number)).last().satisfies(
                v -> assertThat(v.statusText()).isEqualTo("Oklart om skickad"));
        sip.pass(Duration.ofDays(3)).deliver(number);
        assertThat(mails()).as("only the one that left").hasSize(1);
        journey.convener();
        sip.complete(number, "oklar_sandning", Map.of("arrived", true, "how", "De har fått det."));
        sip.deliver(number);
        assertThat(mails()).hasSize(1);
    }

    @Test
    @Clause("VGU-80")
    void aLetterCountsAsSentOnlyWhenSomebodyHasPostedItAndNotWithoutAGround() {
        outbox.send(Order.of(number, Purpose.CALL, Addressee.unit(BUP), "kallelse:1", "1", Way.LETTER)
                .withParticipantId(bup));
        sip.deliver(number);
        assertThat(only().status()).isEqualTo(Status.CREATED);
        journey.convener();
        assertThatThrownBy(() -> sip.complete(number, "posta", Map.of("postedOn", "2026-04-02")))
                .hasMessageContaining("framåt i tiden").hasMessageContaining("postedBy");
        sip.complete(number, "posta", Map.of("postedOn", "2026-03-05", "postedBy", "Anna Kurator"));
        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(only().postedBy()).isEqualTo("Anna Kurator");

        outbox.send(Order.of(number, Purpose.CALL, Addressee.unit(BUP), "kallelse:1", "2", Way.LETTER)
                .withParticipantId(bup));
        sip.deliver(number);
        consents.withdraw(number, se.sip.consent.WhoWithdrew.GUARDIAN, "Per telefon", sip.today().atTime(9, 0));
        journey.convener();
        assertThatThrownBy(() -> sip.complete(number, "posta", Map.of("postedOn", "2026-03-05", "postedBy", "Anna")))
                .hasMessageContaining("får inte postas");
        outbox.withhold(number);
        assertThat(sip.tasksWith(number, "posta")).as("the printed letter is called off").isEmpty();
    }

    @Test
    @Clause({"VGU-80", "HAL-75"})
    void whenAWayIsUsedUpTheNextOneInTheCountysOrderTakesOver() {
        outbox.send(Order.of(number, Purpose.CALL, Addressee.unit(BUP), "kallelse:1", "1", Way.MAIL, Way.LETTER)
                .withParticipantId(bup));
        TestMail.stop();
        try {
            sip.deliver(number);
            for (int minutes : List.of(6, 11, 61)) {
                assertThat(sip.tasksWith(number, "posta")).isEmpty();
                sip.pass(Duration.ofMinutes(minutes)).deliver(number);
            }
        } finally {
            TestMail.startAgain();
        }
        assertThat(sip.tasksWith(number, "posta")).hasSize(1);
        assertThat(only().way()).isEqualTo(Way.LETTER);
        assertThat(incidents()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    private Delivery order(String version) {
        return outbox.send(Order.of(number, Purpose.ANSWER_REMINDER, Addressee.unit(BUP), "kallelse:1", version,
                Way.MAIL).withParticipantId(bup).withAnswerBy(LocalDate.of(2026, 3, 12)));
    }

    /** As when the node dies after the attempt was committed: no result, whether the mail left or not. */
    private void killedAfterTheAttemptWasCommitted(Delivery delivery) {
        assertThat(sending.begin(delivery.id()).attempt()).isNotNull();
        assertThat(only().status()).isEqualTo(Status.ATTEMPTED);
    }

    private void retryInCockpit() {
        sip.asSystem();
        for (Job job : management.createJobQuery().processDefinitionKey("leverans").noRetriesLeft().list()) {
            management.setJobRetries(job.getId(), 1);
        }
        sip.deliver(number);
    }

    private Delivery only() {
        List<Delivery> found = outbox.of(number);
        return found.get(found.size() - 1);
    }

    private Incident incident() {
        assertThat(incidents()).hasSize(1);
        return incidents().get(0);
    }

    private List<Incident> incidents() {
        sip.asSystem();
        List<String> ofCase = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number)
                .processDefinitionKey("leverans").list().stream().map(i -> i.getId()).toList();
        return runtime.createIncidentQuery().list().stream().filter(i -> ofCase.contains(i.getProcessInstanceId()))
                .toList();
    }

    private List<MimeMessage> mails() {
        return TestMail.to(mailbox).stream().filter(m -> subjectOf(m).equals(subject)).toList();
    }

    private static String subjectOf(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
