package se.sip.need;

import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseLog;

/** Another unit starts a SIP for a person who has one: only the running case's convener is told. */
@Component
class SecondStart {

    private final CaseLog log;

    SecondStart(CaseLog log) {
        this.log = log;
    }

    void tell(CaseFile running) {
        log.add(running.number(), "SECOND_START",
                "En annan enhet har startat en SIP för samma person. Ta kontakt om ni behöver samordna er.");
    }
}
