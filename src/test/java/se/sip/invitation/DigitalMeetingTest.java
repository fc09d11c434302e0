package se.sip.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseLog;
import se.sip.meeting.MeetingForm;
import se.sip.meeting.Meetings;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** A digital meeting needs a yes; where no preparation holds it, the invitation does. */
@SipTest
class DigitalMeetingTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Stay stay;
    @Autowired
    Journey journey;
    @Autowired
    Meetings meetings;
    @Autowired
    CaseLog log;

    @Test
    @Clause({"VGU-91", "VGU-97"})
    void atDischargeTheYesIsAskedWhenTheCallIsWritten() {
        String number = stay.admitted("2026-03-28T16:00", Stay.inskrivning(Children.bornOn("19441130")));
        stay.nameCareContact(number);
        stay.ready("2026-04-02T13:20", number);
        stay.plan(number, stay.planeringToday());
        stay.consent(number);
        stay.careContact();
        var known = sip.known(sip.onlyTask(number, "kallelse"), "kallelse");
        assertThat(known.get("asksDigitalConsent").asBoolean()).isTrue();
        var form = new LinkedHashMap<>(Journey.kallelse(known));
        form.put("meetingDate", "2026-04-10");
        form.put("meetingForm", "DIGITAL");
        form.put("digitalPreparation", "Länk i IT-tjänsten.");
        form.put("recipients", Journey.each(known.get("recipients"), Map.of("asked", true, "contribution",
                "Insatser hemma", "oralContact", false, "noOralContactReason", "Planeringsmeddelanden (VGU-76).")));
        assertThatThrownBy(() -> sip.fill(number, "kallelse", form)).hasMessageContaining("digitalConsent");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(form, "digitalConsent", false)))
                .hasMessageContaining("digitalConsent");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", with(form, "digitalConsent", true)))
                .hasMessageContaining("digitalConsentBy");
        sip.fill(number, "kallelse", with(with(form, "digitalConsent", true), "digitalConsentBy", "Gun själv"));

        assertThat(meetings.booked(number).orElseThrow().form()).isEqualTo(MeetingForm.DIGITAL);
        assertThat(log.of(number)).filteredOn(e -> e.kind().equals("DIGITAL_CONSENT")).hasSize(1);
    }

    @Test
    @Clause({"VGU-91", "HAL-97"})
    void whoWishedToMeetInPersonCanSayYesToADigitalMeetingLater() {
        String number = journey.toDispatch(Children.bornOn("20140504"));
        sip.today("2026-03-06");
        var form = new LinkedHashMap<>(Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse")));
        form.put("meetingForm", "PARTLY_DIGITAL");
        form.put("digitalPreparation", "Skärm i rum 12.");
        assertThatThrownBy(() -> sip.fill(number, "kallelse", form)).hasMessageContaining("digitalConsent");
        sip.fill(number, "kallelse", with(with(form, "digitalConsent", true), "digitalConsentBy", "Mamma"));
        assertThat(meetings.booked(number)).isPresent();
    }
}
