package se.sip.discharge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.sip.discharge.Planning.OfferAnswer;

/**
 * The form {@code planering}: what the permanent care contact came to with the person and the parties (VGU-34, VGU-38,
 * VGU-41, VGU-73, VGU-76, VGU-92 to VGU-96, VGU-100, LUS 4:1).
 *
 * @param compulsoryCare open compulsory psychiatric care: a coordinated care plan takes the SIP's place
 * @param goalChanged the long-term goal has changed markedly because of the admission (VGU-38)
 * @param followUpOn when the existing SIP is to be followed up
 * @param units who is to take part beside the units of the admission notice
 */
record PlanningForm(
        @NotNull(message = "Fyll i dagen för planeringen.")
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate plannedOn,
        @NotBlank(message = "Skriv vilka ni har planerat med: personen, närstående, enheter.")
        @Size(max = 500, message = "Högst 500 tecken.") String withWhom,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String important,
        @NotNull(message = "Svara ja eller nej.") Boolean compulsoryCare,
        @NotNull(message = "Svara ja eller nej.") Boolean needsRegion,
        @NotNull(message = "Svara ja eller nej.") Boolean needsMunicipality,
        @NotNull(message = "Svara ja eller nej.") Boolean existingSip,
        String existingSipUnit,
        Boolean goalChanged,
        LocalDate followUpOn,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate offeredOn,
        OfferAnswer offerAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String notNeededReason,
        @Size(max = 4000, message = "Högst 4 000 tecken.") String safePlan,
        Boolean atHospital,
        Boolean shortTermEnough,
        Set<HospitalGround> hospitalGrounds,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String hospitalReason,
        @Valid @Size(max = 20, message = "Högst 20 enheter.") List<UnitRow> units) {

    /** One more unit that is to take part. */
    record UnitRow(@NotBlank(message = "Välj enheten.") String unitId) {
    }

    /** Why a SIP meeting is held at the hospital. */
    enum HospitalGround {
        /** VGU-93. */
        PALLIATIVE_OR_NEONATAL,
        /** VGU-94. */
        COGNITIVE,
        /** VGU-95. */
        PSYCHIATRIC,
        /** VGU-96. */
        SERIOUS_RISK
    }

    List<UnitRow> unitRows() {
        return units == null ? List.of() : units;
    }

    Set<HospitalGround> grounds() {
        return hospitalGrounds == null ? Set.of() : hospitalGrounds;
    }

    boolean needsBoth() {
        return Boolean.TRUE.equals(needsRegion) && Boolean.TRUE.equals(needsMunicipality);
    }

    boolean isReplacedByCarePlan() {
        return Boolean.TRUE.equals(compulsoryCare);
    }

    boolean followsUp() {
        return Boolean.TRUE.equals(existingSip) && Boolean.FALSE.equals(goalChanged);
    }

    /** Whether a SIP is to be offered: always where both principals are needed (VGU-34, VGU-73). */
    boolean offers() {
        return !isReplacedByCarePlan() && !followsUp()
                && (needsBoth() || Boolean.TRUE.equals(existingSip) && Boolean.TRUE.equals(goalChanged));
    }

    boolean endsWithoutSip() {
        return !isReplacedByCarePlan() && !followsUp() && (!offers() || offerAnswer == OfferAnswer.NO);
    }
}
