package se.sip.casefile;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A personal, coordination or reserve number of someone who is born; null is allowed. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidIdNumber.Check.class)
public @interface ValidIdNumber {

    String message() default "Numret stämmer inte. Skriv tolv siffror, ååååmmdd-nnnn, eller ett reservnummer.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks without echoing. */
    final class Check implements ConstraintValidator<ValidIdNumber, String> {

        private final IdNumbers numbers;

        Check(IdNumbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            LocalDate today = LocalDate.now(context.getClockProvider().getClock());
            return text == null || numbers.parse(text).filter(id -> !id.birthDate().isAfter(today)).isPresent();
        }
    }
}
