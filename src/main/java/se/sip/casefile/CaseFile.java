package se.sip.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A SIP case (ärende): what is true about it. Where it is, the engine knows; {@code number} is the business key.
 *
 * @param discoveredOn the day the need was discovered; the meeting's date counts from it (VGB-17)
 * @param signalledOn the day another actor or the person pointed the need out, when that came first
 * @param needsFrom kinds of unit ({@code UnitKind}) from which interventions are needed
 * @param startDue last day to start "utan dröjsmål" (VGB-12; the number of days is a product default)
 * @param meetingDue recommended last day of the meeting
 * @param noticesLeaveAt until then an ending can be taken back without anyone having been told
 */
@With
public record CaseFile(
        @Id Long id,
        String number,
        String county,
        Long personId,
        Audience audience,
        CaseStatus status,
        CasePhase phase,
        String convenerUnit,
        String convenerUser,
        CaseOrigin origin,
        String askedBy,
        LocalDate signalledOn,
        LocalDate discoveredOn,
        LocalDate openedOn,
        boolean urgent,
        String urgencyReason,
        Codes indicators,
        Codes riskGroups,
        Codes needsFrom,
        String needDescription,
        boolean inpatient,
        LocalDate startDue,
        LocalDate meetingDue,
        String lateReason,
        EndKind endKind,
        String endReason,
        LocalDateTime endedAt,
        LocalDateTime noticesLeaveAt,
        String previousNumber,
        @Version long version) {

    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    /** The judgement of the need, which may be made by another than the one who first saw it. */
    public CaseFile judged(LocalDate discovered, Codes newIndicators, Codes newRiskGroups, Codes newNeedsFrom,
            String description) {
        return withDiscoveredOn(discovered).withIndicators(newIndicators).withRiskGroups(newRiskGroups)
                .withNeedsFrom(newNeedsFrom).withNeedDescription(description);
    }

    public CaseFile handedTo(String unit, String user) {
        return withConvenerUnit(unit).withConvenerUser(user);
    }

    public CaseFile ended(EndKind kind, String reason, LocalDateTime at, LocalDateTime leaveAt) {
        return withStatus(CaseStatus.CLOSED).withPhase(CasePhase.ENDED).withEndKind(kind).withEndReason(reason)
                .withEndedAt(at).withNoticesLeaveAt(leaveAt);
    }

    public CaseFile reopened(CasePhase at) {
        return withStatus(CaseStatus.OPEN).withPhase(at).withEndKind(null).withEndReason(null).withEndedAt(null)
                .withNoticesLeaveAt(null);
    }
}
