package se.sip.need;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How the need was assessed by the county's checklist: three checks, and the tool 5 frågor (BOR-17 to BOR-20). The
 * newest of a case holds. The wording of the five questions is not in the checklist: their answers are free text.
 *
 * @param moreActors whether the child needs support from more actors
 * @param mustCoordinate whether it has to be coordinated in a SIP
 * @param informationComplete whether everything that is needed to call is known
 * @param informationMissing what is not
 * @param fiveQuestionsOn the day 5 frågor was used
 * @param fiveQuestionsBy by whom
 */
@Table("need_assessment")
public record NeedAssessment(
        @Id Long id, String caseNumber, boolean moreActors, boolean mustCoordinate, boolean informationComplete,
        String informationMissing, LocalDate fiveQuestionsOn, String fiveQuestionsBy, String firstAnswer,
        String secondAnswer, String thirdAnswer, String fourthAnswer, String fifthAnswer, LocalDateTime savedAt,
        String savedBy) {
}
