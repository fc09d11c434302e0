package se.sip.county;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;

/** What was likely meant by a name that does not exist. */
final class Spelling {

    private Spelling() {
    }

    /** The likeliest name meant, as a remedy. */
    static String nearest(String given, Collection<String> known) {
        Function<String, Integer> away = name -> distance(given.toLowerCase(), name.toLowerCase());
        return known.stream().filter(name -> away.apply(name) <= Math.max(2, given.length() / 3))
                .min(Comparator.comparing(away)).map(name -> "Menades " + name + "?")
                .orElse("Rätta namnet.");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1),
                        corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[b.length()];
    }
}
