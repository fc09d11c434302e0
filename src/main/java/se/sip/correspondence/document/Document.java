package se.sip.correspondence.document;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;

/**
 * A document as it was made. Never changed: a later version is another document that names the one it supersedes.
 *
 * @param key what it is made from and for whom, unique
 * @param addressee for whom, by kind and key
 * @param consentKey the consent it rests on, null where it needs none
 * @param template the template it was made with
 * @param hash SHA-256 of the content, in hex
 * @param content the PDF
 */
public record Document(
        @Id Long id, @Column("document_key") String key, String caseNumber, DocumentKind kind, String addressee,
        String subject, int versionNo, Long supersedes, String consentKey, String template, LocalDateTime madeAt,
        String madeBy, String hash, byte[] content) {
}
