package se.sip.difference;

import java.util.List;

/**
 * What is different in one file.
 *
 * @param name resource name ({@code forms/kallelse.html}), the same wherever the file lies
 * @param file where it lies, with the county's folder where it is its own
 * @param elements none for a file that is new or gone
 */
public record FileDifference(String name, String file, Change change, List<ElementDifference> elements) {
}
