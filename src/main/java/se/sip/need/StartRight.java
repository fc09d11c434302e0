package se.sip.need;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.decision.DecisionTables;
import se.sip.unit.UnitKind;

/** Who starts, and who only points a need out: the county's table {@code vem_far_starta} (VGB-04, VGB-06, HAL-22, HAL-23). */
@Component
class StartRight {

    private final DecisionTables tables;

    StartRight(DecisionTables tables) {
        this.tables = tables;
    }

    boolean mayStart(String county, UnitKind kind, Audience audience) {
        return !kind.isLine() && tables.evaluate(county, null, "vem_far_starta", Map.of("kind", kind.name(), "audience",
                audience.name())).text("may").equals("START");
    }
}
