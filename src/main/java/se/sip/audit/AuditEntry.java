package se.sip.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;

/**
 * One row of the audit log.
 *
 * @param chain number of the case; {@link AuditChains#NO_CASE} where it is about none
 * @param seq place in the chain, from 1
 * @param county of the case, or of whoever acted
 * @param actor user id; {@code systemet} for jobs
 * @param unit the unit they acted for, as far as it can be told
 * @param detail which document, task or records, as keys; never personal data
 * @param reason what somebody wrote, for emergency access
 * @param previous hash of the row before; of the first row, {@link AuditChains#START}
 */
record AuditEntry(String chain, long seq, String county, LocalDateTime at, String actor, String unit,
        AuditAction action, AuditSubject subject, String detail, Occasion occasion, String reason, String previous,
        String hash) {

    /** The hash this row must have: over all its values and the row before. */
    String rightHash() {
        var text = new StringBuilder();
        for (Object value : new Object[] {previous, chain, seq, county, at, actor, unit, action, subject, detail,
            occasion, reason}) {
            String part = value == null ? "" : value.toString();
            // The length first, so that no two rows can read the same.
            text.append(value == null ? -1 : part.length()).append(':').append(part);
        }
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
