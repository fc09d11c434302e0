package se.sip.rehearsal;

import java.time.LocalDate;
import java.util.List;

/**
 * How a made-up case went.
 *
 * @param path what it passed, in order
 * @param dates its dates by what they are called in Swedish
 * @param asked who was called or invited, or is contacted first
 * @param outcome how it ended or what it waits for, in Swedish
 * @param stopped why it could not be played to its end, in Swedish; empty where it could
 * @param broken whether the process itself failed there, as where no row covers an input; otherwise the case no longer
 *     fits the process
 */
public record PlayedStory(List<Passing> path, List<NamedDate> dates, List<Asked> asked, String outcome, String stopped,
        boolean broken) {

    /**
     * An element that was passed.
     *
     * @param process id of its diagram
     * @param element its id
     * @param name as drawn
     * @param day when it was come to
     * @param due last day of a task; null where it has none
     */
    public record Passing(String process, String element, String name, LocalDate day, LocalDate due) {
    }

    /** A date of the case. */
    public record NamedDate(String name, String date) {
    }

    /**
     * Somebody who is to take part.
     *
     * @param how kallad, inbjuden or what comes first, in Swedish
     * @param clauses ids that it rests on
     * @param why the sentences of the table's rows that hit
     */
    public record Asked(String name, String how, List<String> clauses, String why) {
    }

    public boolean wentThrough() {
        return stopped.isEmpty();
    }
}
