package se.sip.county;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that the {@code ${...}} expressions of a text start from: beans and variables, no members. */
final class ExpressionNames {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{((?:'[^']*'|\"[^\"]*\"|[^}'\"])*)}");
    /** A string, or a name with the dot before it if it is a member. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|(\\.\\s*)?([A-Za-z_][A-Za-z0-9_]*)");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne",
            "lt", "gt", "le", "ge", "div", "mod", "instanceof");

    private ExpressionNames() {
    }

    static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    static Set<String> in(String text) {
        var names = new LinkedHashSet<String>();
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            Matcher tokens = TOKEN.matcher(expressions.group(1));
            while (tokens.find()) {
                boolean name = tokens.group(2) != null && tokens.group(1) == null;
                if (name && !WORDS.contains(tokens.group(2))) {
                    names.add(tokens.group(2));
                }
            }
        }
        return names;
    }
}
