package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.Delivery.Status;
import se.sip.decision.DecisionTables;

/**
 * Whether units have acknowledged what they got. An integration acknowledges what went by the IT service, a member of
 * the unit by the link in the mail. What is not acknowledged in the county's days (table {@code kvittens}) is asked for,
 * then told to the unit's managers.
 */
@Service
@Transactional
public class Receipts {

    private static final String TABLE = "kvittens";
    private static final String SUBJECT = "leverans:";

    private final DeliveryRepository deliveries;
    private final Outbox outbox;
    private final AddressBook addresses;
    private final DecisionTables tables;
    private final CaseLog log;
    private final Clock clock;

    Receipts(DeliveryRepository deliveries, Outbox outbox, AddressBook addresses, DecisionTables tables, CaseLog log,
            Clock clock) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.addresses = addresses;
        this.tables = tables;
        this.log = log;
        this.clock = clock;
    }

    /** Who is told that a receipt is missing. */
    public enum Step {
        REMINDER,
        MANAGER
    }

    /** @param deliveryId of what is not acknowledged */
    public record Missing(long deliveryId, Step step) {
    }

    /** What is missing in the case today, whether somebody was told of it or not. */
    @Transactional(readOnly = true)
    public List<Missing> missing(String caseNumber) {
        LocalDate today = LocalDate.now(clock);
        var missing = new ArrayList<Missing>();
        for (Delivery delivery : outbox.of(caseNumber)) {
            if (isAwaited(delivery)) {
                for (Step step : Step.values()) {
                    if (!today.isBefore(leftOn(delivery).plusDays(days(delivery.county(), step)))) {
                        missing.add(new Missing(delivery.id(), step));
                    }
                }
            }
        }
        return missing;
    }

    /** Asks the unit, or tells its managers; nothing where the receipt has come meanwhile. */
    public void ask(long deliveryId, Step step) {
        deliveries.findById(deliveryId).filter(Receipts::isAwaited).ifPresent(d -> {
            Addressee to = step == Step.REMINDER ? d.addressee() : Addressee.managersOf(d.addresseeKey());
            outbox.send(Order.of(d.caseNumber(), step == Step.REMINDER ? Purpose.RECEIPT_REMINDER
                    : Purpose.RECEIPT_OVERDUE, to, SUBJECT + d.id(), "1", Way.MAIL)
                    .withParticipantId(d.participantId()));
            log.add(d.caseNumber(), step == Step.REMINDER ? "RECEIPT_REMINDED" : "RECEIPT_OVERDUE",
                    d.purpose().swedish() + ": " + addresses.nameOf(d.caseNumber(), d.addressee()));
        });
    }

    /** What a member of staff can acknowledge for the unit they work in; empty where it is not theirs or never left. */
    @Transactional(readOnly = true)
    Optional<Delivery> forStaff(long deliveryId, StaffMember who) {
        return deliveries.findById(deliveryId).filter(d -> d.purpose().asksReceipt()
                && d.addresseeKind() == Addressee.Kind.UNIT && who.counties().contains(d.county())
                && who.worksIn(d.addresseeKey()))
                .filter(d -> d.status() == Status.SENT || d.status() == Status.ACKNOWLEDGED
                        || d.status() == Status.UNCLEAR || d.status() == Status.IN_DIGEST);
    }

    /** The delivery whose receipt is asked for by a mail; empty where the mail asks for none. */
    static Optional<String> keyOf(Delivery mail) {
        if (mail.purpose().asksReceipt()) {
            return Optional.of(String.valueOf(mail.id()));
        }
        return mail.subject().startsWith(SUBJECT) ? Optional.of(mail.subject().substring(SUBJECT.length()))
                : Optional.empty();
    }

    private static LocalDate leftOn(Delivery d) {
        return (d.sentAt() == null ? d.createdAt() : d.sentAt()).toLocalDate();
    }

    private static boolean isAwaited(Delivery d) {
        return (d.status() == Status.SENT || d.status() == Status.IN_DIGEST) && d.purpose().asksReceipt() && d.addresseeKind() == Addressee.Kind.UNIT
                && !d.way().isPosted();
    }

    private int days(String county, Step step) {
        return tables.evaluate(county, null, TABLE, Map.of("step", step.name())).number("days");
    }
}
