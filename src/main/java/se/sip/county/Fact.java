package se.sip.county;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something known on a path because a gateway has asked for it: {@code dispatchOutcome == 'VALID'} holds, or does not.
 *
 * @param variable what is compared with one value; empty for any other condition
 * @param text a condition as it is written in diagrams, without {@code ${}} and with {@code ==} where it has {@code !=}
 */
record Fact(boolean holds, String text, String variable) {

    /** The same few conditions stand in all counties' diagrams. */
    private static final Map<String, Set<Fact>> READ = new ConcurrentHashMap<>();
    private static final Pattern EQUAL = Pattern.compile("(\\w+) == ('[^']*'|null)");
    private static final Pattern DIFFERENT = Pattern.compile("(\\w+) != ('[^']*'|null)");
    private static final Pattern STRING = Pattern.compile("'[^']*'");

    private Fact(boolean holds, String text) {
        this(holds, text, variableOf(text));
    }

    private static String variableOf(String text) {
        Matcher equal = EQUAL.matcher(text);
        return equal.matches() ? equal.group(1) : "";
    }

    /** A condition of one comparison or call. */
    static Fact of(String condition) {
        String text = normal(condition);
        boolean holds = true;
        if (text.startsWith("!") && !text.startsWith("!=")) {
            holds = false;
            text = text.substring(1).strip();
        }
        Matcher different = DIFFERENT.matcher(text);
        return different.matches() ? new Fact(!holds, different.group(1) + " == " + different.group(2))
                : new Fact(holds, text);
    }

    /** What is known where the condition holds: each part of an {@code &&}. */
    static Set<Fact> where(String condition) {
        return READ.computeIfAbsent("+" + condition, key -> readWhere(condition));
    }

    private static Set<Fact> readWhere(String condition) {
        List<String> parts = split(normal(condition), "&&");
        var facts = new LinkedHashSet<Fact>();
        parts.forEach(part -> facts.add(of(part)));
        return facts;
    }

    /** What is known where it does not: each part of an {@code ||}. */
    static Set<Fact> whereNot(String condition) {
        return READ.computeIfAbsent("-" + condition, key -> readWhereNot(condition));
    }

    private static Set<Fact> readWhereNot(String condition) {
        String text = normal(condition);
        var facts = new LinkedHashSet<Fact>();
        if (split(text, "&&").size() > 1) {
            facts.add(new Fact(false, text));
        } else {
            split(text, "||").forEach(part -> facts.add(of(part).denied()));
        }
        return facts;
    }

    Fact denied() {
        return new Fact(!holds, text, variable);
    }

    /** Whether both cannot be true. */
    boolean contradicts(Fact other) {
        if (text.equals(other.text)) {
            return holds != other.holds;
        }
        return holds && other.holds && !variable.isEmpty() && variable.equals(other.variable);
    }

    /** Whether this being true makes the other true: of what is one value, no other is. */
    boolean implies(Fact other) {
        return equals(other) || !other.holds && contradicts(other.denied());
    }

    private static String normal(String condition) {
        String text = condition.strip().replaceAll("^[$#]\\{|}$", "").replace('"', '\'');
        var strings = new ArrayList<String>();
        String plain = STRING.matcher(text).replaceAll(found -> {
            strings.add(found.group());
            return "§" + (strings.size() - 1) + "§";
        });
        plain = plain.replaceAll("\\band\\b", "&&").replaceAll("\\bor\\b", "||").replaceAll("\\beq\\b", "==")
                .replaceAll("\\bne\\b", "!=").replaceAll("\\bnot\\b", "!").replaceAll("\\s+", "")
                .replace("==", " == ").replace("!=", " != ").replace("&&", " && ").replace("||", " || ");
        for (int i = 0; i < strings.size(); i++) {
            plain = plain.replace("§" + i + "§", strings.get(i));
        }
        return plain.strip();
    }

    private static List<String> split(String text, String operator) {
        return text.contains("(") && text.contains(operator) && text.replaceAll("\\([^()]*\\)", "").contains("(")
                ? List.of(text) : List.of(text.replace(operator, "\u0000").split("\u0000"));
    }

    @Override
    public String toString() {
        return holds ? text : EQUAL.matcher(text).matches() ? text.replace("==", "!=") : "inte " + text;
    }
}
