package se.sip.archive;

import java.time.LocalDateTime;
import java.util.List;
import se.sip.unit.PrincipalId;

/** What a package holds. @param whole whether the principal convened at the end */
record PackageContent(String caseNumber, PrincipalId principal, boolean whole, LocalDateTime endedAt,
        List<RecordRows.Group> records, List<Paper> papers) {

    /**
     * A document.
     *
     * @param file its name in the package
     * @param kept whether it is as it was kept; otherwise the unit read it here, and it is written for the package
     */
    record Paper(String file, String title, byte[] content, boolean kept) {
    }
}
