package se.sip.meeting;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.Disclosures;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.consent.PlanConsent;

/** Asks whether the case's consent holds, in the words a form needs: consent is a condition all the way, not a step. */
@Component
public class LiveConsent {

    private final Consents consents;
    private final Disclosures disclosures;

    LiveConsent(Consents consents, Disclosures disclosures) {
        this.consents = consents;
        this.disclosures = disclosures;
    }

    /** What is wrong with the consent on the day and what to do, in Swedish; empty where it holds. */
    public Optional<String> faultOn(String caseNumber, LocalDate day) {
        ConsentState state = consents.stateOn(caseNumber, day);
        return state == ConsentState.VALID ? Optional.empty() : Optional.of(whatToDo(state, day));
    }

    private static String whatToDo(ConsentState state, LocalDate day) {
        String wrong = "Samtycket gäller inte den " + day + " (" + lowerFirst(state.swedish()) + "). ";
        return wrong + switch (state) {
            case EXPIRED, WITHDRAWN, NONE -> "Hämta nytt samtycke innan du går vidare, i uppgiften "
                    + "Förnya samtycket.";
            case MISSING_CHILD -> "Hämta personens eget samtycke innan du går vidare.";
            case MISSING_GUARDIAN -> "Hämta vårdnadshavarens svar innan du går vidare.";
            case REFUSED_ACCEPT -> "Ett nej respekteras: inget får delas. Registrera att samtycket är återkallat.";
            case INCOMPLETE_SCOPE -> "Komplettera samtycket innan du går vidare.";
            case NO_GROUND, NEEDS_HARM_TEST, ALT_GROUND_REQUIRED -> "Komplettera med en annan grund innan du går vidare.";
            case VALID -> "";
        };
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Last day of the consent. */
    public Optional<LocalDate> endsOn(String caseNumber) {
        return consents.endsOn(caseNumber);
    }

    /** Whether the family has yet to say if a plan is to be made (VGU-65). An earlier no is asked about again. */
    public boolean planIsLeftToMeeting(String caseNumber) {
        return consents.planPart(caseNumber) != PlanConsent.YES;
    }

    /** Keeps what the family said at the meeting about the plan. */
    public void decidePlan(String caseNumber, boolean agreed, LocalDate on) {
        consents.decidePlanPart(caseNumber, agreed ? PlanConsent.YES : PlanConsent.NO, on, "På mötet");
    }

    /** Opens reading for a party on the ground that names it; without a ground it stays closed. */
    public boolean disclose(String caseNumber, Party party, LocalDate day, String what) {
        var ground = consents.groundFor(caseNumber, party.participantId(), day);
        ground.ifPresent(g -> disclosures.open(caseNumber, party.unitId(), g.ground(), g.ref(), what));
        return ground.isPresent();
    }
}
