package se.sip.event;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.plan.MainResponsibleChanged;

/** Tells a unit that it has become main responsible for a SIP (HAL-96). */
@Component
class NewResponsible {

    private final Notices notices;

    NewResponsible(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void tell(MainResponsibleChanged change) {
        notices.tell(change.caseNumber(), NoticeKind.MAIN_RESPONSIBLE, List.of(Addressee.unit(change.unitId())));
    }
}
