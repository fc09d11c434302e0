package se.sip.meeting;

import jakarta.validation.constraints.Size;

/** One party's row in a form that records a meeting; {@code party} and {@code name} are the form's own. */
public record AttendanceRow(
        String party,
        String name,
        Boolean present,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String who,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String workRole,
        Boolean mandate,
        Boolean substitute,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String absentWhy) {

    Attendance toAttendance() {
        boolean came = Boolean.TRUE.equals(present);
        return new Attendance(party, name, came, came ? who : null, came ? workRole : null, came ? mandate : null,
                came && Boolean.TRUE.equals(substitute), came ? null : absentWhy);
    }
}
