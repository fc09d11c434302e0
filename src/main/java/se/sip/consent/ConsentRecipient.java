package se.sip.consent;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A participant that the consent was asked for.
 *
 * @param included whether it may take part and be given information; the guardian decides (VGV-08)
 * @param limits what holds for this one only
 */
@Table("consent_recipient")
public record ConsentRecipient(Long participantId, String name, boolean included, String limits) {
}
