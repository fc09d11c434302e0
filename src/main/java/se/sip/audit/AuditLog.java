package se.sip.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory;

/**
 * Notes what is read. Reads of one case are noted by {@link ReadsCase} on the method that answers; this is for those
 * that show several. What is changed notes itself, see {@link RecordChanges}.
 */
@Service
public class AuditLog {

    private final AuditChains chains;
    private final List<EmergencyReason> emergencies;
    private final StaffDirectory staff;
    private final Clock clock;

    AuditLog(AuditChains chains, List<EmergencyReason> emergencies, StaffDirectory staff, Clock clock) {
        this.chains = chains;
        this.emergencies = emergencies;
        this.staff = staff;
        this.clock = clock;
    }

    /** The cases are shown in a list, with whom they are about. Noted once per user, case and day: lists reload. */
    public void listed(Collection<String> caseNumbers) {
        var me = staff.current();
        if (me.isEmpty() || caseNumbers.isEmpty()) {
            return;
        }
        Set<String> noted = new HashSet<>(chains.listedSince(me.get().userId(), LocalDate.now(clock).atStartOfDay()));
        List<AuditLine> news = new LinkedHashSet<>(caseNumbers).stream().filter(n -> !noted.contains(n))
                .map(n -> AuditLine.of(n, AuditAction.LISTED, AuditSubject.LIST, null)).toList();
        if (!news.isEmpty()) {
            chains.append(news);
        }
    }

    /** A search has found the cases; one without a hit is noted too. @param by what was searched by, never for whom */
    public void found(Collection<String> caseNumbers, String by) {
        chains.append(caseNumbers.isEmpty()
                ? List.of(AuditLine.of(AuditChains.NO_CASE, AuditAction.READ, AuditSubject.SEARCH, by + ", ingen träff"))
                : caseNumbers.stream().map(n -> AuditLine.of(n, AuditAction.READ, AuditSubject.SEARCH, by)).toList());
    }

    /** Something of a case was read. @param caseNumber null where it is about none */
    public void read(String caseNumber, AuditSubject subject, String detail) {
        if (caseNumber == null) {
            chains.append(List.of(AuditLine.of(AuditChains.NO_CASE, AuditAction.READ, subject, detail)));
            return;
        }
        var reason = staff.current().flatMap(me -> emergencies.stream().map(e -> e.of(me.userId(), caseNumber))
                .flatMap(java.util.Optional::stream).findFirst());
        chains.append(List.of(reason.map(why -> new AuditLine(caseNumber, AuditAction.READ, subject, detail,
                Occasion.EMERGENCY, why)).orElseGet(() -> AuditLine.of(caseNumber, AuditAction.READ, subject, detail))));
    }

    /** Something was changed that belongs to no case. @param detail as keys; never personal data */
    public void changed(AuditSubject subject, String detail) {
        chains.append(List.of(AuditLine.of(AuditChains.NO_CASE, AuditAction.CHANGED, subject, detail)));
    }

    /** Emergency access was taken. */
    public void emergency(String caseNumber, String reason) {
        chains.append(List.of(new AuditLine(caseNumber, AuditAction.EMERGENCY, AuditSubject.CASE, null,
                Occasion.EMERGENCY, reason)));
    }

    /** Emergency access was asked for where it is not given. */
    public void emergencyRefused(String caseNumber, String reason) {
        chains.append(List.of(new AuditLine(caseNumber, AuditAction.REFUSED, AuditSubject.CASE, null,
                Occasion.EMERGENCY, reason)));
    }

    /** The case's records were taken away. */
    public void removed(String caseNumber) {
        chains.append(List.of(AuditLine.of(caseNumber, AuditAction.REMOVED, AuditSubject.CASE, null)));
    }

    /** Somebody asked for what is not theirs to see. */
    public void refused(String caseNumber, AuditSubject subject, String detail) {
        chains.append(List.of(AuditLine.of(caseNumber, AuditAction.REFUSED, subject, detail)));
    }
}
