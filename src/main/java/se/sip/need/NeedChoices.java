package se.sip.need;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.sip.unit.UnitKind;

/** What the forms of this phase let staff choose from. */
final class NeedChoices {

    /** Where a contact is received; interventions come from others. */
    private static final Set<UnitKind> RECEIVING = EnumSet.of(UnitKind.SOCIAL_INTAKE, UnitKind.ENTRY_POINT);

    record Choice(String value, String label, String help) {
    }

    private NeedChoices() {
    }

    static List<Choice> kinds() {
        return UnitKind.takingPart().stream().filter(k -> !RECEIVING.contains(k))
                .map(k -> new Choice(k.name(), k.swedish(), null)).toList();
    }
}
