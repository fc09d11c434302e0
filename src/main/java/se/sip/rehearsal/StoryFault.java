package se.sip.rehearsal;

/**
 * Something wrong in a file of made-up cases, said so that a process owner can mend it.
 *
 * @param line counted from 1; 0 where it concerns the whole file
 * @param fault in Swedish, with the remedy
 */
public record StoryFault(String file, int line, String fault) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", rad " + line : "") + ": " + fault;
    }
}
