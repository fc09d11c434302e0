package se.sip.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A recipient's answer.
 *
 * @param reason why nobody comes, or why it is the wrong recipient
 * @param preparation what the unit brings or does before the meeting
 * @param registeredBy user id of the member of staff who typed it in
 * @param way how the answer came, where the convener registers it for a unit without login; else null
 * @param cameOn the day it came; null where the unit answered itself
 * @param givenBy who at the unit gave it; null where the unit answered itself
 */
public record Answer(
        AnswerKind kind,
        String reason,
        String preparation,
        LocalDateTime registeredAt,
        String registeredBy,
        AnswerWay way,
        LocalDate cameOn,
        String givenBy) {
}
