package se.sip.ownfield;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question that a county asks of its own, as its form declares it.
 *
 * @param name the county's own, the same wherever the county asks the same thing
 * @param choices what may be answered, by value, with the text that is shown; empty for what is typed
 * @param min least number; null where there is none
 * @param max greatest number, or most characters; null where there is none
 * @param shownWhen what must have been answered for the question to be seen, all of it
 */
public record OwnField(String name, Kind kind, String label, boolean required, Map<String, String> choices,
        boolean inPlan, Long min, Long max, List<Condition> shownWhen) {

    /** What can be asked. */
    public enum Kind {
        TEXT("text", ""),
        DATE("ett datum", ""),
        TIME("ett klockslag", ""),
        NUMBER("ett heltal", "long"),
        YES_NO("ja eller nej", "boolean"),
        CHOICE("ett val", "string"),
        CHOICES("flera val", "");

        private final String swedish;
        private final String tableType;

        Kind(String swedish, String tableType) {
            this.swedish = swedish;
            this.tableType = tableType;
        }

        public String swedish() {
            return swedish;
        }

        /** The type that a table's column must have to ask for it; empty where the column has none. */
        public String tableType() {
            return tableType;
        }

        /** Free text says anything, and several choices are no one value; neither decides. */
        public boolean isForTables() {
            return this == DATE || !tableType.isEmpty();
        }
    }

    /** @param is the answers that show the question; empty where any will do */
    public record Condition(String when, Set<String> is) {
    }

    /** Whether both declare the same question, wherever each stands. */
    public boolean asksTheSameAs(OwnField other) {
        return name.equals(other.name) && kind == other.kind && choices.keySet().equals(other.choices.keySet());
    }
}
