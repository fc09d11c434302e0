package se.sip.correspondence.document;

import java.util.List;

/**
 * The plan, recognisable as the person's own (VGU-123 to VGU-143, HAL-101 to HAL-104).
 *
 * @param responsible principal, unit and person (VGU-130, VGU-133)
 * @param important "Vad är viktigt för dig?", in the person's words
 * @param changes what is new since the version before; empty for the first
 * @param familyContact unit and person that keep the contact with the family (BOR-66); null where none is named
 * @param ownAnswers answers to questions of the county's own that it wants in the plan
 * @param basis that it is a SIP by local agreement; null for the statutory plan (BOR-12)
 */
public record PlanPaper(
        String responsible, String longTermGoal, String important, String ownPart, String needs, List<SubGoal> goals,
        List<Promised> interventions, List<Other> otherMeasures, String followUp, List<Contact> contacts,
        String disagreement, List<String> changes, String familyContact, List<OwnAnswered> ownAnswers, String basis) implements Paper {

    /** A sub-goal and how it is reached (VGU-131). */
    public record SubGoal(String goal, String horizon, String how) {
    }

    /**
     * Who does what, when, how often and where.
     *
     * @param note "ej bekräftad", or that it is decided separately
     */
    public record Promised(String what, String who, String when, String howOften, String where, String note) {
    }

    /** What somebody outside the parties does. */
    public record Other(String who, String what, String when) {
    }

    /** What the county asks of its own, and the answer in words. */
    public record OwnAnswered(String question, String answer) {
    }

    /** How a party is reached (VGU-128). */
    public record Contact(String party, String person, String reachedAt) {
    }
}
