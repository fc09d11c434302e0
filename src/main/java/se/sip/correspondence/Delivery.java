package se.sip.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import se.sip.casefile.Codes;

/**
 * One message to one recipient for one purpose. Holds keys and codes; what it says is made when it is sent, or is a
 * stored document.
 *
 * @param key idempotency key, unique
 * @param ways names of {@link Way}, in the order to try them
 * @param wayNo which of them is tried now, from 0
 * @param reason why it failed last, or was withheld: a code of {@link Failure} or {@link Grounds}
 * @param settledNote what a person found out about an unclear send
 */
@With
public record Delivery(
        @Id Long id,
        @Column("delivery_key") String key,
        String caseNumber,
        String county,
        Purpose purpose,
        Addressee.Kind addresseeKind,
        String addresseeKey,
        String subject,
        String subjectVersion,
        Long participantId,
        Codes ways,
        int wayNo,
        LocalDate answerBy,
        Codes clauses,
        String why,
        Status status,
        String reason,
        LocalDateTime createdAt,
        String createdBy,
        LocalDateTime sentAt,
        LocalDate postedOn,
        String postedBy,
        LocalDateTime acknowledgedAt,
        String acknowledgedBy,
        LocalDateTime settledAt,
        String settledBy,
        String settledNote,
        @Version Long version) {

    /** What is known of it. */
    public enum Status {
        CREATED("Skapad"),
        /** An attempt has begun and its result is not known yet. */
        ATTEMPTED("Försökt"),
        SENT("Skickad"),
        ACKNOWLEDGED("Kvitterad"),
        /** Certainly not sent; tried again, then an incident. */
        FAILED("Misslyckad"),
        /** No mail of its own: the unit gets one a day, by its own choice. */
        IN_DIGEST("I enhetens dagliga sammanställning"),
        /** It may or may not have been sent; a person settles it. */
        UNCLEAR("Oklart om skickad"),
        /** No ground any longer: nothing was sent. */
        WITHHELD("Inte skickad, grund saknas");

        private final String swedish;

        Status(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static Delivery of(Order order, String county, LocalDateTime at, String by) {
        return new Delivery(null, order.key(), order.caseNumber(), county, order.purpose(), order.addressee().kind(),
                order.addressee().key(), order.subject(), order.subjectVersion(), order.participantId(),
                Codes.of(order.ways()), 0, order.answerBy(), order.clauses(), order.why(), Status.CREATED, null, at,
                by, null, null, null, null, null, null, null, null, null);
    }

    public Addressee addressee() {
        return new Addressee(addresseeKind, addresseeKey);
    }

    /** The way it goes now. */
    public Way way() {
        return allWays().get(wayNo);
    }

    public List<Way> allWays() {
        return ways.values().stream().map(Way::valueOf).collect(Collectors.toList());
    }

    boolean hasNextWay() {
        return wayNo + 1 < ways.values().size();
    }

    /** Whether nothing more is done about it by itself. */
    public boolean isSettled() {
        return status == Status.SENT || status == Status.ACKNOWLEDGED || status == Status.WITHHELD
                || status == Status.IN_DIGEST;
    }
}
