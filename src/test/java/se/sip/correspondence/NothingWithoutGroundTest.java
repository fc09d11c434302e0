package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.Codes;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.consent.WhoWithdrew;
import se.sip.correspondence.Delivery.Status;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.Principal;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/**
 * At every moment something can leave: when it is ordered, when it is tried, when a letter is posted, when an integration
 * fetches it. Whatever says something of the person goes only on a ground that holds then.
 */
@SipTest
class NothingWithoutGroundTest {

    private static final String HABILITATION = "vgr-habilitering-boras";
    private static final List<Purpose> SAYS_SOMETHING = Arrays.stream(Purpose.values()).filter(Purpose::needsGround)
            .toList();

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    ItServiceMessages messages;
    @Autowired
    ParticipantRepository participants;
    @Autowired
    Consents consents;
    @Autowired
    UnitRepository units;

    @Test
    @Clause({"VGV-25", "VGU-61", "VGU-63", "HAL-48"})
    void nothingOfAnyKindIsMailedAfterAWithdrawalOrWhenTheConsentHasRunOut() {
        String withdrawn = journey.toDispatch(Children.bornOn("20140606"));
        String expired = journey.toDispatch(Children.bornOn("20140607"));
        order(withdrawn, participant(withdrawn, BUP), Way.MAIL);
        order(expired, participant(expired, BUP), Way.MAIL);
        consents.withdraw(withdrawn, WhoWithdrew.GUARDIAN, "Per telefon", sip.today().atTime(9, 0));
        sip.deliver(withdrawn);
        sip.at(java.time.LocalDate.parse("2027-01-02").atTime(9, 0)).deliver(expired);

        for (String number : List.of(withdrawn, expired)) {
            assertThat(outbox.of(number)).hasSize(SAYS_SOMETHING.size()).extracting(Delivery::status)
                    .containsOnly(Status.WITHHELD);
            assertThat(mailed(BUP, number)).isEmpty();
        }
    }

    @Test
    @Clause({"VGU-61", "VGV-08", "HAL-41"})
    void nothingGoesToWhomTheFamilyHasExcludedNorToAUnitThatNoGroundNames() {
        String number = journey.toConsent(Children.bornOn("20140606"));
        sip.today("2026-03-05");
        sip.fill(number, "samtycke", FormContent.with(Journey.samtycke(), "excludedParties",
                List.of(Map.of("name", "habiliteringen"))));
        long excluded = late(number, HABILITATION);
        long unnamed = late(number, "vgr-1490-vc-centrum");
        order(number, excluded, Way.MAIL);
        order(number, unnamed, Way.MAIL);
        sip.deliver(number);

        assertThat(outbox.of(number)).hasSize(2 * SAYS_SOMETHING.size()).extracting(Delivery::status)
                .containsOnly(Status.WITHHELD);
        assertThat(outbox.viewsOf(number).get(0).hindrance()).contains("familjen har sagt");
        assertThat(mailed(HABILITATION, number)).isEmpty();
        assertThat(mailed("vgr-1490-vc-centrum", number)).isEmpty();
    }

    @Test
    @Clause({"VGV-25", "VGU-80"})
    void whatWaitsForTheIntegrationOrThePostIsNotHandedOutAfterAWithdrawal() {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        outbox.send(Order.of(number, Purpose.ANSWER_REMINDER, Addressee.unit(BUP), "prov:1", "1", Way.LETTER)
                .withParticipantId(participant(number, BUP)));
        sip.deliver(number);
        List<Long> waiting = ofCase(number);
        assertThat(waiting).hasSize(2).allSatisfy(id -> assertThat(messages.pdf("vgr", id)).isPresent());
        assertThat(sip.tasksWith(number, "posta")).hasSize(3);

        consents.withdraw(number, WhoWithdrew.GUARDIAN, "Per telefon", sip.today().atTime(9, 0));
        outbox.withhold(number);
        assertThat(ofCase(number)).isEmpty();
        assertThat(waiting).allSatisfy(id -> assertThat(messages.pdf("vgr", id)).isEmpty());
        assertThat(sip.tasksWith(number, "posta")).as("only the family's own letters are left")
                .hasSize(2);
    }

    private void order(String number, long participant, Way way) {
        String unit = participants.findById(participant).orElseThrow().unitId();
        SAYS_SOMETHING.forEach(purpose -> outbox.send(Order.of(number, purpose, Addressee.unit(unit), "prov:1", "1", way)
                .withParticipantId(participant)));
    }

    private long participant(String number, String unit) {
        return participants.findByCaseNumberOrderById(number).stream().filter(p -> unit.equals(p.unitId())).findFirst()
                .orElseThrow().id();
    }

    private long late(String number, String unitId) {
        var unit = units.findById(unitId).orElseThrow();
        return participants.save(new Participant(null, number, unitId, unit.name(), Principal.REGION,
                UnitKind.HEALTH_CENTRE, null, null, "Stöd", true, Participant.Duty.CALLED, "KNOWN_THERE", Codes.NONE,
                Participant.Status.CONFIRMED)).id();
    }

    private List<Long> ofCase(String number) {
        return messages.waiting("vgr").stream().filter(m -> m.caseNumber().equals(number))
                .map(ItServiceMessages.Message::id).toList();
    }

    private List<String> mailed(String unit, String number) {
        return TestMail.to(units.findById(unit).orElseThrow().email()).stream().map(m -> {
            try {
                return String.valueOf(m.getSubject());
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).filter(s -> s.startsWith(number)).toList();
    }
}
