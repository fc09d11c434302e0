package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.Delivery.Status;
import se.sip.deadline.Deadlines;
import se.sip.meeting.Meetings;

/** What a person does about a delivery: posts a letter, or finds out whether something unclear arrived. */
@Service
@Transactional
class Settling {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd 'kl.' HH.mm");

    private final Meetings meetings;
    private final Deadlines deadlines;
    private final DeliveryRepository deliveries;
    private final AttemptRepository attempts;
    private final Grounds grounds;
    private final AddressBook addresses;
    private final Papers papers;
    private final CaseLog log;
    private final Clock clock;

    Settling(DeliveryRepository deliveries, AttemptRepository attempts, Grounds grounds, AddressBook addresses,
            Papers papers, CaseLog log, Meetings meetings, Deadlines deadlines,
            Clock clock) {
        this.meetings = meetings;
        this.deadlines = deadlines;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.grounds = grounds;
        this.addresses = addresses;
        this.papers = papers;
        this.log = log;
        this.clock = clock;
    }

    Delivery byKey(String key) {
        return deliveries.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalStateException("No delivery has the key " + key));
    }

    Optional<Grounds.Hindrance> hindrance(Delivery delivery) {
        return grounds.hindrance(delivery);
    }

    void posted(Delivery delivery, LocalDate on, String by) {
        deliveries.save(delivery.withStatus(Status.SENT).withReason(null).withSentAt(LocalDateTime.now(clock))
                .withPostedOn(on).withPostedBy(by));
        log.add(delivery.caseNumber(), "LETTER_POSTED", delivery.purpose().swedish() + ", " + on + ": "
                + addresses.nameOf(delivery.caseNumber(), delivery.addressee()));
    }

    void settled(Delivery delivery, boolean arrived, String how, String by) {
        Delivery settled = delivery.withSettledAt(LocalDateTime.now(clock)).withSettledBy(by).withSettledNote(how);
        boolean known = delivery.isSettled();
        if (arrived && !known) {
            settled = settled.withStatus(Status.SENT).withSentAt(LocalDateTime.now(clock));
        } else if (!known) {
            settled = settled.withStatus(Status.CREATED);
        }
        deliveries.save(settled);
        log.add(delivery.caseNumber(), arrived ? "DELIVERY_ARRIVED" : "DELIVERY_NOT_ARRIVED", how);
    }

    /** Skatteverket's forwarding takes longer (row {@code post_formedling} of the table {@code frister}). */
    private String forwardingTime(Delivery delivery) {
        LocalDate there = deadlines.of(delivery.county(), "post_formedling", LocalDate.now(clock)).lastDay();
        return " Det som postas i dag är framme först " + there + "."
                + meetings.booked(delivery.caseNumber()).map(m -> m.startsAt().toLocalDate())
                        .filter(day -> !day.isAfter(there))
                        .map(day -> " Mötet är " + day + ": berätta också muntligt.").orElse("");
    }

    /** What the forms show of it. */
    Map<String, Object> shown(Delivery delivery) {
        var shown = new HashMap<String, Object>();
        shown.put("what", delivery.purpose().swedish());
        shown.put("recipient", addresses.nameOf(delivery.caseNumber(), delivery.addressee()));
        shown.put("way", delivery.way().swedish());
        if (delivery.why() != null) {
            shown.put("why", delivery.why());
        }
        if (delivery.way().isPosted()) {
            var address = addresses.postalAddressOf(delivery.caseNumber(), delivery.addressee());
            if (address.forwarded()) {
                shown.put("forwarding", "Lägg brevet i ett eget kuvert utan adress och skicka det i ett yttre kuvert "
                        + "till Skatteverkets förmedling." + forwardingTime(delivery));
            } else {
                shown.put("address", address.address() == null ? "Adress saknas. Ta reda på den." : address.address());
            }
        }
        papers.of(delivery).ifPresent(d -> shown.put("document", Map.of("id", d.id(), "label", d.kind().swedish())));
        if (delivery.way() == Way.PRINTED_FROM_IT_SERVICE) {
            shown.put("printFrom", "IT-tjänsten för SIP, eller dokumentet här om den inte går att nå.");
        }
        attempts.findByDeliveryIdOrderByAttemptNo(delivery.id()).stream().reduce((a, b) -> b)
                .ifPresent(a -> shown.put("attemptedAt", a.attemptedAt().format(MOMENT)));
        return shown;
    }
}
