package se.sip.correspondence.document;

import java.util.List;

/**
 * A call or an invitation (VGU-90, HAL-64, BOR-44).
 *
 * @param place null with a protected identity: told by voice
 * @param contribution what this recipient is expected to contribute
 * @param interpreter special information, for the called contact only
 * @param excludedTopics what the family does not want taken up
 */
public record CallPaper(
        String when, String place, String form, String digitalPreparation, String purpose, String longTermGoal,
        List<String> questions, String contribution, List<Called> parties, String answerBy, String documenter,
        String dateReason, String interpreter, String adaptations, List<String> excludedTopics) implements Paper {

    /** One who is asked, and whether as called or invited. */
    public record Called(String name, String duty) {
    }
}
