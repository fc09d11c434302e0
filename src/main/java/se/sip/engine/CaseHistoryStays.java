package se.sip.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The nightly clean-up takes away what is about no case, such as the daily checks, when its time to live has passed.
 * What is about a case has no such day: it goes when the principals have confirmed that they have what they keep.
 */
class CaseHistoryStays extends DefaultHistoryRemovalTimeProvider {

    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
        return instance.getBusinessKey() == null ? super.calculateRemovalTime(instance, definition) : null;
    }
}
