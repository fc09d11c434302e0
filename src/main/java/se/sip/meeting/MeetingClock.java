package se.sip.meeting;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * When a meeting began and paused, as those present noted it while it went on (HAL-93).
 *
 * @param breaks the first first; the last one may still go on
 */
@With
@Table("meeting_clock")
public record MeetingClock(
        @Id Long id, @Column("meeting") long meetingId, LocalDateTime begunAt,
        @MappedCollection(idColumn = "meeting_clock", keyColumn = "row_no") List<Pause> breaks) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** @param toAt null while it goes on */
    @Table("meeting_break")
    public record Pause(LocalDateTime fromAt, LocalDateTime toAt) {
    }

    boolean isPaused() {
        return !breaks.isEmpty() && breaks.get(breaks.size() - 1).toAt() == null;
    }

    MeetingClock paused(LocalDateTime at) {
        if (isPaused()) {
            return this;
        }
        var all = new ArrayList<>(breaks);
        all.add(new Pause(at, null));
        return withBreaks(all);
    }

    MeetingClock resumed(LocalDateTime at) {
        if (!isPaused()) {
            return this;
        }
        var all = new ArrayList<>(breaks);
        LocalDateTime from = all.remove(all.size() - 1).fromAt();
        all.add(new Pause(from, at.isBefore(from) ? from : at));
        return withBreaks(all);
    }

    /** "13:45–13:55, 14:40–", empty where there was no break. */
    public String inWords() {
        return breaks.stream().map(b -> b.fromAt().format(TIME) + "–" + (b.toAt() == null ? ""
                : b.toAt().format(TIME))).collect(Collectors.joining(", "));
    }
}
