package se.sip.need;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Whether assessment and interventions at base level were tried before specialist care (VGU-14). The newest holds.
 *
 * @param reason why specialist care is asked for all the same
 */
@Table("base_level")
record BaseLevel(@Id Long id, String caseNumber, Answer answer, String reason, LocalDateTime savedAt, String savedBy) {

    /** What the one who judges the need says. */
    enum Answer {
        TRIED,
        /** Specialist care is obviously needed at once. */
        OBVIOUS_SPECIALIST,
        NOT_TRIED
    }
}
