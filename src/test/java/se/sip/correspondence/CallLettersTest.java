package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.correspondence.Delivery.Status;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.invitation.AnswerKind;
import se.sip.invitation.Attendee;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.TestMail;
import se.sip.unit.UnitRepository;

/** What goes out around a meeting reaches the right people, once, and says what it should. */
@SipTest
class CallLettersTest {

    private static final String CARE = "vgr-1490-vc-centrum";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    Outbox outbox;
    @Autowired
    ItServiceMessages messages;
    @Autowired
    Documents documents;
    @Autowired
    Settling settling;
    @Autowired
    Invitations invitations;
    @Autowired
    UnitRepository units;

    @Test
    @Clause({"VGU-80", "VGU-88", "VGU-90"})
    void aCallGoesToTheItServiceWithItsPdfAndTheMailSaysOnlyThatATaskWaits() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);

        var calls = of(number, Purpose.CALL);
        assertThat(calls).extracting(Delivery::addresseeKey).containsExactlyInAnyOrder(SOCIAL, BUP);
        assertThat(calls).allSatisfy(d -> {
            assertThat(d.way()).isEqualTo(Way.IT_SERVICE);
            assertThat(d.status()).isEqualTo(Status.SENT);
            assertThat(d.clauses().values()).contains("VGU-80");
        });
        var waiting = messages.waiting("vgr").stream().filter(m -> m.caseNumber().equals(number)).toList();
        assertThat(waiting).hasSize(2);
        String text = text(messages.pdf("vgr", waiting.get(0).id()).orElseThrow());
        assertThat(text).contains("Kallelse till SIP-möte", "Samordna stödet", "skyldiga att delta", "Ängsskolan");
        assertThat(messages.pdf("halland", waiting.get(0).id())).as("another county's integration").isEmpty();

        assertThat(messages.acknowledge("halland", waiting.get(0).id())).isFalse();
        assertThat(messages.acknowledge("vgr", waiting.get(0).id())).isTrue();
        messages.acknowledge("vgr", waiting.get(0).id());
        assertThat(messages.waiting("vgr")).extracting(ItServiceMessages.Message::id)
                .doesNotContain(waiting.get(0).id());

        assertThat(mails(BUP, number)).hasSize(1);
        MimeMessage mail = mails(BUP, number).get(0);
        assertThat(mail.getSubject()).isEqualTo(number + ": Uppgift väntar");
        assertThat(parts(mail).get(0)).contains(number).doesNotContain("Alva", "Ängsskolan", "Samordna", "2014");

        Document call = documents.of(number).stream().filter(d -> d.kind() == DocumentKind.CALL).findFirst()
                .orElseThrow();
        assertThat(call.hash()).hasSize(64);
        assertThat(call.consentKey()).startsWith("samtycke:");
        assertThat(call.versionNo()).isEqualTo(1);

        sip.deliver(number);
        assertThat(documents.of(number)).filteredOn(d -> d.kind() == DocumentKind.CALL).hasSize(2);
        assertThat(mails(BUP, number)).as("nothing twice").hasSize(1);
    }

    @Test
    @Clause({"VGV-20", "VGU-81"})
    void eachGuardianIsInvitedAtHomeAndTheFamilyLearnsWhoComesWhenAllHaveAnswered() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        assertThat(of(number, Purpose.FAMILY_INVITATION)).hasSize(2).allSatisfy(d -> {
            assertThat(d.addresseeKind()).isEqualTo(Addressee.Kind.GUARDIAN);
            assertThat(d.way()).isEqualTo(Way.LETTER);
        });
        assertThat(of(number, Purpose.PARTICIPANTS)).isEmpty();
        sip.deliver(number);
        sip.today("2026-03-09");
        for (var task : sip.tasksWith(number, "svar")) {
            sip.as("kollega", SCHOOL, SOCIAL, BUP);
            sip.fill(task, "svar", Journey.svar());
        }
        assertThat(of(number, Purpose.CALL)).extracting(Delivery::status).as("an answer is a receipt")
                .containsOnly(Status.ACKNOWLEDGED);
        assertThat(of(number, Purpose.PARTICIPANTS)).hasSize(2);
        sip.deliver(number);
        Document list = documents.of(number).stream().filter(d -> d.kind() == DocumentKind.PARTICIPANTS).findFirst()
                .orElseThrow();
        assertThat(text(list.content())).contains("Kim Ek", "Handläggare");
        assertThat(sip.tasksWith(number, "posta")).as("letters to post").hasSize(4);

        Invitation toBup = invitations.current(number).stream().filter(i -> BUP.equals(i.unitId())).findFirst()
                .orElseThrow();
        invitations.answerAnew(toBup, AnswerKind.ATTENDS, List.of(new Attendee("Lo Berg", "Psykolog", true, true)),
                "Kim är sjuk.");
        sip.deliver(number);
        assertThat(of(number, Purpose.PARTICIPANTS)).as("the first list is not posted any longer")
                .extracting(Delivery::status).containsExactly(Delivery.Status.WITHHELD, Delivery.Status.WITHHELD,
                        Delivery.Status.CREATED, Delivery.Status.CREATED);
        assertThat(text(made(number, DocumentKind.PARTICIPANTS).content())).contains("Lo Berg")
                .doesNotContain("sjuk.");
    }

    @Test
    @Clause({"BOR-44", "VGV-20"})
    void aLetterToOneWithProtectedIdentityGoesByForwardingNamesNoPlaceAndCountsFiveExtraDays() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20100606"), "PROTECTED_REGISTRATION");
        sip.deliver(number);
        Delivery letter = of(number, Purpose.FAMILY_INVITATION).stream()
                .filter(d -> d.addresseeKind() == Addressee.Kind.PERSON).findFirst().orElseThrow();
        assertThat(settling.shown(letter)).doesNotContainKey("address").extractingByKey("forwarding").asString()
                .contains("Skatteverkets förmedling", "framme först 2026-03-11").doesNotContain("muntligt");
        assertThat(text(made(number, DocumentKind.INVITATION_FAMILY).content())).doesNotContain("Ängsskolan");
        sip.today("2026-03-14");
        assertThat(settling.shown(letter)).extractingByKey("forwarding").asString()
                .contains("Mötet är 2026-03-19: berätta också muntligt.");
        List<VEvent> events = events(BUP, number);
        assertThat(events).allSatisfy(e -> assertThat(e.toString()).doesNotContain("Ängsskolan", "LOCATION"));
    }

    @Test
    @Clause({"VGU-81", "VGV-11"})
    void whoHasNotAnsweredIsRemindedOnceAndThenTheManagersOfTheUnit() {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);
        sip.goTo("2026-03-19");
        sip.deliver(number);
        assertThat(of(number, Purpose.ANSWER_REMINDER)).extracting(Delivery::addresseeKey)
                .containsExactlyInAnyOrder(SOCIAL, BUP);
        assertThat(of(number, Purpose.ANSWER_OVERDUE)).extracting(Delivery::addresseeKind)
                .containsOnly(Addressee.Kind.MANAGERS).hasSize(2);
        assertThat(of(number, Purpose.PARTICIPANTS)).as("the family learns who has not answered").isNotEmpty();
    }

    @Test
    @Clause({"VGV-25", "VGU-158"})
    void aWithdrawalCallsOffWhatHasNotLeftAndTheMeetingDisappearsFromCalendars() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);
        journey.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "CONSENT_WITHDRAWN", "who", "GUARDIAN", "manner",
                "BY_TELEPHONE", "on", "2026-03-06", "at", "08:00"));
        sip.runJobs();
        sip.deliver(number);
        List<VEvent> events = events(BUP, number);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).getUid()).isEqualTo(events.get(0).getUid());
        assertThat(sequence(events.get(1))).isGreaterThan(sequence(events.get(0)));
        assertThat(events.get(1).toString()).contains("STATUS:CANCELLED");
        assertThat(of(number, Purpose.TASK_WAITS)).extracting(Delivery::status).containsOnly(Status.SENT);
    }

    @Test
    @Clause({"HAL-71", "HAL-72", "VGU-81"})
    void theFamilyGetsALetterWhenTheMeetingMovesAndAnotherWhenItIsCancelledAndNeverTheReason() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);
        assertThat(sip.tasksWith(number, "posta")).as("invitations to post").hasSize(2);
        move(number, "2026-03-20");
        sip.deliver(number);
        assertThat(of(number, Purpose.FAMILY_INVITATION)).as("nobody posts the old time").extracting(Delivery::status)
                .containsOnly(Delivery.Status.WITHHELD);
        assertThat(of(number, Purpose.MEETING_CHANGED)).filteredOn(d -> d.addressee().isFamily()).hasSize(2)
                .allSatisfy(d -> assertThat(d.way()).isEqualTo(Way.LETTER));
        String moved = text(made(number, DocumentKind.MEETING_MOVED).content());
        assertThat(moved).contains("fredag 20 mars 2026", "En ny inbjudan kommer").doesNotContain("Läraren");

        move(number, "2026-03-23");
        sip.deliver(number);
        assertThat(of(number, Purpose.MEETING_CHANGED)).filteredOn(d -> d.addressee().isFamily())
                .as("the first change is not posted any longer").extracting(Delivery::status).containsExactly(
                        Delivery.Status.WITHHELD, Delivery.Status.WITHHELD, Delivery.Status.CREATED,
                        Delivery.Status.CREATED);
        journey.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "MEETING_CANCELLED", "reason", "Alva är inlagd."));
        sip.runJobs();
        sip.deliver(number);
        assertThat(of(number, Purpose.MEETING_CANCELLED)).filteredOn(d -> d.addressee().isFamily()).hasSize(2);
        assertThat(text(made(number, DocumentKind.MEETING_CANCELLED).content())).contains("måndag 23 mars 2026")
                .doesNotContain("inlagd");
        assertThat(sip.tasksWith(number, "posta")).as("only the cancellation is left to post").hasSize(2);
        List<VEvent> events = events(BUP, number);
        assertThat(events).as("request, two moves, cancellation: one event that moves and disappears").hasSize(4);
        assertThat(events).extracting(VEvent::getUid).containsOnly(events.get(0).getUid());
        assertThat(events).extracting(CallLettersTest::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(events.get(2).toString()).contains("20260323T120000Z").doesNotContain("Läraren", "Alva");
        assertThat(events.get(3).toString()).contains("STATUS:CANCELLED");
    }

    @Test
    @Clause({"VGU-103", "VGV-25"})
    void aCalendarEntryGoesOnlyToWhoHasItAndIsTakenFromWhoIsNotConcernedAnyLonger() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);
        outbox.send(Order.of(number, Purpose.MEETING_CHANGED, Addressee.unit(CARE), "besked:1", "1", Way.MAIL));
        sip.deliver(number);
        assertThat(mails(CARE, number)).hasSize(1);
        assertThat(events(CARE, number)).as("was never called").isEmpty();
        List<VEvent> events = events(BUP, number);
        assertThat(events).hasSize(1);
        outbox.send(Order.of(number, Purpose.NOT_CONCERNED, Addressee.unit(BUP), "kallelse:1", "1", Way.MAIL));
        sip.deliver(number);
        assertThat(events(BUP, number)).hasSize(2).last().satisfies(e -> {
            assertThat(e.getUid()).isEqualTo(events.get(0).getUid());
            assertThat(e.toString()).contains("STATUS:CANCELLED");
        });
    }

    @Test
    @Clause({"HAL-71", "VGU-81"})
    void aMeetingThatIsMovedIsTheSameEventWithAHigherSequenceAndNoNames() throws Exception {
        String number = journey.toAnswers(Children.bornOn("20140606"));
        sip.deliver(number);
        move(number, "2026-03-20");
        journey.convener();
        var opened = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        var form = new java.util.LinkedHashMap<>(Journey.kallelse(opened));
        form.put("meetingDate", "2026-03-20");
        sip.fill(number, "kallelse", form);
        sip.runJobs();
        sip.deliver(number);
        List<VEvent> events = events(BUP, number);
        assertThat(events).as("request, move, the new call").hasSize(3);
        assertThat(events).extracting(VEvent::getUid).containsOnly(events.get(0).getUid());
        assertThat(events).extracting(CallLettersTest::sequence).isSorted();
        assertThat(sequence(events.get(2))).isGreaterThan(sequence(events.get(0)));
        assertThat(events.get(0).toString()).contains("20260319T120000Z", "SUMMARY:SIP-möte " + number)
                .doesNotContain("Alva", "Exempel");
        assertThat(events.get(2).toString()).contains("20260320T120000Z");
    }

    private void move(String number, String day) {
        journey.convener();
        sip.start("handelse", Map.of("caseNumber", number, "kind", "MEETING_MOVED", "reason", "Läraren är sjuk.",
                "newDate", day, "newStart", "13:00", "newEnd", "14:30"));
        sip.runJobs();
    }

    private Document made(String number, DocumentKind kind) {
        return documents.of(number).stream().filter(d -> d.kind() == kind).reduce((a, b) -> b).orElseThrow();
    }

    private List<Delivery> of(String number, Purpose purpose) {
        return outbox.of(number).stream().filter(d -> d.purpose() == purpose).toList();
    }

    private List<MimeMessage> mails(String unit, String number) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (MimeMessage mail : TestMail.to(units.findById(unit).orElseThrow().email())) {
            if (mail.getSubject().startsWith(number)) {
                found.add(mail);
            }
        }
        return found;
    }

    private List<VEvent> events(String unit, String number) throws Exception {
        var events = new ArrayList<VEvent>();
        for (MimeMessage mail : mails(unit, number)) {
            List<String> parts = parts(mail);
            if (parts.size() > 1) {
                Calendar calendar = new CalendarBuilder().build(new StringReader(parts.get(1)));
                calendar.validate();
                events.add((VEvent) calendar.getComponents("VEVENT").get(0));
            }
        }
        return events;
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(event.getRequiredProperty("SEQUENCE").getValue());
    }

    private static List<String> parts(MimeMessage mail) throws Exception {
        if (!(mail.getContent() instanceof MimeMultipart many)) {
            return List.of(String.valueOf(mail.getContent()));
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < many.getCount(); i++) {
            BodyPart part = many.getBodyPart(i);
            parts.add(new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return parts;
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
