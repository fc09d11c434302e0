package se.sip.county;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves a county the clauses of its own agreement. A form or diagram of the national base names every county's clause
 * where a rule is found, {@code clause="VGU-124 HAL-81"} or {@code (VGU-124, HAL-81)}; staff of one county see theirs
 * and the law's. Tables are left as they are: a county's rows cite its own clauses, the base's rows the law.
 */
public class OwnClauses {

    private static final Pattern ID = Pattern.compile("([A-ZÅÄÖ]{3})-\\d{2,3}(?![\\d-])");
    private static final Pattern ONLY_IDS = Pattern.compile(ID + "(?:(?:–| till )" + ID + ")?");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+clause=\"([^\"]*)\"");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^()<>\"]*)\\)");

    private final Set<String> own;

    public OwnClauses(County county) {
        this.own = county.clauses();
    }

    /** The file as staff of the county see it. */
    public Bundle.File in(Bundle.File file) {
        if (file.folder() == Bundle.Folder.DECISIONS) {
            return file;
        }
        String kept = in(file.text());
        return new Bundle.File(file.folder(), file.name(), file.origin(), kept.getBytes(StandardCharsets.UTF_8));
    }

    String in(String text) {
        String attributes = each(ATTRIBUTE, text, found -> rejoined(found, "\\s+", " ", " clause=\"%s\""));
        return each(BRACKETS, attributes, found -> rejoined(found, ", ", ", ", " (%s)"));
    }

    /** The found list without what other counties have agreed; gone altogether where nothing is left. */
    private String rejoined(MatchResult found, String between, String with, String frame) {
        List<String> all = Arrays.asList(found.group(1).strip().split(between));
        List<String> kept = all.stream().filter(part -> !isForeign(part)).toList();
        if (kept.size() == all.size()) {
            return found.group();
        }
        return kept.isEmpty() ? "" : frame.formatted(String.join(with, kept));
    }

    boolean isForeign(String part) {
        return ONLY_IDS.matcher(part).matches()
                && !own.containsAll(ID.matcher(part).results().map(id -> id.group(1)).collect(Collectors.toSet()));
    }

    private static String each(Pattern pattern, String text, Function<MatchResult, String> change) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(change.apply(found)));
    }
}
