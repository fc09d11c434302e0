package se.sip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A made-up case: what staff do, when.
 *
 * @param name as the report calls it, in Swedish
 * @param about what it shows, in Swedish; empty where nothing is said
 * @param file where it stands
 * @param line where in the file, counted from 1
 * @param common answers by form that hold for every case of the file
 */
record Story(String name, String about, String file, int line, List<Step> steps, Map<String, JsonNode> common) {

    /**
     * One thing that is done, or a day that comes.
     *
     * @param at null where it is done at the same moment as the step before
     * @param starts process to start by its form; null where a task is done
     * @param form form of the task to do; null where a process is started or only time passes
     * @param as unit that does it; null where it is the one that the task is offered to
     * @param of unit whose task it is, where several have one; null for all of them
     * @param answers laid over what the form knows when it opens
     */
    record Step(int line, LocalDateTime at, String starts, String form, String as, String of, JsonNode answers) {
    }
}
