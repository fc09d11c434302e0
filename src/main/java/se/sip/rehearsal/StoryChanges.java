package se.sip.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs between how a case goes today and how it goes by the candidate, in Swedish sentences. */
final class StoryChanges {

    private final PlayedStory before;
    private final PlayedStory after;
    private final List<String> changes = new ArrayList<>();

    StoryChanges(PlayedStory before, PlayedStory after) {
        this.before = before;
        this.after = after;
    }

    List<String> all() {
        if (before.wentThrough() && !after.wentThrough()) {
            changes.add("Fallet går inte längre att spela till slut. " + after.stopped());
        }
        if (!before.wentThrough() && after.wentThrough()) {
            changes.add("Fallet går nu att spela till slut.");
        }
        steps();
        dates();
        asked();
        if (!before.outcome().equals(after.outcome())) {
            changes.add("Utfall: " + before.outcome() + " → " + after.outcome());
        }
        return changes;
    }

    private void steps() {
        Map<String, List<PlayedStory.Passing>> was = byElement(before);
        Map<String, List<PlayedStory.Passing>> is = byElement(after);
        was.forEach((element, passings) -> {
            List<PlayedStory.Passing> now = is.getOrDefault(element, List.of());
            if (now.isEmpty()) {
                changes.add("Steget ”" + passings.get(0).name() + "” passeras inte längre.");
            } else if (now.size() != passings.size()) {
                changes.add("Steget ”" + now.get(0).name() + "” passeras " + times(passings) + " → " + times(now) + ".");
            } else {
                differentDays(passings, now);
            }
        });
        is.forEach((element, passings) -> {
            if (!was.containsKey(element)) {
                changes.add("Nytt steg: ”" + passings.get(0).name() + "”, " + passings.get(0).day() + ".");
            }
        });
    }

    private void differentDays(List<PlayedStory.Passing> was, List<PlayedStory.Passing> is) {
        for (int i = 0; i < was.size(); i++) {
            PlayedStory.Passing old = was.get(i);
            PlayedStory.Passing now = is.get(i);
            if (!old.name().equals(now.name())) {
                changes.add("Steget ”" + old.name() + "” heter nu ”" + now.name() + "”.");
            }
            if (!old.day().equals(now.day())) {
                changes.add("Steget ”" + now.name() + "”: " + old.day() + " → " + now.day() + ".");
            }
            if (old.due() == null ? now.due() != null : !old.due().equals(now.due())) {
                changes.add("Steget ”" + now.name() + "” ska vara gjort senast: " + (old.due() == null ? "ingen dag"
                        : old.due()) + " → " + (now.due() == null ? "ingen dag" : now.due()) + ".");
            }
        }
    }

    private static String times(List<PlayedStory.Passing> passings) {
        return passings.size() == 1 ? "1 gång" : passings.size() + " gånger";
    }

    private static Map<String, List<PlayedStory.Passing>> byElement(PlayedStory story) {
        return story.path().stream().collect(Collectors.groupingBy(one -> one.process() + "/" + one.element(),
                LinkedHashMap::new, Collectors.toList()));
    }

    private void dates() {
        compare(before.dates(), after.dates(), PlayedStory.NamedDate::name, PlayedStory.NamedDate::date);
    }

    private void asked() {
        compare(before.asked(), after.asked(), PlayedStory.Asked::name, one -> one.how() + " ("
                + String.join(", ", one.clauses()) + ")");
    }

    private <T> void compare(List<T> old, List<T> now, Function<T, String> name, Function<T, String> value) {
        Map<String, String> was = values(old, name, value);
        Map<String, String> is = values(now, name, value);
        was.forEach((what, stood) -> {
            if (!stood.equals(is.get(what))) {
                changes.add(what + ": " + stood + " → " + is.getOrDefault(what, "finns inte längre"));
            }
        });
        is.forEach((what, stands) -> {
            if (!was.containsKey(what)) {
                changes.add("Nytt: " + what + ", " + stands);
            }
        });
    }

    private static <T> Map<String, String> values(List<T> all, Function<T, String> name, Function<T, String> value) {
        return all.stream().collect(Collectors.toMap(name, value, (a, b) -> a + "; " + b, LinkedHashMap::new));
    }
}
