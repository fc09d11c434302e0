package se.sip.meeting;

/** One party's row of a held meeting is now another. */
public record AttendanceCorrected(Meeting meeting, Attendance right) {
}
