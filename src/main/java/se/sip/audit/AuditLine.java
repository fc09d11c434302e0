package se.sip.audit;

/** What is to be noted, before it has a place in its chain. */
record AuditLine(String chain, AuditAction action, AuditSubject subject, String detail, Occasion occasion,
        String reason) {

    static AuditLine of(String chain, AuditAction action, AuditSubject subject, String detail) {
        return new AuditLine(chain, action, subject, detail, Occasion.now(), null);
    }
}
