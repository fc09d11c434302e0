package se.sip.followup;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What a held follow-up found: the five questions of VGU-151, and what decides how it goes on.
 *
 * @param collaborationWorks whether the actors' collaboration is established and works; a county may close for that
 *     (HAL-123)
 * @param coordinationRemains whether the need of coordination remains; null where the county does not ask (BOR-71)
 * @param judgedTogether whether that was judged together with the child and the guardians (BOR-73)
 * @param outcome answer of the table {@code uppfoljning}; null until it has been asked
 */
@With
public record FollowUp(
        @Id Long id,
        String caseNumber,
        @Column("plan_version") Long planId,
        @Column("meeting") Long meetingId,
        String goals,
        String newInformation,
        String interventionsDone,
        String effect,
        String otherInterventions,
        boolean needFromRegion,
        boolean needFromMunicipality,
        GoalChange goalChange,
        boolean collaborationWorks,
        Boolean coordinationRemains,
        Boolean judgedTogether,
        String judgedNote,
        Outcome outcome,
        LocalDateTime notedAt) {

    /** Whether the long-term goal has changed markedly, and what the meeting makes of it (VGU-153 says "kan"). */
    public enum GoalChange {
        UNCHANGED,
        /** Changed, and the plan is revised. */
        REVISE,
        /** Changed markedly: this process closes and a new one starts, with a new consent (VGU-154). */
        RESTART
    }

    /** How it goes on. */
    public enum Outcome {
        REVISE,
        RESTART,
        CLOSE
    }

    /** Whether there is still something to coordinate; where the county does not ask, while both are needed. */
    public boolean needsCoordination() {
        return coordinationRemains == null ? needFromBoth() : coordinationRemains;
    }

    /** Whether interventions are still needed from both principals: then the SIP is not closed (VGU-152). */
    public boolean needFromBoth() {
        return needFromRegion && needFromMunicipality;
    }
}
