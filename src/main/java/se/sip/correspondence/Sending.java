package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.Attempt.Outcome;
import se.sip.correspondence.Delivery.Status;

/**
 * Carries one delivery out. The attempt is committed before anything leaves and its result after, each in a
 * transaction of its own: a send whose record was rolled back would be sent twice, and one whose node died is not
 * known to have been sent.
 */
@Service
class Sending {

    /** At once, then after 5, 10 and 60 minutes (the engine's retries); then the next way, or an incident. */
    static final int TRIES_PER_WAY = 4;

    private final DeliveryRepository deliveries;
    private final AttemptRepository attempts;
    private final Grounds grounds;
    private final AddressBook addresses;
    private final Papers papers;
    private final Map<Way, Carrier> carriers = new EnumMap<>(Way.class);
    private final CaseLog log;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Sending(DeliveryRepository deliveries, AttemptRepository attempts, Grounds grounds, AddressBook addresses,
            Papers papers, List<Carrier> carriers, CaseLog log, Clock clock, PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.grounds = grounds;
        this.addresses = addresses;
        this.papers = papers;
        carriers.forEach(c -> this.carriers.put(c.way(), c));
        this.log = log;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What the diagram goes on with. */
    enum Step {
        SENT,
        /** Somebody is to print and post it. */
        TO_POST,
        /** Nobody knows whether it left: a person settles it. */
        UNCLEAR,
        /** It may not be sent. */
        WITHHELD,
        /** This way is used up; the next one is tried. */
        NEXT_WAY
    }

    /**
     * Tries once, by as many ways as fail for good.
     *
     * @throws DeliveryFailedException where it certainly did not leave and is to be tried again
     */
    Step perform(long deliveryId) {
        Step step;
        do {
            step = tryOnce(deliveryId);
        } while (step == Step.NEXT_WAY);
        return step;
    }

    private Step tryOnce(long deliveryId) {
        Carrier.Ready ready = null;
        Failure failure = null;
        try {
            ready = prepare(byId(deliveryId));
        } catch (NotSentException e) {
            failure = e.failure();
        }
        Begun begun = begin(deliveryId);
        if (begun.attempt() == null) {
            return begun.step();
        }
        boolean unclear = false;
        if (failure == null && ready == null) {
            // The ground came back between the two looks; it is sent at the next try.
            failure = Failure.REFUSED_FOR_NOW;
        }
        if (failure == null) {
            try {
                ready.send();
            } catch (NotSentException e) {
                failure = e.failure();
            } catch (UnclearException e) {
                unclear = true;
            }
        }
        return end(begun.attempt(), failure, unclear);
    }

    /** The document is kept before anything leaves, in a transaction of its own. */
    private Carrier.Ready prepare(Delivery delivery) throws NotSentException {
        if (delivery.isSettled() || delivery.status() == Status.UNCLEAR) {
            return null;
        }
        Carrier carrier = delivery.way().isPosted() ? null : carrierOf(delivery);
        var notSent = new NotSentException[1];
        Carrier.Ready ready = ownTransaction.execute(status -> {
            if (grounds.hindrance(delivery).isPresent()) {
                return null;
            }
            try {
                if (carrier == null) {
                    papers.of(delivery);
                    return null;
                }
                return carrier.prepare(delivery);
            } catch (NotSentException e) {
                notSent[0] = e;
                return null;
            }
        });
        if (notSent[0] != null) {
            throw notSent[0];
        }
        return ready;
    }

    /** @param attempt null where nothing is to be sent now */
    record Begun(Attempt attempt, Step step) {
    }

    /** Asks the ground again and commits that something is about to leave. */
    Begun begin(long deliveryId) {
        return ownTransaction.execute(status -> {
            Delivery delivery = byId(deliveryId);
            List<Attempt> before = attempts.findByDeliveryIdOrderByAttemptNo(deliveryId);
            if (delivery.isSettled() && delivery.status() != Status.WITHHELD) {
                return new Begun(null, Step.SENT);
            }
            if (delivery.status() == Status.WITHHELD) {
                return new Begun(null, Step.WITHHELD);
            }
            Optional<Attempt> unended = before.stream().filter(Attempt::isOpen).findFirst();
            if (unended.isPresent()) {
                attempts.save(unended.get().withEndedAt(LocalDateTime.now(clock)).withOutcome(Outcome.UNCLEAR));
                return new Begun(null, unclear(delivery));
            }
            if (delivery.status() == Status.UNCLEAR) {
                return new Begun(null, Step.UNCLEAR);
            }
            Optional<Grounds.Hindrance> hindrance = grounds.hindrance(delivery);
            if (hindrance.isPresent()) {
                deliveries.save(delivery.withStatus(Status.WITHHELD).withReason(hindrance.get().name()));
                log.add(delivery.caseNumber(), "DELIVERY_WITHHELD", delivery.purpose().swedish() + ": "
                        + hindrance.get().swedish());
                return new Begun(null, Step.WITHHELD);
            }
            if (delivery.way().isPosted()) {
                return new Begun(null, Step.TO_POST);
            }
            deliveries.save(delivery.withStatus(Status.ATTEMPTED).withReason(null));
            return new Begun(attempts.save(new Attempt(null, deliveryId, before.size() + 1, delivery.way(),
                    LocalDateTime.now(clock), null, null, null)), null);
        });
    }

    private Step end(Attempt attempt, Failure failure, boolean unclear) {
        Step step = ownTransaction.execute(status -> {
            Delivery delivery = byId(attempt.deliveryId());
            LocalDateTime now = LocalDateTime.now(clock);
            attempts.save(attempt.withEndedAt(now)
                    .withOutcome(unclear ? Outcome.UNCLEAR : failure == null ? Outcome.SENT : Outcome.FAILED)
                    .withReason(failure == null ? null : failure.name()));
            if (unclear) {
                return unclear(delivery);
            }
            if (failure == null) {
                if (delivery.status() == Status.ATTEMPTED) {
                    deliveries.save(delivery.withStatus(Status.SENT).withSentAt(now));
                }
                log.add(delivery.caseNumber(), "DELIVERED", delivery.purpose().swedish() + ", "
                        + delivery.way().swedish().toLowerCase(java.util.Locale.ROOT) + ": "
                        + addresses.nameOf(delivery.caseNumber(), delivery.addressee()));
                return Step.SENT;
            }
            return failed(delivery, failure);
        });
        if (step == null) {
            throw new DeliveryFailedException(incidentText(byId(attempt.deliveryId()), failure));
        }
        return step;
    }

    private Step unclear(Delivery delivery) {
        deliveries.save(delivery.withStatus(Status.UNCLEAR));
        log.add(delivery.caseNumber(), "DELIVERY_UNCLEAR", delivery.purpose().swedish() + ": "
                + addresses.nameOf(delivery.caseNumber(), delivery.addressee()));
        return Step.UNCLEAR;
    }

    /** @return null where the same way is tried again */
    private Step failed(Delivery delivery, Failure failure) {
        long failures = attempts.findByDeliveryIdOrderByAttemptNo(delivery.id()).stream()
                .filter(a -> a.failedBy(delivery.way())).count();
        Delivery failed = delivery.withStatus(Status.FAILED).withReason(failure.name());
        if (failures >= TRIES_PER_WAY && delivery.hasNextWay()) {
            Way next = delivery.allWays().get(delivery.wayNo() + 1);
            deliveries.save(failed.withWayNo(delivery.wayNo() + 1));
            log.add(delivery.caseNumber(), "DELIVERY_OTHER_WAY", delivery.purpose().swedish() + ": "
                    + delivery.way().swedish() + " gick inte. " + next.swedish() + " i stället.");
            return Step.NEXT_WAY;
        }
        deliveries.save(failed);
        return null;
    }

    private String incidentText(Delivery delivery, Failure failure) {
        return "Leverans %d (%s) till %s: %s.".formatted(delivery.id(), delivery.way().swedish(),
                addresses.nameForOperators(delivery.addressee()), failure.swedish());
    }

    /** What an operator reads of a send that nobody knows the result of. */
    String unclearText(long deliveryId) {
        Delivery delivery = byId(deliveryId);
        return "Oklart om skickat: leverans %d (%s) till %s. Skickas inte igen av sig själv.".formatted(delivery.id(),
                delivery.way().swedish(), addresses.nameForOperators(delivery.addressee()));
    }

    private Carrier carrierOf(Delivery delivery) throws NotSentException {
        Carrier carrier = carriers.get(delivery.way());
        if (carrier == null) {
            throw new NotSentException(Failure.NOT_SET_UP);
        }
        return carrier;
    }

    private Delivery byId(long id) {
        return deliveries.findById(id).orElseThrow(() -> new IllegalStateException("No delivery has the key " + id));
    }
}
