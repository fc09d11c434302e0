package se.sip.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.sip.plan.PlanForm.InterventionRow;
import se.sip.tasklist.Faults;

/**
 * What a plan says in free words, guardians read. So it may not name an intervention that is withheld from them, nor who
 * performs it and nothing else (OSL 12:3). Which units take part the guardians know.
 *
 * @param form as it is written
 */
record WithheldWords(PlanForm form) {

    /** Shorter words stand in any text. */
    private static final int SHORTEST = 4;

    void check(Faults faults) {
        Set<String> words = words();
        if (words.isEmpty()) {
            return;
        }
        texts().forEach((field, text) -> faults.addIf(text != null && words.stream().anyMatch(lower(text)::contains),
                field, "Här nämns något om en insats som döljs för vårdnadshavare. De läser det här: skriv det på ett "
                        + "annat sätt."));
    }

    private Set<String> words() {
        List<InterventionRow> rows = form.interventions() == null ? List.of() : form.interventions();
        List<InterventionRow> withheld = rows.stream().filter(WithheldWords::isWithheld).toList();
        List<InterventionRow> shown = rows.stream().filter(r -> !isWithheld(r)).toList();
        var words = new LinkedHashSet<String>();
        for (InterventionRow row : withheld) {
            words.add(row.what());
            if (shown.stream().noneMatch(s -> Objects.equals(s.performer(), row.performer()))) {
                words.add(row.performer());
            }
        }
        return words.stream().filter(w -> w != null && w.strip().length() >= SHORTEST).map(WithheldWords::lower)
                .collect(Collectors.toSet());
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("longTermGoal", form.longTermGoal());
        texts.put("ownPart", form.ownPart());
        texts.put("needs", form.needs());
        texts.put("disagreement", form.disagreement());
        for (int i = 0; form.goals() != null && i < form.goals().size(); i++) {
            texts.put("goals[" + i + "].goal", form.goals().get(i).goal());
            texts.put("goals[" + i + "].how", form.goals().get(i).how());
        }
        for (int i = 0; form.otherMeasures() != null && i < form.otherMeasures().size(); i++) {
            texts.put("otherMeasures[" + i + "].what", form.otherMeasures().get(i).what());
        }
        return texts;
    }

    private static boolean isWithheld(InterventionRow row) {
        return Boolean.TRUE.equals(row.notForGuardians());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
