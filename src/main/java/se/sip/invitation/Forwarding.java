package se.sip.invitation;

import java.time.LocalDate;

/**
 * How a wrong recipient looked for the right one (VGU-103, VGU-104).
 *
 * @param contact with whom at the sender the need was clarified
 * @param contactOn when
 * @param clarified what came out of it
 * @param participantId the unit it is to go to; null where none was found
 * @param asked whether the family has been asked about that unit
 */
public record Forwarding(String contact, LocalDate contactOn, String clarified, Long participantId, boolean asked) {

    Forwarding familyAsked() {
        return new Forwarding(contact, contactOn, clarified, participantId, true);
    }
}
