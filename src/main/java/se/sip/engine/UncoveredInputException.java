package se.sip.engine;

import java.util.Collection;

/** No row of a decision table covers the input. Names the table and the inputs, never their values. */
public class UncoveredInputException extends RuntimeException {

    UncoveredInputException(String table, String county, Collection<String> inputs) {
        super("Decision table '" + table + "' of county '" + county + "' has no row for the given " + inputs
                + ". Add a row that covers the case, then retry.");
    }
}
