package se.sip.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Stay.CENTRE;
import static se.sip.testing.Stay.HOME_CARE;
import static se.sip.testing.Stay.NURSING;
import static se.sip.testing.Stay.WARD;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EndKind;
import se.sip.closure.Notice;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.engine.EngineDates;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.FormContent;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** The admission notice and the messages after it: what they must say, when they may come, who is told. */
@SipTest
class AdmissionTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Stay stay;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog log;
    @Autowired
    Notices notices;
    @Autowired
    Admissions admissions;
    @Autowired
    CallClock calls;

    @Test
    @Clause("VGU-33")
    void aNoticeAfterExactly24HoursIsInTimeAndAMinuteLaterNeedsAReasonAndIsCounted() {
        var form = with(with(adult(), "admittedOn", "2026-03-02"), "admittedAt", "10:15");
        String inTime = stay.admitted("2026-03-03T10:15", form);
        assertThat(logged(inTime, "ADMISSION_NOTICE_LATE")).isZero();

        var late = with(form, "idNumber", Children.bornOn("19400101"));
        assertThatThrownBy(() -> stay.admitted("2026-03-03T10:16", late)).hasMessageContaining("lateReason")
                .hasMessageContaining("LUS 2:3");
        String counted = stay.admitted("2026-03-03T10:16", with(late, "lateReason", "Hög belastning."));
        assertThat(logged(counted, "ADMISSION_NOTICE_LATE")).isEqualTo(1);
        assertThat(told(counted, NoticeKind.ADMISSION_NOTICE_LATE)).contains(Addressee.managersOf(WARD));
    }

    @Test
    @Clause("VGU-33")
    void the24HoursCountFromALaterJudgement() {
        var form = with(with(with(adult(), "admittedOn", "2026-03-02"), "judgedOn", "2026-03-05"), "judgedAt", "09:00");
        String number = stay.admitted("2026-03-06T09:00", form);
        assertThat(logged(number, "ADMISSION_NOTICE_LATE")).isZero();
        assertThat(admissions.of(number).noticeDue()).isEqualTo(LocalDateTime.parse("2026-03-06T09:00"));
    }

    @Test
    @Clause("VGU-33")
    void aNoticeNotSentYetTellsNobodyAndWarnsWhenThe24HoursHavePassed() {
        var form = with(with(with(adult(), "admittedOn", "2026-03-02"), "admittedAt", "08:00"), "sendNow", false);
        String number = stay.admitted("2026-03-02T09:00", form);
        assertThat(sip.open(number)).containsExactly("skicka_inskrivning");
        assertThat(notices.of(number)).isEmpty();
        assertThatThrownBy(() -> stay.ready("2026-03-02T10:00", number)).hasMessageContaining("LUS 2:1");

        sip.at(LocalDateTime.parse("2026-03-03T08:00")).runJobs();
        assertThat(logged(number, "ADMISSION_NOTICE_LATE")).as("the last moment remains").isZero();
        sip.pass(Duration.ofMinutes(1));
        assertThat(logged(number, "ADMISSION_NOTICE_LATE")).isEqualTo(1);
        stay.ward();
        assertThatThrownBy(() -> sip.complete(number, "skicka_inskrivning", Map.of()))
                .hasMessageContaining("lateReason");
        sip.complete(number, "skicka_inskrivning", Map.of("lateReason", "Läkaren var upptagen."));
        assertThat(told(number, NoticeKind.ADMITTED)).hasSize(3);
        assertThat(logged(number, "ADMISSION_NOTICE_LATE")).as("counted once").isEqualTo(1);
    }

    @Test
    @Clause({"VGU-33", "VGU-40", "VGU-75"})
    void everythingThatIsWrongIsSaidAtOnceAndNoCaseIsLeft() {
        sip.at(LocalDateTime.parse("2026-03-28T16:00"));
        stay.ward();
        String id = Children.bornOn("20140101");
        var form = new LinkedHashMap<>(Stay.inskrivning(id));
        form.put("admittedOn", "2012-01-01");
        form.put("expectedOn", "2011-01-01");
        form.put("careUnit", HOME_CARE);
        form.put("municipality", "9999");
        form.put("units", List.of(Map.of("unitId", "finns-inte"), Map.of("unitId", NURSING),
                Map.of("unitId", NURSING)));
        form.put("guardians", List.of(Map.of("name", "x".repeat(10_000), "idNumber", id)));
        form.put("existingSip", true);
        assertThatThrownBy(() -> sip.start("utskrivning", form)).hasMessageContaining("admittedOn")
                .hasMessageContaining("expectedOn").hasMessageContaining("careUnit")
                .hasMessageContaining("municipality").hasMessageContaining("units[0].unitId")
                .hasMessageContaining("units[2].unitId").hasMessageContaining("guardians[0].idNumber")
                .hasMessageContaining("guardians[0].name").hasMessageContaining("existingSipUnit");
        assertThat(cases.of("vgr", id)).isEmpty();
        assertThatThrownBy(() -> sip.start("utskrivning", with(adult(), "units", List.of())))
                .hasMessageContaining("LUS 2:1");
        assertThatThrownBy(() -> sip.as("hem", HOME_CARE).start("utskrivning", adult()))
                .hasMessageContaining("wardUnit");
        assertThatThrownBy(() -> sip.as("hem", HOME_CARE).start("utskrivning",
                with(adult(), "wardUnit", HOME_CARE))).hasMessageContaining("VGU-33");
    }

    @Test
    @Clause({"VGU-75", "VGU-38", "VGU-77", "VGU-78", "VGU-39"})
    void theMainResponsibleOfASipThatExistsIsToldAndFollowsItUpEarly() {
        String child = Children.bornOn("20140203");
        String sipNumber = journey.toFollowUp(child);
        var form = new LinkedHashMap<>(childForm(child));
        form.put("existingSip", true);
        String number = stay.admitted("2026-03-28T16:00", form);
        assertThat(told(sipNumber, NoticeKind.ADMITTED_WITH_SIP)).containsExactly(Addressee.unit(Journey.SCHOOL));

        stay.nameCareContact(number);
        stay.ready("2026-03-30T10:00", number);
        stay.plan(number, existing("2026-04-20"));
        journey.convener();
        assertThat(sip.groupsOf(sip.onlyTask(number, "befintlig_sip"))).containsExactly(Journey.SCHOOL);
        assertThatThrownBy(() -> sip.complete(number, "befintlig_sip", with(yes(), "coversBoth", false)))
                .hasMessageContaining("VGU-39");
        sip.complete(number, "befintlig_sip", yes());
        sip.runJobs();
        assertThat(sip.open(sipNumber)).as("the early follow-up").contains("kalla_uppfoljning");
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.EXISTING_SIP_FOLLOWED_UP);
        assertThat(sip.open(number)).doesNotContain("kalla_i_tid");
        assertThat(told(number, NoticeKind.EXISTING_SIP_FOLLOW_UP)).contains(Addressee.unit(HOME_CARE));
    }

    @Test
    @Clause("VGU-39")
    void aNoToRevisingLeavesTheOldSipAndAllAreTold() {
        String number = stay.admitted("2026-03-28T16:00", with(with(adult(), "existingSip", true), "existingSipUnit",
                "vgr-1490-socialtjanst"));
        assertThat(told(number, NoticeKind.ADMITTED_WITH_SIP))
                .containsExactly(Addressee.unit("vgr-1490-socialtjanst"));
        stay.nameCareContact(number);
        stay.plan(number, existing("2026-04-20"));
        sip.as("soc", "vgr-1490-socialtjanst");
        sip.complete(number, "befintlig_sip", Map.of("consent", false, "consentBy", "Gun", "consentOn", "2026-03-28",
                "consentHow", "ORAL"));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.SIP_DECLINED);
        assertThat(told(number, NoticeKind.NO_NEW_SIP)).extracting(Addressee::key)
                .contains(CENTRE, HOME_CARE, NURSING, WARD);
    }

    @Test
    @Clause({"VGU-38", "VGU-79"})
    void aMarkedlyChangedGoalClosesTheOldSipAndTheCareContactStartsANewOne() {
        String child = Children.bornOn("20140204");
        String old = journey.toFollowUp(child);
        var form = new LinkedHashMap<>(childForm(child));
        form.put("existingSip", true);
        String number = stay.admitted("2026-03-28T16:00", form);
        stay.nameCareContact(number);
        var planning = new LinkedHashMap<>(stay.planeringToday());
        planning.put("existingSip", true);
        planning.put("goalChanged", true);
        stay.plan(number, planning);
        assertThat(cases.byNumber(old).endKind()).isEqualTo(EndKind.REPLACED_AT_DISCHARGE);
        assertThat(sip.open(number)).as("a consent of its own").contains("samtycke");
        assertThat(cases.byNumber(number).previousNumber()).isEqualTo(old);
        assertThat(sip.groupsOf(sip.onlyTask(number, "samtycke"))).containsExactly(CENTRE);
    }

    @Test
    @Clause({"VGU-99", "VGU-34"})
    void messagesComeInOrderAndOnce() {
        String number = stay.admitted("2026-03-28T16:00", adult());
        assertThatThrownBy(() -> stay.tell(number, "DISCHARGED", Map.of())).hasMessageContaining("LUS 3:1");
        assertThatThrownBy(() -> stay.tell(number, "READY_WITHDRAWN", Map.of("reason", "Feber")))
                .hasMessageContaining("kind");
        assertThatThrownBy(() -> stay.tell(number, "READY", Map.of())).hasMessageContaining("secrecyBy");
        stay.ready("2026-03-30T10:00", number);
        assertThatThrownBy(() -> stay.ready("2026-03-31T10:00", number)).hasMessageContaining("redan");
        assertThatThrownBy(() -> stay.tell(number, "DISCHARGED", Map.of())).as("the gate of LUS 2:5")
                .hasMessageContaining("fast vårdkontakt");
        assertThatThrownBy(() -> sip.as("annan", HOME_CARE).start("utskrivningsmeddelande",
                Map.of("caseNumber", number, "kind", "READY_WITHDRAWN", "reason", "x"))).hasMessageContaining("LUS 2:1");

        stay.tell(number, "READY_WITHDRAWN", Map.of("reason", "Feber."));
        assertThat(sip.open(number)).doesNotContain("kalla_i_tid");
        assertThat(told(number, NoticeKind.READY_WITHDRAWN)).hasSize(3);
        sip.goTo("2026-04-06");
        assertThat(logged(number, "CALL_OVERDUE")).isZero();
        stay.ready("2026-04-06T10:00", number);
        assertThat(calls.current(number).orElseThrow().callDue()).hasToString("2026-04-09");
        assertThat(sip.open(number)).contains("kalla_i_tid");
    }

    @Test
    @Clause("VGU-42")
    void aChangedDateIsToldAtOnceAndTheWardsWishOfAMeetingGoesToTheCareContact() {
        String number = stay.admitted("2026-03-28T16:00", adult());
        stay.tell(number, "EXPECTED_DATE", Map.of("expectedOn", "2026-04-10"));
        assertThat(told(number, NoticeKind.EXPECTED_DATE_CHANGED)).hasSize(3);
        assertThatThrownBy(() -> stay.tell(number, "EXPECTED_DATE", Map.of("expectedOn", "2026-04-10")))
                .hasMessageContaining("gäller redan");
        stay.tell(number, "HOSPITAL_MEETING", Map.of("reason", "Stora kognitiva svårigheter."));
        assertThat(told(number, NoticeKind.MEETING_AT_HOSPITAL)).containsExactly(Addressee.unit(CENTRE));
    }

    @Test
    void informationIsHandedOverTheSameDayAndALateOneIsCounted() {
        String number = leaves("2026-04-02T14:00");
        var task = sip.onlyTask(number, "overfor_information");
        assertThat(EngineDates.dayOf(task.getDueDate())).isEqualTo(LocalDate.of(2026, 4, 2));
        sip.goTo("2026-04-03");
        assertThat(logged(number, "TRANSFER_OVERDUE")).isEqualTo(1);
        assertThat(told(number, NoticeKind.TRANSFER_LATE)).contains(Addressee.managersOf(WARD));
        stay.ward();
        var transfer = new LinkedHashMap<String, Object>(Stay.checked());
        transfer.put("what", "Läkemedelslista");
        assertThatThrownBy(() -> sip.complete(number, "overfor_information", transfer)).hasMessageContaining("LUS 3:2");
        transfer.put("reason", "Glömdes.");
        sip.complete(number, "overfor_information", transfer);
        assertThat(told(number, NoticeKind.INFORMATION_TRANSFERRED)).hasSize(3);

        String byMessage = leaves("2026-04-02T14:00");
        stay.tell(byMessage, "TRANSFER", checkedFor(NURSING));
        assertThat(sip.open(byMessage)).doesNotContain("overfor_information");
        assertThat(told(byMessage, NoticeKind.INFORMATION_TRANSFERRED)).extracting(Addressee::key)
                .as("secrecy kept it from municipal nursing").containsExactlyInAnyOrder(CENTRE, HOME_CARE);
        assertThatThrownBy(() -> stay.tell(byMessage, "TRANSFER", checkedFor(NURSING)))
                .hasMessageContaining("redan överförd");
    }

    @Test
    void informationHandedOverBeforeThePersonLeavesAsksForNothingMore() {
        String number = stay.admitted("2026-03-28T16:00", adult());
        stay.nameCareContact(number);
        stay.ready("2026-04-02T10:00", number);
        stay.tell(number, "TRANSFER", checkedFor(NURSING));
        stay.tell("2026-04-02T14:00", number, "DISCHARGED", Map.of());
        assertThat(sip.open(number)).doesNotContain("overfor_information");
        assertThatThrownBy(() -> stay.tell(number, "READY_WITHDRAWN", Map.of("reason", "x")))
                .hasMessageContaining("redan utskriven");
    }

    @Test
    void aCancelledDischargeEndsEverythingAndAReadmissionStopsTheFormerClock() {
        String person = Children.bornOn("19420202");
        String number = stay.admitted("2026-03-28T16:00", Stay.inskrivning(person));
        assertThatThrownBy(() -> stay.admitted("2026-03-28T17:00", Stay.inskrivning(person)))
                .hasMessageContaining("redan inskriven");
        stay.ready("2026-03-30T10:00", number);
        stay.tell(number, "CANCELLED", Map.of("endKind", "REGISTERED_IN_ERROR", "reason", "Fel person."));
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.REGISTERED_IN_ERROR);
        assertThat(sip.open(number)).doesNotContain("kalla_i_tid", "planering", "fast_vardkontakt");
        stay.settleTheEnd(number);
        assertThat(sip.isRunning(number)).isFalse();
        assertThatThrownBy(() -> stay.tell(number, "READY_WITHDRAWN", Map.of("reason", "x")))
                .hasMessageContaining("avbruten");

        String again = stay.admitted("2026-03-31T16:00",
                with(Stay.inskrivning(person), "admittedOn", "2026-03-31"));
        stay.nameCareContact(again);
        stay.ready("2026-04-02T10:00", again);
        stay.tell("2026-04-02T14:00", again, "DISCHARGED", Map.of());
        var third = with(with(Stay.inskrivning(person), "admittedOn", "2026-04-03"), "expectedOn", "2026-04-08");
        stay.admitted("2026-04-03T16:00", third);
        assertThat(sip.open(again)).doesNotContain("kalla_i_tid");
        assertThat(told(again, NoticeKind.READMITTED)).containsExactly(Addressee.unit(CENTRE));
    }

    @Test
    @Clause({"VGU-36", "VGU-92", "VGU-93", "VGU-94", "VGU-95", "VGU-96"})
    void aMeetingAtTheHospitalNeedsOneOfTheListedGrounds() {
        String number = stay.admitted("2026-03-28T16:00", adult());
        stay.nameCareContact(number);
        var form = new LinkedHashMap<>(stay.planeringToday());
        form.put("atHospital", true);
        form.put("shortTermEnough", true);
        form.put("hospitalReason", "Svårt att planera hemma.");
        assertThatThrownBy(() -> stay.plan(number, form)).hasMessageContaining("VGU-92");
        form.put("shortTermEnough", false);
        assertThatThrownBy(() -> stay.plan(number, form)).hasMessageContaining("hospitalGrounds");
        form.put("hospitalGrounds", List.of("COGNITIVE"));
        stay.plan(number, form);
        stay.careContact();
        assertThat(sip.known(sip.onlyTask(number, "samtycke"), "samtycke").get("recipients")).hasSize(3);
    }

    @Test
    @Clause({"VGU-34", "VGU-37", "VGU-73", "VGU-74"})
    void aSipIsAlwaysOfferedAndADeclinedOneIsToldToAll() {
        String number = stay.admitted("2026-03-28T16:00", adult());
        stay.nameCareContact(number);
        assertThatThrownBy(() -> stay.plan(number, FormContent.with(Stay.planering(), "offerAnswer", null)))
                .hasMessageContaining("VGU-34").hasMessageContaining("offeredOn");
        var no = new LinkedHashMap<>(stay.planeringToday());
        no.put("offerAnswer", "NO");
        no.put("notNeededReason", "Gun vill inte ha något möte.");
        no.put("safePlan", "Insatserna ges ändå.");
        stay.plan(number, no);
        for (var task : sip.tasksWith(number, "kvittera_behovs_ej")) {
            sip.as("kollega", HOME_CARE, NURSING).complete(task, Map.of("agrees", true));
            sip.runJobs();
        }
        assertThat(cases.byNumber(number).endKind()).isEqualTo(EndKind.SIP_DECLINED);
    }

    @Test
    @Clause({"VGU-97", "VGU-98"})
    void aCallSentInTheItServiceIsRegisteredAndCountsFromTheDayItWasSent() {
        String number = stay.admitted("2026-03-28T16:00", adult());
        stay.ready("2026-03-30T10:00", number);
        sip.goTo("2026-04-03");
        assertThat(sip.open(number)).contains("forsenad_kallelse");
        stay.careContact();
        assertThatThrownBy(() -> sip.complete(number, "kalla_i_tid", Map.of("sentOn", "2026-03-29", "sentAt", "10:00",
                "calledWhom", "Gun"))).hasMessageContaining("före utskrivningsklar");
        sip.complete(number, "kalla_i_tid", Map.of("sentOn", "2026-04-02", "sentAt", "23:59", "calledWhom",
                "Gun, hemtjänsten och kommunens hälso- och sjukvård"));
        assertThat(calls.current(number).orElseThrow().brokenAt()).as("it went out in time after all").isNull();
        assertThat(sip.open(number)).doesNotContain("forsenad_kallelse");
    }

    @Test
    @Clause({"VGV-08", "VGV-21"})
    void aChildIsDischargedUnderTheRulesOfChildrensConsent() {
        String number = stay.admitted("2026-03-28T16:00", childForm(Children.bornOn("20150505")));
        stay.nameCareContact(number);
        stay.plan(number, stay.planeringToday());
        stay.careContact();
        var consent = new LinkedHashMap<>(Journey.samtycke());
        var yes = Map.of("answer", "YES", "plan", "YES", "givenOn", "2026-03-28", "manner", "WRITTEN");
        consent.put("informedOn", "2026-03-28");
        consent.put("childGivenOn", "2026-03-28");
        consent.put("recipients", List.of(Map.of("included", true), Map.of("included", true)));
        consent.put("guardians", List.of(yes, Map.of("answer", "NO", "plan", "NO", "givenOn", "2026-03-28", "manner",
                "ORAL")));
        consent.put("maturity", "CANNOT_DECIDE");
        consent.put("maturityReason", "Förstår inte följderna.");
        consent.put("maturityBy", "Fia Fast");
        sip.fill(number, "samtycke", consent);
        sip.runJobs();
        assertThat(cases.byNumber(number).endKind()).as("one guardian's no is accepted")
                .isEqualTo(EndKind.CONSENT_REFUSED);
        sip.pass(Duration.ofMinutes(11));
        stay.settleTheEnd(number);
        stay.ready("2026-03-30T10:00", number);
        assertThat(sip.open(number)).as("the ward's messages go on, but no call is due")
                .containsOnly("kvittera_inskrivning");
    }

    private String leaves(String moment) {
        String number = stay.admitted("2026-03-28T16:00", adult());
        stay.nameCareContact(number);
        stay.ready("2026-04-02T10:00", number);
        stay.tell(moment, number, "DISCHARGED", Map.of());
        return number;
    }

    private static Map<String, Object> checkedFor(String withheld) {
        return Map.of("secrecyBy", "Stina", "secrecyHinders", true, "secrecyNote", "Psykiatrisk uppgift.",
                "withheldFrom", List.of(Map.of("unitId", withheld)), "what", "Läkemedelslista");
    }

    private static Map<String, Object> adult() {
        return Stay.inskrivning(Children.bornOn("19441130"));
    }

    private static Map<String, Object> childForm(String child) {
        return with(Stay.inskrivning(child), "guardians", List.of(Map.of("name", "Maria"), Map.of("name", "Per")));
    }

    private Map<String, Object> existing(String followUpOn) {
        var form = new LinkedHashMap<>(Stay.planering());
        form.put("existingSip", true);
        form.put("goalChanged", false);
        form.put("followUpOn", followUpOn);
        form.remove("offerAnswer");
        return form;
    }

    private Map<String, Object> yes() {
        return Map.of("consent", true, "consentBy", "Maria", "consentOn", "2026-03-30", "consentHow", "ORAL",
                "coversBoth", true, "calledOn", "2026-03-30", "followUpOn", "2026-04-20");
    }

    private long logged(String number, String kind) {
        return log.of(number).stream().filter(e -> e.kind().equals(kind)).count();
    }

    private List<Addressee> told(String number, NoticeKind kind) {
        return notices.of(number).stream().filter(n -> n.kind() == kind).map(Notice::recipient).toList();
    }
}
