package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.sip.correspondence.Attempt.Outcome;
import se.sip.engine.UnitTasks;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * One mail a day instead of one for each thing, by the unit's own choice: how many tasks wait, how many are overdue, how
 * much there is to read, and a link; nothing of whom. What brings a time for the calendar still goes at once. At most
 * one per unit and day: the attempt is committed before it is sent and the result after; an unclear one is not repeated,
 * the next comes tomorrow.
 */
@Service
class Digests {

    private final DigestStore store;
    private final MailPost post;
    private final UnitRepository units;
    private final UnitTasks tasks;
    private final Clock clock;
    private final String address;
    private final TransactionTemplate ownTransaction;

    Digests(DigestStore store, MailPost post, UnitRepository units, UnitTasks tasks, Clock clock,
            @Value("${sip.base-url:http://localhost:8080}") String address, PlatformTransactionManager transactions) {
        this.store = store;
        this.post = post;
        this.units = units;
        this.tasks = tasks;
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether a mail of this purpose waits for the unit's digest. */
    boolean takes(Order order) {
        return order.purpose().mayWaitForDigest() && order.addressee().kind() == Addressee.Kind.UNIT
                && order.ways().equals(List.of(Way.MAIL)) && store.isChosen(order.addressee().key());
    }

    boolean isChosen(String unitId) {
        return store.isChosen(unitId);
    }

    void choose(String unitId, boolean digest, String by) {
        if (digest) {
            store.choose(unitId, LocalDateTime.now(clock), by);
        } else {
            store.giveUp(unitId);
        }
    }

    /** Units of the county that get one. */
    List<String> due(String county) {
        return store.chosenIn(county);
    }

    /**
     * Sends today's, where there is anything to tell and none has gone out.
     *
     * @throws DeliveryFailedException where it certainly did not leave: it is tried again
     */
    void send(String unitId) {
        LocalDate today = LocalDate.now(clock);
        Unit unit = units.findById(unitId).orElseThrow();
        UnitTasks.Waiting waiting = tasks.of(unitId, today);
        int toRead = store.leftSince(unitId, today.minusDays(1).atStartOfDay());
        if (waiting.open() + toRead == 0 || unit.email() == null || unit.email().isBlank()
                || !Boolean.TRUE.equals(ownTransaction.execute(status -> begun(unitId, today)))) {
            return;
        }
        Outcome outcome = Outcome.SENT;
        Failure failure = null;
        try {
            post.send(new MailPost.Mail(unit.email(), subject(waiting), text(waiting, toRead),
                    "sammanstallning-" + unitId + "-" + today, null));
        } catch (NotSentException e) {
            outcome = Outcome.FAILED;
            failure = e.failure();
        } catch (UnclearException e) {
            outcome = Outcome.UNCLEAR;
        }
        Outcome known = outcome;
        ownTransaction.executeWithoutResult(status -> store.end(unitId, today, known));
        if (failure != null) {
            throw new DeliveryFailedException("Sammanställningen till %s: %s.".formatted(unit.name(),
                    failure.swedish()));
        }
    }

    private boolean begun(String unitId, LocalDate day) {
        if (store.outcome(unitId, day).isPresent()) {
            return false;
        }
        store.begin(unitId, day, LocalDateTime.now(clock));
        return true;
    }

    private static String subject(UnitTasks.Waiting waiting) {
        return "SIP: " + count(waiting.open()) + (waiting.overdue() == 0 ? ""
                : ", " + waiting.overdue() + (waiting.overdue() == 1 ? " försenad" : " försenade"));
    }

    private static String count(int open) {
        return open == 1 ? "1 uppgift väntar" : open + " uppgifter väntar";
    }

    private String text(UnitTasks.Waiting waiting, int toRead) {
        return count(waiting.open()) + " på er enhet.\n" + (waiting.overdue() == 0 ? "Ingen är försenad.\n"
                : waiting.overdue() + " av dem har passerat sin sista dag.\n")
                + (toRead == 0 ? "" : "Sedan i går finns " + toRead + " meddelanden att läsa.\n")
                + "\nÖppna: " + address + "/arenden\n\nEr enhet har valt en sammanställning om dagen. Den innehåller med "
                + "avsikt inga personuppgifter. Svara inte på meddelandet.\n";
    }
}
