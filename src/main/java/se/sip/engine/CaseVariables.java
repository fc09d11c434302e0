package se.sip.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The process variables of one execution or task. Only what {@link ProcessVariable} lists can be set. */
public interface CaseVariables {

    Object get(ProcessVariable variable);

    default String text(ProcessVariable variable) {
        return (String) get(variable);
    }

    /** @throws IllegalArgumentException where the value is not of the variable's type */
    void set(ProcessVariable variable, Object value);

    /** Sets the day as midnight in Europe/Stockholm. */
    default void setDay(ProcessVariable variable, LocalDate day) {
        set(variable, day == null ? null : EngineDates.startOf(day));
    }

    default void setMoment(ProcessVariable variable, LocalDateTime moment) {
        set(variable, moment == null ? null : EngineDates.at(moment));
    }

    /** For the business key of a case that a start form has just opened. */
    void setCaseNumber(String number);
}
