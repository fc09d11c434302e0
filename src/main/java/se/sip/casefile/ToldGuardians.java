package se.sip.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The guardians who are told of a case: every one but those with a {@link GuardianLimit}. */
@Component
public class ToldGuardians {

    private final CaseFiles cases;
    private final List<GuardianLimit> limits;

    ToldGuardians(CaseFiles cases, List<GuardianLimit> limits) {
        this.cases = cases;
        this.limits = limits;
    }

    public List<Guardian> of(CaseFile caseFile) {
        return cases.guardiansOf(caseFile).stream().filter(g -> limit(caseFile, g).isEmpty()).toList();
    }

    /** What a guardian does not get, and why; empty where the guardian is told. */
    public Optional<String> limit(CaseFile caseFile, Guardian guardian) {
        return limits.stream().flatMap(limit -> limit.of(caseFile, guardian).stream()).findFirst();
    }
}
