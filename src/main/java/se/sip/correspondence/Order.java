package se.sip.correspondence;

import java.time.LocalDate;
import java.util.List;
import lombok.With;
import se.sip.casefile.Codes;

/**
 * What is to be sent to whom. Ordered twice with the same recipient, purpose, subject and version it is sent once.
 *
 * @param subject key of what it is about: {@code kallelse:12}, {@code plan:3}; never personal
 * @param subjectVersion a new version of the subject is sent anew
 * @param ways in the order to try them; the next one takes over when one has failed
 * @param participantId the participant whose ground carries it; null where the purpose needs none
 * @param answerBy last day to do what is asked; null where nothing is
 * @param clauses what decided the way
 * @param why the same in Swedish
 */
@With
public record Order(
        String caseNumber, Purpose purpose, Addressee addressee, String subject, String subjectVersion,
        List<Way> ways, Long participantId, LocalDate answerBy, Codes clauses, String why) {

    public Order {
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("A delivery needs a way: " + purpose + " in " + caseNumber);
        }
    }

    /** An order that says only what every delivery has. */
    public static Order of(String caseNumber, Purpose purpose, Addressee addressee, String subject,
            String subjectVersion, Way... ways) {
        return new Order(caseNumber, purpose, addressee, subject, subjectVersion, List.of(ways), null, null,
                Codes.NONE, null);
    }

    /** The idempotency key: recipient, purpose and version of the subject. */
    String key() {
        return String.join("|", caseNumber, purpose.name(), addressee.kind().name(), addressee.key(), subject,
                subjectVersion);
    }
}
