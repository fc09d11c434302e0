package se.sip.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What can be said of a thing, each by its Swedish name, held against what was said of it before. */
final class Facets {

    private static final int LONGEST = 300;

    private Facets() {
    }

    /** {@code villkoret var ”a” och blir ”b”}; one text for each that is different. */
    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var texts = new ArrayList<String>();
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                texts.add(was.isEmpty() ? name + " är nytt: " + quoted(is) : is.isEmpty()
                        ? name + " tas bort, det var " + quoted(was)
                        : name + " var " + quoted(was) + " och blir " + quoted(is));
            }
        }
        return texts;
    }

    static String quoted(String text) {
        String one = text.replaceAll("\\s+", " ");
        if (one.startsWith("”") && one.length() <= LONGEST) {
            return one;
        }
        return "”" + (one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one) + "”";
    }

    /** A sentence of parts, which begins with a capital. */
    static String sentence(String start, List<String> parts) {
        return start + ": " + String.join("; ", parts) + ".";
    }
}
