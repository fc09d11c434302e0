package se.sip.event;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.plan.Plans;

/** A SIP may not fade out: who is main responsible, and its manager, see that the follow-up is overdue (VGU-149). */
@Service
class OverdueFollowUps {

    private final Plans plans;
    private final Notices notices;
    private final CaseLog log;

    OverdueFollowUps(Plans plans, Notices notices, CaseLog log) {
        this.plans = plans;
        this.notices = notices;
        this.log = log;
    }

    @Transactional
    void tell(String caseNumber) {
        plans.current(caseNumber).ifPresent(plan -> {
            notices.tell(caseNumber, NoticeKind.FOLLOW_UP_OVERDUE, List.of(
                    Addressee.unit(plan.responsibleUnit()), Addressee.managersOf(plan.responsibleUnit())));
            log.add(caseNumber, "FOLLOW_UP_OVERDUE");
        });
    }
}
