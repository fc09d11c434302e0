package se.sip.event;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * Something the daily check has told a case of.
 *
 * @param occasion tells this time from another, for example the consent's last day
 */
record DailyFinding(@Id Long id, String caseNumber, Kind kind, String occasion, LocalDateTime foundAt) {

    /** What the check looks for. */
    enum Kind {
        CONSENT_ENDING,
        CONSENT_EXPIRED,
        TURNED_18,
        /** The occasion is the delivery. */
        RECEIPT_MISSING,
        RECEIPT_OVERDUE
    }

    /** Its key as a process variable. */
    String key() {
        return kind + "/" + caseNumber + "/" + occasion;
    }

    static DailyFinding of(String key, LocalDateTime at) {
        String[] parts = key.split("/");
        return new DailyFinding(null, parts[1], Kind.valueOf(parts[0]), parts[2], at);
    }
}
