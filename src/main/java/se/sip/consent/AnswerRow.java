package se.sip.consent;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import se.sip.consent.ConsentAnswer.Answerer;
import se.sip.tasklist.Faults;

/**
 * One person's answer as the form holds it.
 *
 * @param guardianId the guardian's key; rows of guardians are fixed, so that nobody answers for another
 */
record AnswerRow(
        Long guardianId,
        @Size(max = 200, message = "Högst 200 tecken.") String name,
        ExchangeAnswer answer,
        PlanConsent plan,
        LocalDate givenOn,
        Manner manner,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String note,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String hinderedReason,
        @Size(max = 200, message = "Högst 200 tecken.") String hinderedDecider) {

    /**
     * @param path how each field is named in the form: {@code guardians[0].%s}, {@code child%s}
     * @param notBefore an answer older than this belongs to an earlier process (VGU-154)
     * @param twoParts whether the plan is asked about apart from the exchange of information
     */
    void check(FieldNames path, LocalDate notBefore, LocalDate today, boolean twoParts, Faults faults) {
        if (answer == null) {
            faults.add(path.of("answer"), "Välj ett svar.");
            return;
        }
        switch (answer) {
            case YES, NO -> checkGiven(path, notBefore, today, twoParts, faults);
            case HINDERED -> faults
                    .addIf(isBlank(hinderedReason), path.of("hinderedReason"),
                            "Skriv varför vårdnadshavaren är förhindrad och varför det inte kan vänta (FB 6:13).")
                    .addIf(isBlank(hinderedDecider), path.of("hinderedDecider"),
                            "Skriv vem som har bedömt att vårdnadshavaren är förhindrad.");
            case EXEMPT -> faults
                    .addIf(isBlank(hinderedReason), path.of("hinderedReason"),
                            "Skriv skälen för undantaget (HAL-44, OSL 10:27).")
                    .addIf(isBlank(hinderedDecider), path.of("hinderedDecider"),
                            "Skriv vem som har beslutat om undantaget.");
            case PENDING -> { }
        }
    }

    private void checkGiven(FieldNames path, LocalDate notBefore, LocalDate today, boolean twoParts, Faults faults) {
        if (givenOn == null) {
            faults.add(path.of("givenOn"), manner == Manner.ORAL
                    ? "Ett muntligt svar behöver ett datum: ange dagen det lämnades."
                    : "Ange dagen då svaret lämnades.");
        } else if (givenOn.isAfter(today)) {
            faults.add(path.of("givenOn"), "Dagen kan inte ligga framåt i tiden.");
        } else if (givenOn.isBefore(notBefore)) {
            faults.add(path.of("givenOn"),
                    "Svaret är äldre än det här ärendet. En ny SIP kräver ett nytt samtycke (VGU-154).");
        }
        if (answer == ExchangeAnswer.YES) {
            faults.addIf(manner == null, path.of("manner"), "Välj hur samtycket lämnades.")
                    .addIf(manner == Manner.OTHER && isBlank(note), path.of("note"),
                            "Beskriv hur samtycket visades, till exempel genom en nick (VGU-46, HAL-45, BOR-38).")
                    .addIf(twoParts && plan == null, path.of("plan"),
                            "Svara även på om en plan får göras: ja, nej eller tar ställning på mötet (VGU-65).");
        }
    }

    /** @param twoParts where false, the one answer covers the plan as well (HAL-40) */
    ConsentAnswer as(Answerer answerer, String registeredName, boolean twoParts) {
        boolean leftOut = answer == ExchangeAnswer.HINDERED || answer == ExchangeAnswer.EXEMPT;
        return new ConsentAnswer(answerer, guardianId, registeredName, answer, planPart(twoParts), givenOn, manner,
                note, leftOut ? hinderedReason : null, leftOut ? hinderedDecider : null);
    }

    private PlanConsent planPart(boolean twoParts) {
        return switch (answer) {
            case NO -> PlanConsent.NO;
            case YES -> twoParts ? plan : PlanConsent.YES;
            case PENDING, HINDERED, EXEMPT -> plan;
        };
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Names a field of the answer the way the form does. */
    @FunctionalInterface
    interface FieldNames {
        String of(String field);

        static FieldNames row(int index) {
            return field -> "guardians[" + index + "]." + field;
        }

        /** {@code child} + {@code givenOn} = {@code childGivenOn}. */
        static FieldNames prefixed(String prefix) {
            return field -> prefix + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        }
    }
}
