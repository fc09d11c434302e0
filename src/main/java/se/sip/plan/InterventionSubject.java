package se.sip.plan;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.TaskSubject;

/** Which intervention is to be confirmed or reported. */
@Component
class InterventionSubject implements TaskSubject {

    private final InterventionRepository interventions;

    InterventionSubject(InterventionRepository interventions) {
        this.interventions = interventions;
    }

    @Override
    public ProcessVariable key() {
        return ProcessVariable.INTERVENTION;
    }

    @Override
    public Optional<String> of(String value) {
        return interventions.findById(Long.valueOf(value)).map(Intervention::what);
    }
}
