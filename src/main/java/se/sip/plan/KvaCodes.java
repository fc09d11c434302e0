package se.sip.plan;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseLog;

/** Registers codes of measures (KVÅ), each once per occasion. */
@Service
public class KvaCodes {

    /** The occasion of a case's plan, whatever the number of its versions. */
    public static final String PLAN = "PLAN";

    private final KvaCodeRepository codes;
    private final CaseLog log;
    private final Clock clock;

    KvaCodes(KvaCodeRepository codes, CaseLog log, Clock clock) {
        this.codes = codes;
        this.log = log;
        this.clock = clock;
    }

    /** Registers the code, unless the occasion already has one. */
    public void register(String caseNumber, String occasion, String code, String unitId) {
        if (!isRegistered(caseNumber, occasion)) {
            codes.save(new KvaCode(null, caseNumber, occasion, code, unitId, LocalDateTime.now(clock)));
            log.add(caseNumber, "KVA_CODE", code);
        }
    }

    public boolean isRegistered(String caseNumber, String occasion) {
        return of(caseNumber).stream().anyMatch(c -> c.occasion().equals(occasion));
    }

    public List<KvaCode> of(String caseNumber) {
        return codes.findByCaseNumberOrderById(caseNumber);
    }
}
