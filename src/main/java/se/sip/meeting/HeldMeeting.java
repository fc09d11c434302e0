package se.sip.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The part of a form that records a meeting, the same for the planning meeting and a follow-up. */
public interface HeldMeeting {

    LocalDate heldOn();

    LocalTime startedAt();

    LocalTime endedAt();

    String documenter();

    List<AttendanceRow> attendance();

    String othersPresent();

    Boolean personTookPart();

    String personAbsentWhy();

    String personHeardHow();

    GuardianPart guardianPart();

    String guardianPartNote();

    /** Whether there was a break; asked where the county rules the length (HAL-93). */
    Boolean breakTaken();

    /** Why the meeting was longer than the county recommends. */
    String lengthWhy();
}
