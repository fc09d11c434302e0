package se.sip.casefile;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory;

/** The append-only story of each case: what happened, when, by whom. The engine keeps no such history. */
@Service
public class CaseLog {

    private final CaseEventRepository events;
    private final StaffDirectory staff;
    private final Clock clock;

    CaseLog(CaseEventRepository events, StaffDirectory staff, Clock clock) {
        this.events = events;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param kind an upper-case code of the event, for example CONSENT_GIVEN */
    public void add(String caseNumber, String kind) {
        add(caseNumber, kind, null);
    }

    /** @param note what a reader of the case needs to know, in Swedish; may hold personal data */
    public void add(String caseNumber, String kind, String note) {
        var who = staff.current();
        events.save(new CaseEvent(null, caseNumber, LocalDateTime.now(clock), kind,
                who.map(StaffDirectory.StaffMember::userId).orElse("systemet"),
                who.flatMap(StaffDirectory.StaffMember::firstUnit).orElse(null), note));
    }

    public List<CaseEvent> of(String caseNumber) {
        return events.findByCaseNumberOrderById(caseNumber);
    }
}
