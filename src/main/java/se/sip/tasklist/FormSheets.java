package se.sip.tasklist;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a form will send when it is handed in: who gets what, which way and why, and each document as it will go. Shown
 * before sending; nothing is kept and nothing is sent.
 *
 * @param <F> the record the form fills
 */
public interface FormSheets<F extends Record> {

    /** Name of the form, as {@link FormIntake#form()}. */
    String form();

    /** In the order they are shown; empty where the form, as filled in, sends nothing. */
    List<Sheet> of(F form, FormSituation where);

    /**
     * One message to one recipient.
     *
     * @param way how it goes, and how if that fails
     * @param why why just that way, in Swedish
     * @param document the PDF as it will go; null where none goes with it
     */
    record Sheet(String recipient, String what, String way, String why, Collection<String> clauses,
            Supplier<byte[]> document) {
    }
}
