package se.sip.event;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/** What the county asks for when a booked meeting changes: the table {@code andrat_mote} (HAL-28, HAL-71, HAL-72). */
@Component
class MeetingChanges {

    private final DecisionTables tables;

    MeetingChanges(DecisionTables tables) {
        this.tables = tables;
    }

    /** How a booked meeting changes. */
    enum Change {
        MOVED,
        CANCELLED,
        ACUTE_NEED
    }

    /**
     * @param allowed whether the county knows the change
     * @param newDate whether a new day is agreed at once
     * @param askFamily whether the family is asked if the day suits
     */
    record Demands(boolean allowed, boolean newDate, boolean askFamily) {
    }

    Demands of(String county, Change change) {
        DecisionAnswer answer = tables.evaluate(county, null, "andrat_mote", Map.of("change", change.name()));
        return new Demands(answer.yes("allowed"), answer.yes("newDate"), answer.yes("askFamily"));
    }
}
