package se.sip.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes a stay at a hospital (scenarios S23, S25) to the point a test is about, each step by the unit that takes it in
 * life: the ward, the health centre's permanent care contact, home care and the municipality's health care.
 */
@TestComponent
public class Stay {

    public static final String WARD = "vgr-sodra-alvsborgs-sjukhus";
    public static final String CENTRE = "vgr-1490-vc-centrum";
    public static final String HOME_CARE = "vgr-1490-hemtjanst";
    public static final String NURSING = "vgr-1490-hsv";

    private final CaseDriver sip;

    public Stay(CaseDriver sip) {
        this.sip = sip;
    }

    public CaseDriver ward() {
        return sip.as("ward", WARD);
    }

    public CaseDriver careContact() {
        return sip.as("fvk", CENTRE, CENTRE + "-chef");
    }

    /** Gun of S23: admitted 28 March 10:15, told at 16:00; municipal nursing and home care may be needed. */
    public static Map<String, Object> inskrivning(String idNumber) {
        var form = new LinkedHashMap<String, Object>();
        form.put("wardUnit", WARD);
        form.put("admittedOn", "2026-03-28");
        form.put("admittedAt", "10:15");
        form.put("physician", "Lars Läkare");
        form.put("expectedOn", "2026-04-02");
        form.put("idNumber", idNumber);
        form.put("givenName", "Gun");
        form.put("familyName", "Exempel");
        form.put("municipality", "1490");
        form.put("protection", "NONE");
        form.put("careUnit", CENTRE);
        form.put("units", List.of(Map.of("unitId", HOME_CARE), Map.of("unitId", NURSING)));
        form.put("existingSip", false);
        form.put("sendNow", true);
        return form;
    }

    /** The admission notice is sent at the moment; the units are told. */
    public String admitted(String moment, Map<String, ?> form) {
        sip.at(java.time.LocalDateTime.parse(moment));
        ward();
        String number = sip.start("utskrivning", form);
        sip.runJobs();
        return number;
    }

    public void nameCareContact(String number) {
        careContact();
        sip.fill(number, "fast_vardkontakt", Map.of("name", "Fia Fast", "workRole", "Distriktssköterska"));
    }

    /** Interventions from both; a SIP meeting was offered and the person said yes. */
    public static Map<String, Object> planering() {
        var form = new LinkedHashMap<String, Object>();
        form.put("withWhom", "Gun, dottern och hemtjänsten");
        form.put("important", "Att klara sig hemma.");
        form.put("compulsoryCare", false);
        form.put("needsRegion", true);
        form.put("needsMunicipality", true);
        form.put("existingSip", false);
        form.put("offerAnswer", "YES");
        return form;
    }

    /** The same, with the day of the offer. */
    public Map<String, Object> planeringToday() {
        return FormContent.with(planering(), "offeredOn", sip.today().toString());
    }

    public void plan(String number, Map<String, ?> form) {
        careContact();
        sip.fill(number, "planering", form);
        sip.runJobs();
    }

    /** Only one principal is needed. */
    public static Map<String, Object> notNeeded() {
        var form = new LinkedHashMap<>(planering());
        form.put("needsMunicipality", false);
        form.remove("offerAnswer");
        form.put("notNeededReason", "Bara uppföljning på vårdcentralen behövs.");
        form.put("safePlan", "Vårdcentralen ringer dagen efter hemkomst.");
        return form;
    }

    /** A message from the ward, at the moment. */
    public void tell(String moment, String number, String kind, Map<String, ?> more) {
        sip.at(java.time.LocalDateTime.parse(moment));
        tell(number, kind, more);
    }

    public void tell(String number, String kind, Map<String, ?> more) {
        var form = new LinkedHashMap<String, Object>(more);
        form.put("caseNumber", number);
        form.put("kind", kind);
        ward();
        sip.start("utskrivningsmeddelande", form);
        sip.runJobs();
    }

    public void ready(String moment, String number) {
        tell(moment, number, "READY", checked());
    }

    /** Secrecy was checked and does not stand in the way. */
    public static Map<String, Object> checked() {
        return Map.of("secrecyBy", "Stina Sekretess, sjuksköterska", "secrecyHinders", false);
    }

    /** The consent of an adult who decides for herself, for everybody the form asks about. */
    public void consent(String number) {
        careContact();
        var known = sip.known(sip.onlyTask(number, "samtycke"), "samtycke");
        var form = new LinkedHashMap<String, Object>();
        form.put("informed", true);
        form.put("informedOn", sip.today().toString());
        form.put("recipients", Journey.each(known.get("recipients"), Map.of("included", true)));
        form.put("information", List.of(Map.of("what", "Vård och omsorg hemma")));
        form.put("until", sip.today().plusMonths(6).toString());
        form.put("capacity", true);
        form.put("childAnswer", "YES");
        form.put("childPlan", "DECIDES_AT_MEETING");
        form.put("childGivenOn", sip.today().toString());
        form.put("childManner", "ORAL");
        sip.fill(number, "samtycke", form);
        sip.runJobs();
    }

    /** The invitations go out today, to a meeting on the day. */
    public void call(String number, String meetingDay) {
        careContact();
        var known = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        var form = new LinkedHashMap<>(Journey.kallelse(known));
        form.put("meetingDate", meetingDay);
        form.put("recipients", Journey.each(known.get("recipients"), Map.of("asked", true, "contribution",
                "Insatser hemma", "oralContact", false, "noOralContactReason", "Planeringsmeddelanden (VGU-76).")));
        sip.fill(number, "kallelse", form);
        sip.runJobs();
    }

    /** Every unit that was told of the end documents it, and the convener tells the family. */
    public void settleTheEnd(String number) {
        sip.as("kollega", HOME_CARE, NURSING, WARD, CENTRE);
        sip.tasksWith(number, "besked_enhet")
                .forEach(t -> sip.fill(t, "besked_enhet", Map.of("documentedOn", sip.today().toString())));
        for (var task : sip.tasksWith(number, "besked")) {
            sip.fill(task, "besked", Map.of("told", Journey.each(sip.known(task, "besked").get("told"),
                    Map.of("toldOn", sip.today().toString(), "how", "TELEPHONE")), "documented", true, "whereToTurn",
                    "Vårdcentralen"));
        }
        sip.runJobs();
    }
}
