package se.sip.need;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import se.sip.unit.UnitKind;

/**
 * The form {@code bedomning}: a unit that may start judges a request or a signal (VGB-06, VGB-08).
 *
 * @param discoveredOn when the judging unit found the need; the clock counts from here, the signal's day is kept
 * @param exceptional that a denial is the exception it should be (VGB-10)
 */
record JudgementForm(
        @NotNull(message = "Ange om begäran godtas eller nekas.") Judgement judgement,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate discoveredOn,
        Set<Indicator> indicators,
        Set<RiskGroup> riskGroups,
        Set<UnitKind> needsFrom,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String needDescription,
        BaseLevel.Answer baseLevel,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String baseLevelReason,
        Boolean exceptional,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String denialReason,
        Boolean moreActors,
        Boolean mustCoordinate,
        Boolean informationComplete,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String informationMissing,
        Boolean fiveQuestionsUsed,
        LocalDate fiveQuestionsOn,
        @Size(max = 200, message = "Högst 200 tecken.") String fiveQuestionsBy,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String firstAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String secondAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String thirdAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String fourthAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String fifthAnswer,
        Boolean knowsDutyToReport) implements AssessedNeed {

    enum Judgement {
        ACCEPT,
        DENY
    }
}
