package se.sip.discharge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.sip.casefile.Codes;

/**
 * What the permanent care contact came to with the person and the parties (VGU-41, VGU-72, VGU-73, VGU-76).
 *
 * @param offerAnswer what the person said to a SIP meeting, which is always offered (VGU-34)
 * @param hospitalGrounds grounds for a meeting at the hospital (VGU-93 to VGU-96)
 * @param moreUnits units that are to take part beside those of the admission notice
 * @param outcome answer of the table {@code utskrivning_sip}; null until asked
 */
@With
@Table("discharge_planning")
record Planning(
        @Id Long id, String caseNumber, LocalDate plannedOn, String withWhom, String important, boolean needsRegion,
        boolean needsMunicipality, boolean compulsoryCare, boolean existingSip, String existingUnit,
        boolean goalChanged, LocalDate followUpOn, LocalDate offeredOn, OfferAnswer offerAnswer,
        String notNeededReason, String safePlan, boolean atHospital, Codes hospitalGrounds, String hospitalReason,
        Codes moreUnits, Outcome outcome, String decidedBy, LocalDateTime decidedAt) {

    /** What the person answered to the offer of a SIP meeting. */
    enum OfferAnswer {
        YES,
        NO,
        /** Takes a stand at the meeting (VGU-74). */
        LATER,
        NOT_ASKED
    }

    /** What is done. */
    enum Outcome {
        NEW_SIP("SIP: den fasta vårdkontakten kallar"),
        RESTART("SIP:en stängs och en ny startas"),
        FOLLOW_UP("Befintlig SIP följs upp av sin huvudansvarig"),
        NOT_NEEDED("SIP behövs ej"),
        CARE_PLAN("Samordnad vårdplan i stället för SIP");

        private final String swedish;

        Outcome(String swedish) {
            this.swedish = swedish;
        }

        String swedish() {
            return swedish;
        }
    }
}
