package se.sip.archive;

import java.time.LocalDateTime;

/** A case that is gone. @param personKey keyed hash of county and person number @param restricted the identity was protected */
record RemovedCase(String number, String county, String personKey, boolean restricted, LocalDateTime endedAt,
        LocalDateTime removedAt, String removedBy) {
}
