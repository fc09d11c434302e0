package se.sip.archive;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Keeps packages, and their receipts when the case is gone. */
interface ArchivePackageRepository extends Repository<ArchivePackage, Long> {

    ArchivePackage save(ArchivePackage made);

    List<ArchivePackage> findByCaseNumberOrderById(String caseNumber);

    Optional<ArchivePackage> findByCaseNumberAndPrincipal(String caseNumber, String principal);
}
