package se.sip.correspondence.document;

import java.util.List;

/**
 * The agenda of a meeting; its points stand in the county's template (VGU-115, HAL-91, BOR-59 to BOR-67).
 *
 * @param participation how the person takes part, agreed beforehand (VGU-116)
 */
public record AgendaPaper(
        String when, String place, String form, String digitalPreparation, String purpose, String longTermGoal,
        List<String> questions, String participation, List<String> excludedTopics) implements Paper {
}
