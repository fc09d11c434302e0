package se.sip.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** An ordered set of codes or clause ids, kept in one column as comma separated text. */
public record Codes(Set<String> values) {

    public static final Codes NONE = new Codes(Set.of());

    public static Codes of(Collection<?> values) {
        return values == null ? NONE
                : new Codes(values.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public static Codes parse(String text) {
        return text == null || text.isBlank() ? NONE
                : new Codes(Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public String toString() {
        return String.join(",", values);
    }
}
