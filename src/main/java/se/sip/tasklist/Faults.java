package se.sip.tasklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Collects every fault of a form; the first message per field is kept. */
public final class Faults {

    /**
     * @param field path as in the form: {@code guardians[1].name}; empty for the form as a whole
     * @param message what is wrong and what to do, in Swedish, never quoting what was typed
     */
    public record Fault(String field, String message) {
    }

    private final LinkedHashMap<String, Fault> byField = new LinkedHashMap<>();

    public Faults add(String field, String message) {
        byField.putIfAbsent(field, new Fault(field, message));
        return this;
    }

    public Faults addIf(boolean wrong, String field, String message) {
        return wrong ? add(field, message) : this;
    }

    /** The same faults, every message changed. */
    Faults withMessages(java.util.function.UnaryOperator<String> change) {
        var changed = new Faults();
        byField.values().forEach(fault -> changed.add(fault.field(), change.apply(fault.message())));
        return changed;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public List<Fault> list() {
        return new ArrayList<>(byField.values());
    }
}
