package se.sip.emergency;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.audit.EmergencyReason;
import se.sip.casefile.CaseFile;
import se.sip.casefile.FurtherReading;
import se.sip.casefile.NamedReaders;

/** Which emergency accesses hold now. A case of protected identity is not opened by any. */
@Component
class OpenEmergencies implements FurtherReading, EmergencyReason {

    private final EmergencyAccessRepository taken;
    private final NamedReaders named;
    private final Clock clock;

    OpenEmergencies(EmergencyAccessRepository taken, NamedReaders named, Clock clock) {
        this.taken = taken;
        this.named = named;
        this.clock = clock;
    }

    @Override
    public boolean opens(StaffMember who, CaseFile caseFile) {
        return who.worksWithCases() && who.counties().contains(caseFile.county())
                && of(who.userId(), caseFile.number()).isPresent() && !named.isRestricted(caseFile);
    }

    @Override
    public Optional<String> of(String userId, String caseNumber) {
        return taken.findByCaseNumberAndUserIdAndEndsAtGreaterThanOrderById(caseNumber, userId,
                LocalDateTime.now(clock)).stream().map(EmergencyAccess::reason).reduce((first, last) -> last);
    }
}
