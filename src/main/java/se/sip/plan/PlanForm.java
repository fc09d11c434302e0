package se.sip.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import se.sip.plan.PlanVersion.FamilyCopy;
import se.sip.plan.PlanVersion.Horizon;
import se.sip.unit.Principal;

/**
 * {@code forms/plan.html}: the plan as it is written at the meeting, and as it is revised at a follow-up. Where the
 * family says no to the planning nothing else is demanded, so the other fields are checked in
 * {@link PlanFormRules}, not here.
 *
 * @param familyAgrees whether the child and the guardians consent to the planning, asked after a summary (VGU-139)
 * @param contacts one row per party, the form's own
 * @param responsibleUnit key of a party of the principal
 * @param copiesTo keys of the parties that wish to have a printout, besides the family (VGU-140)
 * @param closerUnit key of the party that is to close the SIP when the time comes (HAL-125)
 * @param describesNeeds whether the family finds that the plan describes the needs and how to meet them (HAL-108)
 * @param describesNeedsNote what is missing according to the family
 * @param familyContactUnit key of the party whose person keeps the contact with the family (BOR-66)
 * @param asksFollowUpCaller shows the question; the server asks the county's table, not this
 * @param followUpUnit key of the party that calls to the follow-up (BOR-74)
 */
record PlanForm(
        @NotNull(message = "Ange om de som bestämmer samtycker till planeringen.") Boolean familyAgrees,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String refusalNote,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String longTermGoal,
        List<@Valid GoalRow> goals,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String ownPart,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String needs,
        List<@Valid InterventionRow> interventions,
        List<@Valid OtherMeasureRow> otherMeasures,
        List<@Valid ContactRow> contacts,
        Principal responsiblePrincipal,
        String responsibleUnit,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String responsiblePerson,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String responsibleWhy,
        LocalDate followUpOn,
        @Size(max = 300, message = "Skriv högst 300 tecken.") String followUpPlace,
        Boolean viewsDiffer,
        @Size(max = 4000, message = "Skriv högst 4 000 tecken.") String disagreement,
        FamilyCopy familyCopy,
        List<String> copiesTo,
        String closerUnit,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String closerPerson,
        Boolean describesNeeds,
        @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String describesNeedsNote,
        String familyContactUnit,
        @Size(max = 200, message = "Skriv högst 200 tecken.") String familyContactPerson,
        Boolean asksFollowUpCaller,
        String followUpUnit) {

    /** A sub-goal. */
    record GoalRow(
            @NotBlank(message = "Skriv delmålet.")
            @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String goal,
            @NotNull(message = "Ange om delmålet gäller på kort eller lång sikt.") Horizon horizon,
            @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String how) {
    }

    /**
     * An intervention.
     *
     * @param key the intervention of the version before that this one carries on; the form's own
     * @param owner key of the responsible party
     * @param goalNo number of the sub-goal, 0 for the long-term goal; null counts as 0 where the county asks for none
     * @param notForGuardians whether guardians are not shown it (OSL 12:3); null counts as no
     * @param notForGuardiansWhy why not
     * @param confirmed whether the owner's representative at the meeting said yes
     */
    record InterventionRow(
            String key,
            @NotBlank(message = "Skriv vad som ska göras.")
            @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String what,
            Integer goalNo,
            @NotBlank(message = "Välj vilken enhet som ansvarar för insatsen.") String owner,
            @Size(max = 200, message = "Skriv högst 200 tecken.") String performer,
            LocalDate startsOn,
            LocalDate doneBy,
            @Size(max = 300, message = "Skriv högst 300 tecken.") String howOften,
            @Size(max = 300, message = "Skriv högst 300 tecken.") String place,
            @NotNull(message = "Ange om insatsen kräver en ansökan eller utredning som beslutas separat.")
            Boolean separateDecision,
            Boolean notForGuardians,
            @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String notForGuardiansWhy,
            @NotNull(message = "Ange om enhetens egen representant sa ja till insatsen på mötet.")
            Boolean confirmed) {
    }

    /** What somebody outside the parties does. */
    record OtherMeasureRow(
            @NotBlank(message = "Skriv vem som gör det.")
            @Size(max = 200, message = "Skriv högst 200 tecken.") String who,
            @NotBlank(message = "Skriv vad som görs.")
            @Size(max = 1000, message = "Skriv högst 1 000 tecken.") String what,
            @Size(max = 300, message = "Skriv högst 300 tecken.") String when) {
    }

    /** Contact person of a party; {@code party} and {@code name} are the form's own. */
    record ContactRow(
            String party,
            String name,
            @Size(max = 200, message = "Skriv högst 200 tecken.") String person,
            @Size(max = 200, message = "Skriv högst 200 tecken.") String reachedAt) {
    }
}
