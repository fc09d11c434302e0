package se.sip.preparation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * That the child and the guardians were met before anyone was called, and told that a SIP gives no priority (BOR-26,
 * BOR-09). The newest of a case holds.
 */
@Table("family_meeting")
record FamilyMeeting(@Id Long id, String caseNumber, LocalDate metOn, LocalDateTime savedAt, String savedBy) {
}
