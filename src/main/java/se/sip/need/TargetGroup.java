package se.sip.need;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionTables;

/** Up to which age the process for children and youth goes, by the table {@code malgrupp} (VGV-01). */
@Component
class TargetGroup {

    private final DecisionTables tables;

    TargetGroup(DecisionTables tables) {
        this.tables = tables;
    }

    int maxAge(String county) {
        return tables.evaluate(county, null, "malgrupp", Map.of("process", "barn")).number("maxAge");
    }
}
