package se.sip.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the forms about consent hold: {@code samtycke}, {@code utokat_samtycke}, {@code fornya_samtycke} and
 * {@code eget_samtycke}. A guardian's answer is a row of its own; the child's, or from 18 the person's own, stands in
 * the fields that begin with {@code child}; another's who answers in their place in those with
 * {@code representative}.
 *
 * @param adult told to the form, never believed: the server knows the age
 * @param until last day of the consent, at most a year after the first yes
 * @param capacity whether an adult can answer
 * @param tellRefusing whether a child that decides alone wants a guardian who refuses to be told all the same
 */
record ConsentForm(
        Boolean adult,
        @NotNull(message = "Svara på om de som tillfrågas har fått information innan de svarat.") Boolean informed,
        LocalDate informedOn,
        List<@Valid RecipientRow> recipients,
        List<@Valid InformationRow> information,
        List<@Valid TopicRow> excludedTopics,
        List<@Valid PartyRow> excludedParties,
        LocalDate until,
        List<@Valid AnswerRow> guardians,
        Boolean childAsked,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String childNotAsked,
        ExchangeAnswer childAnswer,
        PlanConsent childPlan,
        LocalDate childGivenOn,
        Manner childManner,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String childNote,
        Maturity maturity,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String maturityReason,
        @Size(max = 200, message = "Högst 200 tecken.") String maturityBy,
        Boolean capacity,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String capacityReason,
        Substitute substitute,
        Boolean representativeMandate,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String relativeView,
        Boolean tellRefusing,
        @Size(max = 200, message = "Högst 200 tecken.") String representativeName,
        ExchangeAnswer representativeAnswer,
        PlanConsent representativePlan,
        LocalDate representativeGivenOn,
        Manner representativeManner,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String representativeNote,
        Obstacle obstacle,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String obstacleReason,
        Ground ground,
        @Size(max = 200, message = "Högst 200 tecken.") String groundDecider,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String groundReason,
        LocalDate groundOn) {

    /** A confirmed participant: may it take part and be given information? */
    record RecipientRow(Long participantId, String name, Boolean included,
            @Size(max = 1000, message = "Högst 1 000 tecken.") String limits) {
    }

    /** A kind of information that may be shared. */
    record InformationRow(@Size(max = 1000, message = "Högst 1 000 tecken.") String what) {
    }

    /** Får inte tas upp. */
    record TopicRow(@Size(max = 1000, message = "Högst 1 000 tecken.") String topic) {
    }

    /** Får inte kallas: a unit of the register, or somebody by name. */
    record PartyRow(String unitId, @Size(max = 1000, message = "Högst 1 000 tecken.") String name) {
    }

    ConsentForm {
        recipients = filled(recipients);
        information = filled(information);
        excludedTopics = filled(excludedTopics);
        excludedParties = filled(excludedParties);
        guardians = filled(guardians);
        maturity = maturity == null ? Maturity.NOT_ASSESSED : maturity;
        substitute = substitute == null ? Substitute.NONE : substitute;
        obstacle = obstacle == null ? Obstacle.NONE : obstacle;
        ground = ground == null ? Ground.NONE : ground;
    }

    private static <T> List<T> filled(List<T> rows) {
        return rows == null ? List.of() : rows;
    }

    AnswerRow child() {
        return new AnswerRow(null, null, childAnswer, childPlan, childGivenOn, childManner, childNote, null, null);
    }

    AnswerRow representative() {
        return new AnswerRow(null, representativeName, representativeAnswer, representativePlan,
                representativeGivenOn, representativeManner, representativeNote, null, null);
    }

    boolean needsRepresentative() {
        return substitute.answers();
    }

    /** Every answer there is, whoever it is from. */
    Stream<AnswerRow> answers() {
        return Stream.concat(guardians.stream(), Stream.of(child(), representative()))
                .filter(a -> a.answer() != null);
    }

    boolean somebodySaysYes() {
        return answers().anyMatch(a -> a.answer() == ExchangeAnswer.YES) || restsOnAnother();
    }

    /** A no is accepted as it stands: whom and what a yes would have named is not asked for. */
    boolean endsInANo() {
        boolean childDecides = maturity == Maturity.CAN_DECIDE && childAnswer == ExchangeAnswer.YES;
        return ground == Ground.NO_OTHER || !childDecides && answers().anyMatch(a -> a.answer() == ExchangeAnswer.NO) && !restsOnAnother();
    }

    /** The exchange rests on another ground than somebody's yes. */
    boolean restsOnAnother() {
        return substitute == Substitute.PRESUMED || ground == Ground.HARM_TEST_ALLOWED
                || ground == Ground.SOCIAL_BOARD;
    }
}
