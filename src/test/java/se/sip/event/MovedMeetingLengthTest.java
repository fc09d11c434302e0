package se.sip.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.access.StaffDirectory;
import se.sip.meeting.MeetingLength;
import se.sip.meeting.Meetings;
import se.sip.tasklist.Faults;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.HallandJourney;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** A meeting that moves may become longer: the county's two hours hold then as when it was called. */
@SipTest
class MovedMeetingLengthTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    HallandJourney halland;
    @Autowired
    Journey journey;
    @Autowired
    CaseEvents events;
    @Autowired
    StaffDirectory staff;
    @Autowired
    Meetings meetings;
    @Autowired
    MeetingLength length;

    @Test
    @Clause({"HAL-93", "HAL-28"})
    void inHallandALongerMeetingNeedsAReasonAndTwoHoursABreak() throws Exception {
        String number = halland.toConsent(HallandJourney.behov(Children.bornOn("20140505")),
                HallandJourney.need("SCHOOL", true, HallandJourney.SCHOOL),
                HallandJourney.need("CHILD_PSYCHIATRY", true, HallandJourney.BUP));
        halland.consent(number);
        halland.call(number, "2026-03-06", "2026-03-19");
        halland.convener();
        EventForm moved = EventForm.of(EventKind.MEETING_MOVED).withCaseNumber(number)
                .withNewDate(LocalDate.parse("2026-03-20")).withNewStart(LocalTime.of(13, 0)).withSuitsFamily(true)
                .withReason("Sal saknas.");
        assertThat(faults(moved.withNewEnd(LocalTime.of(15, 15)))).extracting(Faults.Fault::field)
                .containsExactly("lengthWhy");
        assertThat(faults(moved.withNewEnd(LocalTime.of(15, 0)))).extracting(Faults.Fault::field)
                .containsExactly("breakPlanned");
        assertThat(faults(moved.withNewEnd(LocalTime.of(14, 0)))).isEmpty();
        MockMvcBuilders.webAppContextSetup(context).build()
                .perform(get("/arenden/" + number + "/atgard/flytta-motet").principal(() -> "hanna"))
                .andExpect(content().string(containsString("Är en paus inplanerad?")));
        events.happened(moved.withNewEnd(LocalTime.of(15, 0)).withBreakPlanned(true), staff.current().orElseThrow());

        long booked = meetings.booked(number).orElseThrow().id();
        assertThat(length.of(booked)).hasValueSatisfying(l -> assertThat(l.breakPlanned()).isTrue());
    }

    @Test
    void whereNothingIsSaidOfLengthNothingIsAsked() {
        String number = journey.toMeeting(Children.bornOn("20140506"));
        assertThat(faults(EventForm.of(EventKind.MEETING_MOVED).withCaseNumber(number)
                .withNewDate(LocalDate.parse("2026-03-20")).withNewStart(LocalTime.of(9, 0))
                .withNewEnd(LocalTime.of(12, 0)).withReason("Sal saknas."))).isEmpty();
    }

    private List<Faults.Fault> faults(EventForm form) {
        return events.faultsOf(form, staff.current().orElseThrow()).list();
    }
}
