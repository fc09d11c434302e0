package se.sip.casepage;

import java.util.List;

/**
 * One question of an action.
 *
 * @param options what can be chosen, for {@link Kind#CHOICE} and {@link Kind#SELECT}
 * @param known what the field opens with; empty where nothing is known
 */
record ActionField(String name, String label, Kind kind, boolean required, String help, List<Option> options,
        String known) {

    /** How it is asked. */
    enum Kind {
        TEXT,
        AREA,
        DATE,
        TIME,
        CHOICE,
        SELECT
    }

    record Option(String value, String label) {
    }

    static ActionField text(String name, String label, boolean required, String help) {
        return new ActionField(name, label, Kind.TEXT, required, help, List.of(), "");
    }

    static ActionField area(String name, String label, boolean required, String help) {
        return new ActionField(name, label, Kind.AREA, required, help, List.of(), "");
    }

    static ActionField date(String name, String label, String known) {
        return new ActionField(name, label, Kind.DATE, true, null, List.of(), known);
    }

    /** A day that may be left as it was. */
    static ActionField dateOrNone(String name, String label, String help) {
        return new ActionField(name, label, Kind.DATE, false, help, List.of(), "");
    }

    static ActionField time(String name, String label, String known) {
        return new ActionField(name, label, Kind.TIME, true, null, List.of(), known);
    }

    static ActionField choice(String name, String label, List<Option> options) {
        return new ActionField(name, label, Kind.CHOICE, true, null, options, "");
    }

    static ActionField select(String name, String label, boolean required, String help, List<Option> options) {
        return new ActionField(name, label, Kind.SELECT, required, help, options, "");
    }
}
