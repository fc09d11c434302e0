package se.sip.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.Notice.Status;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Order;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Tells those involved that something is so. A notice is written in the transaction of what it tells of. */
@Service
@Transactional
public class Notices {

    private final NoticeRepository notices;
    private final UnitRepository units;
    private final Outbox outbox;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Clock clock;

    Notices(NoticeRepository notices, UnitRepository units, Outbox outbox, CaseFiles cases, CaseLog log, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.outbox = outbox;
        this.cases = cases;
        this.log = log;
        this.clock = clock;
    }

    /** Units read the notice here; for others it becomes something for the convener to tell. */
    public void tell(String caseNumber, NoticeKind kind, Collection<Addressee> to) {
        for (Addressee recipient : new LinkedHashSet<>(to)) {
            Notice notice = notices.save(new Notice(null, caseNumber, kind, recipient.kind(), recipient.key(),
                    LocalDateTime.now(clock), recipient.readsHere() ? Status.SHOWN : Status.TO_TELL, null, null, null,
                    null));
            mail(notice);
        }
        if (!to.isEmpty()) {
            log.add(caseNumber, "NOTICE_" + kind.name(), kind.swedish());
        }
    }

    /** A unit is told by mail that there is something to read; what, it reads here. */
    private void mail(Notice notice) {
        boolean reachable = notice.recipient().readsHere() && units.findById(notice.recipientKey()).map(Unit::email)
                .filter(m -> !m.isBlank()).isPresent();
        if (reachable) {
            outbox.send(Order.of(notice.caseNumber(), purposeOf(notice.kind()), notice.recipient(),
                    "besked:" + notice.id(), "1", Way.MAIL).withWhy(notice.kind().swedish()));
        }
    }

    private static Purpose purposeOf(NoticeKind kind) {
        return switch (kind) {
            case CLOSED -> Purpose.CLOSED;
            case MEETING_MOVED -> Purpose.MEETING_CHANGED;
            case MEETING_CANCELLED -> Purpose.MEETING_CANCELLED;
            default -> Purpose.NOTICE;
        };
    }

    /** Only the running case's convener learns that another unit has started a SIP for the same person. */
    public void secondStart(String runningCaseNumber) {
        CaseFile running = cases.byNumber(runningCaseNumber);
        tell(running.number(), NoticeKind.SECOND_START, List.of(Addressee.unit(running.convenerUnit())));
    }

    @Transactional(readOnly = true)
    public List<Notice> of(String caseNumber) {
        return notices.findByCaseNumberOrderById(caseNumber);
    }

    /** What units, and the managers of units, have been told since a moment, newest first, at most twenty. */
    @Transactional(readOnly = true)
    public List<Notice> toStaff(Set<String> units, Set<String> managed, LocalDateTime since) {
        return Stream.concat(to(Addressee.Kind.UNIT, units, since), to(Addressee.Kind.MANAGERS, managed, since))
                .sorted(Comparator.comparing(Notice::id).reversed()).limit(20).toList();
    }

    private Stream<Notice> to(Addressee.Kind kind, Set<String> keys, LocalDateTime since) {
        return keys.isEmpty() ? Stream.empty()
                : notices.findTop20ByRecipientKindAndRecipientKeyInAndCreatedAtGreaterThanEqualOrderByIdDesc(kind,
                        keys, since).stream();
    }

    /** Whom the convener has yet to tell that the case is closed. */
    @Transactional(readOnly = true)
    public List<Notice> toTell(String caseNumber) {
        return of(caseNumber).stream()
                .filter(n -> n.kind() == NoticeKind.CLOSED && n.status() == Status.TO_TELL).toList();
    }

    void told(long noticeId, LocalDate on, Notice.Manner how, String by) {
        Notice notice = notices.findById(noticeId).orElseThrow();
        notices.save(notice.withStatus(Status.TOLD).withToldOn(on).withToldHow(how).withToldBy(by));
    }

    void documented(String caseNumber, String unitId, LocalDate on) {
        of(caseNumber).stream().filter(n -> n.kind() == NoticeKind.CLOSED && n.documentedOn() == null
                && n.recipient().equals(Addressee.unit(unitId)))
                .forEach(n -> notices.save(n.withDocumentedOn(on)));
    }

    /** The case goes on: nobody needs to be told any longer that it is closed. */
    public void drop(String caseNumber) {
        toTell(caseNumber).forEach(n -> notices.save(n.withStatus(Status.DROPPED)));
    }
}
