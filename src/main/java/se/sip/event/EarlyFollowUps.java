package se.sip.event;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.followup.FollowUps;
import se.sip.plan.Plans;

/** The main responsible calls to an early follow-up when life has changed materially (VGU-141). */
@Service
@Transactional
class EarlyFollowUps {

    private final CaseEvents events;
    private final FollowUps followUps;
    private final Plans plans;
    private final Notices notices;

    EarlyFollowUps(CaseEvents events, FollowUps followUps, Plans plans, Notices notices) {
        this.events = events;
        this.followUps = followUps;
        this.plans = plans;
        this.notices = notices;
    }

    void callNow(String caseNumber, String event) {
        followUps.callEarly(caseNumber, events.byKey(event).reason(), null);
        plans.current(caseNumber).ifPresent(p -> notices.tell(caseNumber, NoticeKind.EARLY_FOLLOW_UP,
                List.of(Addressee.unit(p.responsibleUnit()))));
    }
}
