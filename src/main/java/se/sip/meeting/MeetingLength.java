package se.sip.meeting;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.tasklist.Faults;

/**
 * How long a meeting should be: the county's table {@code motesregler}. A recommendation (HAL-93 says "bör"): whoever
 * plans a longer meeting, or a two-hour one without a break, says why.
 */
@Component
public class MeetingLength {

    private static final int A_WHOLE_DAY = 24 * 60;
    private static final int A_QUARTER = 15;

    private final DecisionTables tables;
    private final MeetingLengthRepository lengths;

    MeetingLength(DecisionTables tables, MeetingLengthRepository lengths) {
        this.tables = tables;
        this.lengths = lengths;
    }

    /** What the county says of a meeting's length, in Swedish; empty where it says nothing. */
    public Optional<String> rule(String county) {
        DecisionAnswer longest = ask(county, A_WHOLE_DAY, false);
        return longest.text("krav").equals("INGET") ? Optional.empty()
                : Optional.of(longest.why() + " (" + String.join(", ", longest.clauses().values()) + ")");
    }

    /**
     * After how many minutes the county wants a break to have been held; empty where it says nothing of breaks. Asked
     * of its table a quarter of an hour at a time, as meetings are planned.
     */
    public OptionalInt breakWithin(String county) {
        return IntStream.rangeClosed(1, A_WHOLE_DAY / A_QUARTER).map(q -> q * A_QUARTER)
                .filter(minutes -> ask(county, minutes, false).text("krav").equals("PAUS")).findFirst();
    }

    /**
     * Adds a fault where the county asks for a break, or for a reason in {@code lengthWhy}.
     *
     * @param breakField the form's name for the question of a break
     */
    public void check(String county, LocalTime from, LocalTime to, String breakField, Boolean pause, String why,
            Faults faults) {
        if (from == null || to == null || !to.isAfter(from) || why != null && !why.isBlank()) {
            return;
        }
        DecisionAnswer answer = ask(county, minutes(from, to), Boolean.TRUE.equals(pause));
        switch (answer.text("krav")) {
            case "PAUS" -> faults.add(breakField,
                    answer.why() + " Planera in en paus, eller skriv varför det inte behövs.");
            case "SKAL" -> faults.add("lengthWhy", answer.why() + " Skriv varför det behöver vara längre.");
            default -> { }
        }
    }

    /** Keeps what was said of the length, in place of what was said before. */
    public void keep(long meetingId, Boolean breakPlanned, String why) {
        Long id = lengths.findByMeetingId(meetingId).map(PlannedLength::id).orElse(null);
        lengths.save(new PlannedLength(id, meetingId, Boolean.TRUE.equals(breakPlanned), why));
    }

    public Optional<PlannedLength> of(long meetingId) {
        return lengths.findByMeetingId(meetingId);
    }

    private DecisionAnswer ask(String county, int minutes, boolean breakPlanned) {
        return tables.evaluate(county, null, "motesregler", Map.of("minuter", minutes, "paus", breakPlanned));
    }

    private static int minutes(LocalTime from, LocalTime to) {
        return (int) Duration.between(from, to).toMinutes();
    }
}
