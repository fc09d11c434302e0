package se.sip.invitation;

import org.springframework.data.repository.Repository;

/** Keeps yeses to digital meetings. */
interface DigitalConsentRepository extends Repository<DigitalConsent, Long> {

    DigitalConsent save(DigitalConsent consent);

    boolean existsByCaseNumber(String caseNumber);
}
