package se.sip.invitation;

import java.time.LocalDateTime;

/** The invitations of a round went out, in the transaction that sent them. */
public record InvitationsSent(String caseNumber, LocalDateTime at) {
}
