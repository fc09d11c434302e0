package se.sip.party;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a case's parties made it when they were asked of. The newest of a case holds.
 *
 * @param localAgreement whether it is a SIP by local agreement, not the statutory plan (BOR-12)
 * @param askedWhen a {@link PartiesRule.Moment}
 */
@Table("parties_verdict")
record PartiesVerdict(
        @Id Long id, String caseNumber, boolean localAgreement, String askedWhen, String why,
        LocalDateTime decidedAt) {
}
