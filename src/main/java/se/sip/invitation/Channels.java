package se.sip.invitation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.correspondence.Way;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** By which ways a unit is called: the county's table {@code kanal} (VGU-80, HAL-74 to HAL-76). */
@Component
public class Channels {

    private static final String TABLE = "kanal";

    private final DecisionTables tables;
    private final UnitRepository units;

    Channels(DecisionTables tables, UnitRepository units) {
        this.tables = tables;
        this.units = units;
    }

    /**
     * @param from the unit that calls
     * @param to null for a recipient outside the unit register
     * @param processDefinitionId whose set of tables is used; null for the newest
     */
    public DecisionAnswer between(String county, String from, String to, String processDefinitionId) {
        return tables.evaluate(county, processDefinitionId, TABLE,
                Map.of("recipientUsesService", usesService(to), "senderUsesService", usesService(from)));
    }

    /** The ways of the answer in the order to try them. */
    public static Way[] ways(DecisionAnswer answer) {
        List<Way> ways = Stream.of("channel", "second", "third").map(answer::text).filter(Objects::nonNull)
                .filter(c -> !c.isEmpty()).map(c -> way(Channel.valueOf(c))).distinct().toList();
        return ways.toArray(Way[]::new);
    }

    private boolean usesService(String unitId) {
        return unitId != null && units.findById(unitId).map(Unit::itService).orElse(false);
    }

    private static Way way(Channel channel) {
        return switch (channel) {
            case IT_SERVICE -> Way.IT_SERVICE;
            case PRINTED_FROM_IT_SERVICE -> Way.PRINTED_FROM_IT_SERVICE;
            case LETTER, TEMPLATE -> Way.LETTER;
        };
    }
}
