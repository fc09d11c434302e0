package se.sip.discharge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import se.sip.engine.CallableFromDiagram;

/** {@code ${nejTillRevidering}}: no consent to revise; all are told. */
@Component("nejTillRevidering")
@CallableFromDiagram(name = "Meddela alla att ingen ny SIP görs",
        does = "Ingen ny SIP görs. Den gamla gäller efter personens önskan. Alla får veta.")
class NoRevisionDelegate implements JavaDelegate {

    private final Plannings plannings;

    NoRevisionDelegate(Plannings plannings) {
        this.plannings = plannings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plannings.noRevision(execution.getProcessBusinessKey());
    }
}
