package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;

/** Reads what came over the API in the shape of a form, by the form's own rules, with all faults at once. */
@Component
public class FormReader {

    private final Forms forms;
    private final TaskVariablesOfNone none = new TaskVariablesOfNone();
    private final Clock clock;

    FormReader(Forms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** @throws FaultyFormException with everything that is wrong */
    public <F extends Record> F read(FormIntake<F> intake, JsonNode content, StaffMember staff) {
        var where = new FormSituation(staff.counties().stream().findFirst().orElse(null), null, null, null, staff,
                LocalDate.now(clock), none);
        var read = forms.read(intake, content, where);
        if (!read.faults().isEmpty()) {
            throw new FaultyFormException(read.faults());
        }
        return read.form();
    }

    /** There is no process to read from or write to. */
    private static final class TaskVariablesOfNone implements se.sip.engine.CaseVariables {

        @Override
        public Object get(se.sip.engine.ProcessVariable variable) {
            return null;
        }

        @Override
        public void set(se.sip.engine.ProcessVariable variable, Object value) {
            throw new UnsupportedOperationException("Reading sets no variable");
        }

        @Override
        public void setCaseNumber(String number) {
            throw new UnsupportedOperationException("Reading opens no case");
        }
    }
}
