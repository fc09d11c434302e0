package se.sip.decision;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;

/** Stores each decision with the clauses it rests on, so that forms can show them. */
@Service
public class DecisionRecords {

    private final DecisionRepository decisions;
    private final Clock clock;

    DecisionRecords(DecisionRepository decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @param subject null where the decision is about the case as a whole */
    public void store(String caseNumber, DecisionAnswer answer, String outcome, String subject) {
        decisions.save(new DecisionRecord(null, caseNumber, answer.table(), answer.version(), subject, outcome,
                answer.why(), answer.clauses(), LocalDateTime.now(clock)));
    }

    public List<DecisionRecord> of(String caseNumber) {
        return decisions.findByCaseNumberOrderById(caseNumber);
    }
}
