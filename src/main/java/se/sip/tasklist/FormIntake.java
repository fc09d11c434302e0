package se.sip.tasklist;

import java.util.Map;

/**
 * Takes one kind of form in. There is one bean per file in {@code forms/}; the engine's global listener calls it when
 * a process starts or a task completes, in the engine's transaction. A form is a record: what Jakarta Validation
 * says of its fields, and what {@link #check} adds, are reported together, in Swedish, each beside its field.
 *
 * @param <F> the record the form fills
 */
public interface FormIntake<F extends Record> {

    /** The file's name without folder and ending: {@code samtycke} for {@code forms/samtycke.html}. */
    String form();

    Class<F> type();

    /** Field rules that look beyond one field or into the records. Must not write. */
    default void check(F form, FormSituation where, Faults faults) {
    }

    /** Writes the records and sets decision variables through {@link FormSituation#variables()}. */
    void accept(F form, FormSituation where);

    /** What the form shows when it opens: a value per field name, in the shape of {@code F}. */
    default Map<String, Object> known(FormSituation where) {
        return Map.of();
    }

    /** What the form needs besides field values, for example lists to choose from, by name. */
    default Map<String, Object> choices(FormSituation where) {
        return Map.of();
    }
}
