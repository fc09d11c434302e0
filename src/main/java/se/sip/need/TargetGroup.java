package se.sip.need;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.decision.DecisionTables;

/** Whose process a person's case follows, by the county's table {@code malgrupp} (VGV-01, VGU-01). */
@Component
class TargetGroup {

    private final DecisionTables tables;

    TargetGroup(DecisionTables tables) {
        this.tables = tables;
    }

    /** @param age in whole years on the day the case is opened */
    Audience of(String county, int age) {
        return Audience.valueOf(tables.evaluate(county, null, "malgrupp", Map.of("age", age)).text("audience"));
    }
}
