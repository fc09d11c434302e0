package se.sip.meeting;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks whether the case's consent holds, in the words a form needs: consent is a condition all the way, not a step. */
@Component
public class LiveConsent {

    /** What is wrong with the consent on the day and what to do, in Swedish; empty where it holds. */
    public Optional<String> faultOn(String caseNumber, LocalDate day) {
        return Optional.empty();
    }

    /** Last day of the consent. */
    public Optional<LocalDate> endsOn(String caseNumber) {
        return Optional.empty();
    }

    /** Whether the family has yet to say if a plan is to be made (VGU-65). */
    public boolean planIsLeftToMeeting(String caseNumber) {
        return false;
    }

    /** Keeps what the family said at the meeting. */
    public void decidePlan(String caseNumber, boolean agreed, LocalDate on) {
    }

    /** Opens reading for a party on the ground that names it; without a ground it stays closed. */
    public boolean disclose(String caseNumber, Party party, LocalDate day, String what) {
        return false;
    }
}
