package se.sip.correspondence.document;

import java.util.List;

/**
 * The agenda of a meeting (VGU-115, HAL-91, BOR-59 to BOR-67).
 *
 * @param points what is taken up, in order, by the county's table
 * @param participation how the person takes part, agreed beforehand (VGU-116)
 */
public record AgendaPaper(
        String when, String place, String form, String digitalPreparation, List<String> points, String purpose, String longTermGoal,
        List<String> questions, String participation, List<String> excludedTopics) implements Paper {
}
