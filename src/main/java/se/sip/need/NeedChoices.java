package se.sip.need;

import java.util.Arrays;
import java.util.List;
import se.sip.unit.UnitKind;

/** What the forms of this phase let staff choose from. */
final class NeedChoices {

    record Choice(String value, String label, String help) {
    }

    private NeedChoices() {
    }

    static List<Choice> indicators() {
        return Arrays.stream(Indicator.values()).map(i -> new Choice(i.name(), i.swedish(), i.clause())).toList();
    }

    static List<Choice> riskGroups() {
        return Arrays.stream(RiskGroup.values()).map(r -> new Choice(r.name(), r.swedish(), r.clause())).toList();
    }

    static List<Choice> kinds() {
        return Arrays.stream(UnitKind.values()).filter(k -> k != UnitKind.SOCIAL_INTAKE)
                .map(k -> new Choice(k.name(), k.swedish(), null)).toList();
    }
}
