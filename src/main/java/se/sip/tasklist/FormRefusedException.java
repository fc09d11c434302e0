package se.sip.tasklist;

import org.camunda.bpm.engine.ProcessEngineException;

/** A form with faults reached the engine. Rolls everything back; names the fields, never what was typed. */
public class FormRefusedException extends ProcessEngineException {

    private final transient Faults faults;

    FormRefusedException(String form, Faults faults) {
        super("Formuläret " + form + " kan inte tas emot: " + describe(faults));
        this.faults = faults;
    }

    public Faults faults() {
        return faults;
    }

    private static String describe(Faults faults) {
        var text = new StringBuilder();
        for (Faults.Fault fault : faults.list()) {
            text.append(text.isEmpty() ? "" : "; ").append(fault.field()).append(' ').append(fault.message());
        }
        return text.toString();
    }
}
