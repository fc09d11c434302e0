package se.sip.meeting;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What was said of a meeting's length when it was booked.
 *
 * @param why why it is longer than the county recommends, or has no break; null where nobody asked
 */
@Table("meeting_length")
public record PlannedLength(@Id Long id, @Column("meeting") long meetingId, boolean breakPlanned, String why) {
}
