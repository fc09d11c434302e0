package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A consent can be taken back wherever the case waits: the same happens everywhere. */
@SipTest
class WithdrawalEverywhereTest {

    private static final String HABILITATION = "vgr-habilitering-boras";

    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseEvents events;
    @Autowired
    DailyCheck check;
    @Autowired
    StaffDirectory staff;
    @Autowired
    CaseFiles cases;
    @Autowired
    Disclosures disclosures;
    @Autowired
    Meetings meetings;

    @TestFactory
    @Clause({"VGV-25", "VGU-64", "VGU-70", "VGU-158"})
    Stream<DynamicTest> whereverTheCaseWaits() {
        return Stream.of(
                waiting("samtycke", "2026-03-06", () -> {
                    String number = journey.toConsent(child());
                    sip.today("2026-03-05");
                    var onlyMaria = new LinkedHashMap<>(Journey.samtycke());
                    onlyMaria.put("guardians", List.of(yes("2026-03-05"), Map.of("answer", "PENDING")));
                    sip.fill(number, "samtycke", onlyMaria);
                    return number;
                }),
                waiting("kallelse", "2026-03-10", () -> journey.toDispatch(child())),
                waiting("svar", "2026-03-10", () -> journey.toAnswers(child())),
                waiting("ratt_enhet", "2026-03-10", () -> {
                    String number = journey.toAnswers(child());
                    sip.today("2026-03-09").as("bengt", BUP);
                    var asked = sip.tasksWith(number, "svar").stream()
                            .filter(t -> sip.groupsOf(t).contains(BUP)).findFirst().orElseThrow();
                    sip.fill(asked, "svar", Map.of("answer", "WRONG_UNIT", "reason", "Inte känd här."));
                    return number;
                }),
                waiting("utokat_samtycke", "2026-03-10", () -> {
                    String number = journey.toAnswers(child());
                    journey.convener();
                    happens(EventForm.of(EventKind.ADD_UNIT).withCaseNumber(number).withUnit(HABILITATION)
                            .withNeed("Utredning"));
                    return number;
                }),
                waiting("mote", "2026-03-19", () -> {
                    String number = journey.toMeeting(child());
                    sip.at(LocalDate.parse("2026-03-19").atTime(15, 0)).runJobs();
                    return number;
                }),
                waiting("forsenat", "2026-03-24", () -> journey.toDispatch(child())),
                waiting("plan", "2026-03-20", () -> journey.toPlan(child())),
                waiting("bekrafta", "2026-03-20", () -> {
                    String number = journey.toPlan(child());
                    var known = sip.known(sip.onlyTask(number, "plan"), "plan");
                    sip.fill(number, "plan", FormContent.with(Journey.plan(known), "interventions",
                            List.of(Journey.intervention("Samtal", BUP, false))));
                    sip.runJobs();
                    return number;
                }),
                waiting("rapport", "2026-04-10", () -> journey.toFollowUp(child())),
                waiting("kalla_uppfoljning", "2026-06-10", () -> journey.toFollowUp(child())),
                waiting("uppfoljning", "2026-06-24", this::toTheFollowUpMeeting),
                waiting("avsluta", "2026-06-25", () -> {
                    String number = toTheFollowUpMeeting();
                    var known = sip.known(sip.onlyTask(number, "uppfoljning"), "uppfoljning");
                    var form = new LinkedHashMap<>(Journey.mote(known));
                    form.remove("allPrepared");
                    form.putAll(Map.of("heldOn", "2026-06-24", "goals", "Nådda.", "newInformation", "Inget.",
                            "interventionsDone", "Alla.", "effect", "God.", "otherInterventions", "Inga.",
                            "needFromRegion", false, "needFromMunicipality", true, "goalChange", "UNCHANGED"));
                    sip.fill(number, "uppfoljning", form);
                    sip.runJobs();
                    return number;
                }),
                waiting("fornya_samtycke", "2026-12-02", () -> {
                    String number = journey.toFollowUp(child());
                    finds("2026-12-01");
                    return number;
                }),
                waiting("eget_samtycke", WhoWithdrew.PERSON, "2026-03-16", () -> {
                    String number = journey.toMeeting(Children.bornOn("20080315"));
                    finds("2026-03-15");
                    return number;
                }));
    }

    private DynamicTest waiting(String form, String day, Supplier<String> reached) {
        return waiting(form, WhoWithdrew.GUARDIAN, day, reached);
    }

    /** @param form of the task that is open when the consent is taken back */
    private DynamicTest waiting(String form, WhoWithdrew who, String day, Supplier<String> reached) {
        return DynamicTest.dynamicTest("waiting with the form " + form, () -> {
            String number = reached.get();
            if (sip.today().isBefore(LocalDate.parse(day))) {
                sip.goTo(day);
            }
            assertThat(sip.open(number)).contains(form);
            boolean othersKnow = !disclosures.of(number).isEmpty();
            journey.convener();

            happens(EventForm.of(EventKind.CONSENT_WITHDRAWN).withCaseNumber(number).withWho(who)
                    .withManner(EventForm.Manner.WRITTEN).withOn(sip.today()).withAt(LocalTime.of(8, 0)));
            sip.runJobs();

            assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.CONSENT_WITHDRAWN);
            assertThat(meetings.booked(number)).isEmpty();
            assertThat(disclosures.of(number)).extracting(Disclosure::closedAt).doesNotContainNull();
            assertThat(sip.open(number)).contains("besked").allMatch(f -> f.startsWith("besked"));
            assertThat(sip.open(number).contains("besked_enhet")).as("units that know are to document").isEqualTo(
                    othersKnow);
        });
    }

    private String toTheFollowUpMeeting() {
        String number = journey.toFollowUp(child());
        sip.goTo("2026-06-04");
        journey.convener();
        sip.fill(number, "kalla_uppfoljning", Map.of("meetsOn", "2026-06-24", "startsAt", "13:00", "endsAt", "14:00",
                "place", "Ängsskolan", "meetingForm", "IN_PERSON", "documenter", "Anna Kurator", "invited",
                List.of(SCHOOL, SOCIAL, BUP), "suitsFamily", true));
        sip.at(LocalDate.parse("2026-06-24").atTime(15, 0)).runJobs();
        journey.convener();
        return number;
    }

    private void finds(String day) {
        sip.today(day).asSystem();
        check.findingsIn("vgr").forEach(check::tell);
    }

    private void happens(EventForm form) {
        events.happened(form, staff.current().orElseThrow());
    }

    private static Map<String, Object> yes(String on) {
        return Map.of("answer", "YES", "plan", "YES", "givenOn", on, "manner", "WRITTEN");
    }

    private static String child() {
        return Children.bornOn("20140707");
    }
}
