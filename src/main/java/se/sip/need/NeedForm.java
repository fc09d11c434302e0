package se.sip.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.sip.casefile.CaseOrigin;
import se.sip.casefile.Protection;
import se.sip.casefile.ValidIdNumber;
import se.sip.unit.UnitKind;

/**
 * The start form {@code behov}: a need was discovered, asked for or pointed out.
 *
 * @param startingUnit the unit of the one who starts
 * @param discoveredOn the day the need was discovered; the meeting's date counts from it (VGB-17)
 * @param signalledOn the day another actor or the person pointed it out, where that is how it came up (VGB-06, VGB-08)
 * @param needsFrom from which kinds of unit interventions are needed (VGB-05)
 * @param assessingUnit who judges the need, where the unit that points it out may not start (VGB-06, VGU-08)
 * @param baseLevel whether base level was tried first, for adults where the county says so (VGU-14)
 * @param noGuardianReason why a child has no guardian to name
 */
record NeedForm(
        @NotBlank(message = "Välj den enhet du startar för.") String startingUnit,
        @NotNull(message = "Ange hur behovet kom fram.") CaseOrigin origin,
        @Size(max = 300, message = "Högst 300 tecken.") String askedBy,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate signalledOn,
        @PastOrPresent(message = "Dagen kan inte ligga framåt i tiden.") LocalDate discoveredOn,
        @NotBlank(message = "Fyll i personnummer, samordningsnummer eller reservnummer.")
        @ValidIdNumber String idNumber,
        @NotBlank(message = "Fyll i förnamn.") @Size(max = 100, message = "Högst 100 tecken.") String givenName,
        @NotBlank(message = "Fyll i efternamn.") @Size(max = 100, message = "Högst 100 tecken.") String familyName,
        @Size(max = 300, message = "Högst 300 tecken.") String address,
        @NotBlank(message = "Välj hemkommun.") String municipality,
        String placingMunicipality,
        @NotNull(message = "Ange om personuppgifterna är skyddade.") Protection protection,
        @Size(max = 80, message = "Högst 80 tecken.") String interpreterLanguage,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String adaptations,
        @Valid @Size(max = 10, message = "Högst tio vårdnadshavare.") List<GuardianRow> guardians,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String noGuardianReason,
        Set<Indicator> indicators,
        Set<RiskGroup> riskGroups,
        @NotEmpty(message = "Välj minst en verksamhet som insatser behövs från.") Set<UnitKind> needsFrom,
        @NotBlank(message = "Beskriv behovet kort.") @Size(max = 4000, message = "Högst 4 000 tecken.")
        String needDescription,
        @NotNull(message = "Svara ja eller nej.") Boolean inpatient,
        @NotNull(message = "Svara ja eller nej.") Boolean urgent,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String urgencyReason,
        String assessingUnit,
        BaseLevel.Answer baseLevel,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String baseLevelReason,
        Boolean moreActors,
        Boolean mustCoordinate,
        Boolean informationComplete,
        @Size(max = 1000, message = "Högst 1 000 tecken.") String informationMissing,
        Boolean fiveQuestionsUsed,
        LocalDate fiveQuestionsOn,
        @Size(max = 200, message = "Högst 200 tecken.") String fiveQuestionsBy,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String firstAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String secondAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String thirdAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String fourthAnswer,
        @Size(max = 2000, message = "Högst 2 000 tecken.") String fifthAnswer,
        Boolean knowsDutyToReport) implements AssessedNeed {

    /** Each guardian has an address and later an answer of their own. */
    record GuardianRow(
            @NotBlank(message = "Fyll i vårdnadshavarens namn.") @Size(max = 200, message = "Högst 200 tecken.")
            String name,
            @ValidIdNumber String idNumber,
            @Size(max = 300, message = "Högst 300 tecken.") String address,
            @Size(max = 40, message = "Högst 40 tecken.") String phone,
            Protection protection,
            @Size(max = 80, message = "Högst 80 tecken.") String interpreterLanguage) {
    }
}
