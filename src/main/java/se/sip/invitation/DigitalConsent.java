package se.sip.invitation;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** A yes to a digital meeting that was given after the meeting was prepared, or where it is not prepared (VGU-91). */
record DigitalConsent(@Id Long id, String caseNumber, String givenBy, LocalDateTime notedAt) {
}
