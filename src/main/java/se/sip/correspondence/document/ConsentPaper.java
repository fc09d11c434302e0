package se.sip.correspondence.document;

import java.util.List;

/**
 * The consent to sign (VGU-61 to VGU-65, HAL-47 to HAL-50).
 *
 * @param until last day chosen, null where none is
 * @param signers one block to sign for each who answers
 */
public record ConsentPaper(
        List<String> included, List<String> excluded, List<String> information, List<String> excludedTopics,
        String until, List<String> signers) implements Paper {
}
