package se.sip.invitation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.decision.DecisionTables;

/** What the county's invitation shows, and whether it rests on an oral contact: table {@code kallelsens_innehall}. */
@Component
class InvitationContent {

    private final DecisionTables tables;

    InvitationContent(DecisionTables tables) {
        this.tables = tables;
    }

    /** A row of the table. */
    enum Field {
        PURPOSE,
        LONG_TERM_GOAL,
        QUESTIONS,
        CONTRIBUTION,
        /** Which function is asked to come, so that the right one does (HAL-66). */
        FUNCTION,
        /** Recommended: an invitation without it needs a reason (VGB-18, HAL-69, HAL-70). */
        ORAL_CONTACT,
        /** Who else is called (BOR-47). */
        CALLED,
        /** When it begins and ends (BOR-49). */
        TIME,
        /** Interpreter and protected identity, for the called contact only (BOR-44). */
        SPECIAL_INFORMATION
    }

    Set<Field> of(String county, Audience audience) {
        return tables.evaluate(county, null, "kallelsens_innehall", Map.of("audience", audience.name())).rows()
                .stream().map(row -> Field.valueOf((String) row.get("field"))).collect(Collectors.toSet());
    }
}
