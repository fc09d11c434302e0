package se.sip.decision;

import java.util.Map;

/**
 * Gathers the inputs of one decision table from the records and takes its answer. A business rule task names the
 * table in its property {@code tabell} and the delegate {@code ${beslut}}; so the diagram shows the table, and no
 * input becomes a process variable.
 */
public interface DecisionInputs {

    /** Id of the table in {@code decisions/}. */
    String table();

    /** @return a value per input name of the table; age, capacity and the like go no further than this map */
    Map<String, Object> inputs(DecisionSituation where);

    /** Stores what follows from the answer and sets decision variables. */
    void decided(DecisionAnswer answer, DecisionSituation where);
}
