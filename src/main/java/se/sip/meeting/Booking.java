package se.sip.meeting;

import java.time.LocalDateTime;

/**
 * What is settled when a meeting is booked.
 *
 * @param endsAt planned end, after {@code startsAt}
 * @param place room and address, or where the digital meeting is found
 * @param digitalPreparation what a digital meeting asks of those who take part (VGU-117); null for one in person
 * @param documenter who writes the plan, named before the meeting (VGU-119)
 * @param purpose why the meeting is held, as in the invitation (VGU-114)
 * @param longTermGoal the person's long-term goal, as in the invitation
 * @param questions what the meeting is to answer: its agenda starts from them (VGU-114)
 */
public record Booking(
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        String place,
        MeetingForm form,
        String digitalPreparation,
        String documenter,
        String purpose,
        String longTermGoal,
        String questions) {
}
