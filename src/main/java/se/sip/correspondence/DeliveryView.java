package se.sip.correspondence;

import java.time.LocalDateTime;
import java.util.Collection;

/**
 * A delivery as a case page shows it, in Swedish.
 *
 * @param recipient the recipient's name; personal where it is one of the family
 * @param why why just this way, with {@code clauses}
 * @param hindrance why it failed or was not sent; null where nothing is wrong
 * @param attempts how many times it has been tried
 */
public record DeliveryView(
        Long id, String what, String recipient, String way, String statusText, Delivery.Status status,
        LocalDateTime sentAt, LocalDateTime acknowledgedAt, LocalDateTime createdAt, String why,
        Collection<String> clauses, String hindrance, int attempts) {
}
