package se.sip.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which numbers of a group are not shown, so that nobody can be picked out: those of one to four, and as many more as it
 * takes for what is hidden not to be reckoned out of the sum that is shown.
 */
final class Suppression {

    static final int LEAST = 5;

    private Suppression() {
    }

    static boolean isSmall(long number) {
        return number > 0 && number < LEAST;
    }

    /**
     * What to hide among parts whose sum is shown.
     *
     * @param parts number by name
     * @param known those whom the reader knows anyway; never hidden, and no cover for others
     * @param forced those to be hidden whatever their number
     * @return the names to hide; the sum itself has to be hidden too where {@link #sumTells} says so
     */
    static Set<String> hidden(Map<String, Long> parts, Set<String> known, Set<String> forced) {
        var hidden = new HashSet<String>();
        parts.forEach((name, number) -> {
            if (!known.contains(name) && (isSmall(number) || forced.contains(name))) {
                hidden.add(name);
            }
        });
        List<Map.Entry<String, Long>> further = new ArrayList<>(parts.entrySet().stream()
                .filter(p -> !known.contains(p.getKey()) && !hidden.contains(p.getKey()) && p.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList());
        while (!hidden.isEmpty() && sumTells(parts, hidden) && !further.isEmpty()) {
            hidden.add(further.remove(0).getKey());
        }
        return hidden;
    }

    /** Whether what is hidden could be reckoned out of the sum: it is one number, or so few that each is plain. */
    static boolean sumTells(Map<String, Long> parts, Set<String> hidden) {
        return !hidden.isEmpty() && (hidden.size() == 1
                || hidden.stream().mapToLong(name -> parts.getOrDefault(name, 0L)).sum() < LEAST);
    }
}
