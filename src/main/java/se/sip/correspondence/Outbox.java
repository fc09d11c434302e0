package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.Delivery.Status;
import se.sip.county.CountyClauses;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;

/**
 * Takes orders to send. An order is kept in the caller's transaction and carried out after it, by the process
 * {@code leverans}; nothing leaves for what was rolled back.
 *
 * <pre>
 * outbox.send(Order.of(number, Purpose.DISCHARGE, Addressee.unit(id), "utskrivning:7", "1", Way.MAIL));
 * </pre>
 */
@Service
@Transactional
public class Outbox {

    private static final String PROCESS = "leverans";

    private final DeliveryRepository deliveries;
    private final AttemptRepository attempts;
    private final AddressBook addresses;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final CaseLog log;
    private final StaffDirectory staff;
    private final Digests digests;
    private final CountyClauses clauses;
    private final Clock clock;

    Outbox(DeliveryRepository deliveries, AttemptRepository attempts, AddressBook addresses, CaseFiles cases,
            CaseProcesses processes, CaseLog log, StaffDirectory staff,
            Digests digests, CountyClauses clauses, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.addresses = addresses;
        this.cases = cases;
        this.processes = processes;
        this.log = log;
        this.staff = staff;
        this.digests = digests;
        this.clauses = clauses;
        this.clock = clock;
    }

    /**
     * Orders a delivery. Whether a ground covers it is asked when it is sent, each time.
     *
     * @return the delivery; where the same was ordered before, that one, and nothing is sent again
     */
    public Delivery send(Order order) {
        return deliveries.findByKey(order.key()).orElseGet(() -> {
            CaseFile caseFile = cases.byNumber(order.caseNumber());
            Delivery ordered = deliveries.save(Delivery.of(order, caseFile.county(), LocalDateTime.now(clock),
                    staff.current().map(StaffDirectory.StaffMember::userId).orElse("systemet")));
            if (digests.takes(order)) {
                return deliveries.save(ordered.withStatus(Status.IN_DIGEST));
            }
            processes.start(PROCESS, caseFile.county(), caseFile.number(), Map.of(
                    ProcessVariable.DELIVERY, String.valueOf(ordered.id()),
                    ProcessVariable.CONVENER_GROUP, caseFile.convenerUnit()));
            return ordered;
        });
    }

    /** The deliveries of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Delivery> of(String caseNumber) {
        return deliveries.findByCaseNumberOrderById(caseNumber);
    }

    /** The deliveries of a case as the convening unit may read them, oldest first. */
    @Transactional(readOnly = true)
    public List<DeliveryView> viewsOf(String caseNumber) {
        return of(caseNumber).stream().map(d -> new DeliveryView(d.id(), d.purpose().swedish(),
                addresses.nameOf(d.caseNumber(), d.addressee()), d.way().swedish(), d.status().swedish(), d.status(),
                d.sentAt(), d.acknowledgedAt(), d.createdAt(), d.why(),
                clauses.of(d.county(), d.clauses().values()),
                d.status() == Status.WITHHELD ? Grounds.Hindrance.valueOf(d.reason()).swedish()
                        : d.reason() == null ? null : Failure.valueOf(d.reason()).swedish(),
                attempts.findByDeliveryIdOrderByAttemptNo(d.id()).size())).toList();
    }

    /** The recipient has received it. A second receipt changes nothing. */
    public void acknowledge(long deliveryId, String by) {
        deliveries.findById(deliveryId).filter(d -> d.status() == Status.SENT || d.status() == Status.UNCLEAR
                        || d.status() == Status.IN_DIGEST)
                .ifPresent(d -> {
                    deliveries.save(d.withStatus(Status.ACKNOWLEDGED).withAcknowledgedAt(LocalDateTime.now(clock))
                            .withAcknowledgedBy(by)
                            .withSentAt(d.sentAt() == null ? LocalDateTime.now(clock) : d.sentAt()));
                    log.add(d.caseNumber(), "DELIVERY_ACKNOWLEDGED", d.purpose().swedish());
                });
    }

    /** The recipient has done what a delivery about this subject asked for, which it could not without receiving it. */
    public void acknowledgeSubject(String caseNumber, String subject, String by) {
        of(caseNumber).stream().filter(d -> d.subject().equals(subject)).forEach(d -> acknowledge(d.id(), by));
    }

    /**
     * Nothing that needs a ground goes out any longer: what waits to be retried or posted is called off. What is under
     * way is asked about again before it leaves.
     */
    public void withhold(String caseNumber) {
        for (Delivery delivery : of(caseNumber)) {
            if (delivery.purpose().needsGround() && !delivery.addressee().isFamily()) {
                callOff(delivery, Grounds.Hindrance.NO_GROUND);
            }
        }
    }

    /** What waits to leave for one of these purposes says what no longer is so: it is called off. */
    public void overtaken(String caseNumber, Set<Purpose> purposes) {
        of(caseNumber).stream().filter(d -> purposes.contains(d.purpose()))
                .forEach(d -> callOff(d, Grounds.Hindrance.OVERTAKEN));
    }

    private void callOff(Delivery delivery, Grounds.Hindrance why) {
        if (deliveries.callOff(delivery.id(), why.name()) == 0) {
            return;
        }
        log.add(delivery.caseNumber(), "DELIVERY_WITHHELD", delivery.purpose().swedish());
        processes.cancel(delivery.caseNumber(), PROCESS, ProcessVariable.DELIVERY, String.valueOf(delivery.id()),
                "withheld");
    }
}
