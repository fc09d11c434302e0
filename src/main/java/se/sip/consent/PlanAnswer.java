package se.sip.consent;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The answer about the plan itself, given at the meeting or after it. The newest holds. */
@Table("plan_consent")
record PlanAnswer(
        @Id Long id, String caseNumber, PlanConsent answer, LocalDate answeredOn, String how, LocalDateTime savedAt,
        String savedBy) {
}
