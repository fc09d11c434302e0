package se.sip.need;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.closure.Notices;

/** Another unit starts a SIP for a person who has one: only the running case's convener is told. */
@Component
class SecondStart {

    private final Notices notices;

    SecondStart(Notices notices) {
        this.notices = notices;
    }

    void tell(CaseFile running) {
        notices.secondStart(running.number());
    }
}
