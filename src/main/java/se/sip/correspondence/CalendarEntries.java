package se.sip.correspondence;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who has the meeting of a case in the calendar: it is moved and taken away there, and put in nobody else's. */
@Component
class CalendarEntries {

    private final DeliveryRepository deliveries;
    private final Grounds grounds;

    CalendarEntries(DeliveryRepository deliveries, Grounds grounds) {
        this.deliveries = deliveries;
        this.grounds = grounds;
    }

    /** Whether the recipient has been sent an entry, or may have been. */
    boolean isKnown(Delivery change) {
        return !sent(change).isEmpty();
    }

    /** The same, and a ground still covers the recipient: a new time and place say more than that nothing comes. */
    boolean isKnownAndCovered(Delivery change) {
        return sent(change).stream().anyMatch(d -> grounds.hindrance(d).isEmpty());
    }

    private List<Delivery> sent(Delivery change) {
        return deliveries.findByCaseNumberOrderById(change.caseNumber()).stream()
                .filter(d -> d.purpose().bringsCalendarEntry() && d.addressee().equals(change.addressee()))
                .filter(d -> switch (d.status()) {
                    case SENT, ACKNOWLEDGED, UNCLEAR -> true;
                    case CREATED, ATTEMPTED, FAILED, WITHHELD, IN_DIGEST -> false;
                }).toList();
    }
}
