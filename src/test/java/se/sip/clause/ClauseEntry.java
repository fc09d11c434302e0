package se.sip.clause;

import java.util.List;

/**
 * One clause of the source documents and how the product accounts for it.
 *
 * @param id such as {@code HAL-73}
 * @param lines where it stands in its source document, by line
 * @param audience whom it is about, in the source list's own words
 * @param phase part of the process
 * @param strength SKA, BÖR, KAN or FAKTA
 * @param text what it says, in Swedish
 * @param places where the product acts on it ({@link ClausePlace#reference()})
 * @param tests the test classes that name it
 * @param guidanceFile file whose text tells the user; empty where none does
 * @param guidance the words in that file
 * @param outside why the product does nothing about it; empty where it does
 */
record ClauseEntry(String id, String lines, String audience, String phase, String strength, String text,
        List<String> places, List<String> tests, String guidanceFile, String guidance, String outside) {

    /** First letters of the id: one per source document. */
    String document() {
        return id.substring(0, id.indexOf('-'));
    }

    boolean isGuidance() {
        return !guidanceFile.isEmpty();
    }

    boolean isOutside() {
        return !outside.isEmpty();
    }

    ClauseEntry with(List<String> newPlaces, List<String> newTests) {
        return new ClauseEntry(id, lines, audience, phase, strength, text, newPlaces, newTests, guidanceFile, guidance,
                outside);
    }
}
