package se.sip.casepage;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import se.sip.correspondence.DeliveryView;

/**
 * Everything the page of one case shows its reader. A unit that takes part is shown what was disclosed to it.
 *
 * @param whole whether the reader sees the whole case: its convening unit and those who manage it
 * @param sent documents and messages, to whom, by which way and how it went; for the whole case only
 * @param lastEvent key of the newest line of the story when the page was made; 0 where there is none
 */
record CaseSheet(
        Head head, boolean whole, List<Phase> phases, List<DateLine> dates, List<TaskLine> tasks, Meeting meeting,
        List<Recipient> recipients, Consent consent, Plan plan, List<FollowUp> followUps, List<Dispute> disputes,
        List<DeliveryView> sent, List<Decision> decisions, List<Line> story, int storyLength, long lastEvent) {

    /**
     * Whom the case concerns.
     *
     * @param protection the level in Swedish; null where the identity is not protected
     * @param localAgreement why it is a SIP by local agreement, not the statutory plan (BOR-12); null where it is
     * @param guardians empty for one who is of age
     */
    record Head(
            String number, String audience, String person, String idNumber, int age, String interpreter,
            String adaptations, String protection, List<Guardian> guardians, String convener, LocalDate discoveredOn,
            boolean open, String ending, boolean late, String lateText, String previousNumber,
            String localAgreement) {
    }

    /** @param phone for the convening unit only */
    record Guardian(String name, String phone, String interpreter) {
    }

    /** A step of the way: done, the one where the case is, or to come. */
    record Phase(String name, State state, LocalDate since) {

        enum State {
            DONE("klart"),
            NOW("här är ärendet nu"),
            TO_COME("återstår");

            private final String swedish;

            State(String swedish) {
                this.swedish = swedish;
            }

            public String swedish() {
                return swedish;
            }

            public String css() {
                return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** @param why the rule in words; null where the day speaks for itself */
    record DateLine(LocalDate day, String what, String why, Collection<String> clauses, boolean passed) {
    }

    /**
     * An open task.
     *
     * @param name what is to be done, and to which of several: which letter, which intervention
     * @param mine whether the reader may work on it
     */
    record TaskLine(String id, String name, String waitsFor, LocalDate due, boolean mine) {
    }

    /**
     * The meeting that is booked, or else the one held last.
     *
     * @param breaks when there was a break, from its clock; empty where none was noted
     */
    record Meeting(
            boolean held, String occasion, LocalDateTime startsAt, LocalDateTime endsAt, String form, String place,
            String documenter, String breaks, String purpose, String longTermGoal, String questions) {
    }

    /**
     * Somebody who is to take part.
     *
     * @param route why just this one, and by which way the invitation went
     * @param contribution what it is expected to contribute; null where it is not the reader's to see
     */
    record Recipient(
            String name, String duty, String route, Collection<String> clauses, String status, String answer,
            String who, String contribution) {
    }

    /** The consent as it stands today. */
    record Consent(
            String state, boolean valid, LocalDate until, List<Answer> answers, List<Scope> recipients,
            List<String> information, List<String> excludedTopics, List<String> excludedParties, String withdrawn,
            Collection<String> clauses) {

        record Answer(String who, String answer, LocalDate on, String how) {
        }

        record Scope(String name, boolean included, String limits) {
        }
    }

    /** The plan in force, or as it was when the case ended. */
    record Plan(
            int version, String status, String longTermGoal, List<String> goals, String ownPart, String needs,
            List<Intervention> interventions, String responsible, String familyContact, LocalDate followUpOn, String followUpPlace,
            String disagreement, int versions) {
    }

    /** @param withheld that guardians are not shown it, and why; null where they are */
    record Intervention(
            String what, String goal, String owner, String performer, String when, String place, String confirmation,
            String report, boolean failed, String withheld) {
    }

    record FollowUp(LocalDate on, String goals, String effect, String newInformation, String outcome) {
    }

    /**
     * A dispute between two units.
     *
     * @param where who has it now, with the last day of that step; null when it is over
     */
    record Dispute(
            String raisedBy, String other, String what, LocalDate raisedOn, String status, boolean open, String where,
            LocalDate due, String solution, List<Step> steps) {

        record Step(LocalDate on, String where, String outcome, String deciders, String note) {
        }
    }

    record Decision(LocalDate on, String why, Collection<String> clauses) {
    }

    /** One line of what has happened. */
    record Line(LocalDateTime at, String text, String who) {
    }
}
