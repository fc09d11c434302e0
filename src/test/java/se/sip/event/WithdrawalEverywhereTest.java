package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.consent.WhoWithdrew;
import se.sip.meeting.Meetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A consent can be taken back wherever the case waits: the same happens everywhere. */
@SipTest
class WithdrawalEverywhereTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseEvents events;
    @Autowired
    StaffDirectory staff;
    @Autowired
    CaseFiles cases;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Meetings meetings;

    @TestFactory
    @Clause({"VGV-25", "VGU-64", "VGU-158"})
    Stream<DynamicTest> whereverTheCaseWaits() {
        return Stream.of(
                waiting("for dispatch", "2026-03-10", Journey::toDispatch),
                waiting("for answers", "2026-03-10", Journey::toAnswers),
                waiting("for the meeting", "2026-03-10", Journey::toMeeting),
                waiting("for the plan", "2026-03-20", Journey::toPlan),
                waiting("for the follow-up", "2026-04-10", Journey::toFollowUp),
                waiting("for the call to the follow-up", "2026-06-10", Journey::toFollowUp));
    }

    private DynamicTest waiting(String what, String day, BiFunction<Journey, String, String> to) {
        return DynamicTest.dynamicTest("waiting " + what, () -> {
            String number = to.apply(journey, Children.bornOn("20140707"));
            sip.goTo(day);
            journey.convener();

            events.happened(EventForm.of(EventKind.CONSENT_WITHDRAWN).withCaseNumber(number)
                    .withWho(WhoWithdrew.GUARDIAN).withManner(EventForm.Manner.WRITTEN).withOn(sip.today())
                    .withAt(java.time.LocalTime.of(8, 0)), staff.current().orElseThrow());
            sip.runJobs();

            assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_WITHDRAWN);
            assertThat(meetings.booked(number)).isEmpty();
            assertThat(disclosures.of(number)).extracting(Disclosure::closedAt).doesNotContainNull();
            assertThat(sip.open(number)).isNotEmpty().containsOnly(expectedAfter(what));
        });
    }

    private static String[] expectedAfter(String what) {
        return what.equals("for dispatch") ? new String[] {"besked"} : new String[] {"besked", "besked_enhet"};
    }
}
