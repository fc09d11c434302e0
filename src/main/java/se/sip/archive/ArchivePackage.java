package se.sip.archive;

import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What a principal is to keep of an ended case.
 *
 * @param principal as {@code PrincipalId} writes it
 * @param contentHash SHA-256 of what it is made of: another, and the case has changed since
 * @param hash SHA-256 of the file
 * @param content the file; null once the case is gone
 * @param receivedBy who has it now, as the archivist wrote
 * @param receipt what the principal's own archive calls it
 */
@With
record ArchivePackage(@Id Long id, String caseNumber, String county, String principal, LocalDateTime madeAt,
        String madeBy, String contentHash, String hash, byte[] content, LocalDateTime fetchedAt, String fetchedBy,
        LocalDateTime confirmedAt, String confirmedBy, String receivedBy, String receipt, @Version long version) {

    boolean isConfirmed() {
        return confirmedAt != null;
    }
}
