package se.sip.difference;

/**
 * One thing that is different in a file.
 *
 * @param element id of the element or row, or a field's name; empty where it is about the file as a whole
 * @param text what is different, in Swedish
 */
public record ElementDifference(Change change, String element, String text) {
}
