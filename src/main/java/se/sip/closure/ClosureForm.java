package se.sip.closure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Form {@code avsluta}: whether the SIP is closed, and why.
 *
 * @param closeIt false: the follow-up goes on (VGU-152)
 * @param needsMunicipality whether interventions from the municipality are still needed to reach the long-term goal
 * @param asksCoordination shows the question; the server asks the county's table, not this
 * @param coordinationRemains whether the need of coordination remains (BOR-71, BOR-77)
 */
record ClosureForm(
        @NotNull(message = "Svara om SIP:en ska avslutas.") Boolean closeIt,
        CloseReason reason,
        Boolean needsMunicipality,
        Boolean needsRegion,
        Boolean newNeedsExpected,
        Boolean goalChanged,
        Boolean asksCoordination,
        Boolean coordinationRemains,
        @Size(max = 4000, message = "Skriv högst 4000 tecken.") String why,
        @Size(max = 1000, message = "Skriv högst 1000 tecken.") String whereToTurn) {
}
