package se.sip.county;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that the {@code ${...}} expressions of a text start from: beans and variables, no members. */
final class ExpressionNames {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{((?:'[^']*'|\"[^\"]*\"|[^}'\"])*)}");
    /** A string, or a name with the dot before it if it is a member. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|(\\.\\s*)?([A-Za-z_][A-Za-z0-9_]*)");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne",
            "lt", "gt", "le", "ge", "div", "mod", "instanceof");

    private static final Pattern STRING = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern MEMBER = Pattern.compile(
            "(?<![\\w.)\\]])([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*(\\(([^()]*)\\))?");
    private static final Pattern CHAINED = Pattern.compile("[)\\]]\\s*[.\\[]");
    private static final Pattern COMPARED = Pattern.compile(
            "([A-Za-z_]\\w*)\\s*(==|!=|\\beq\\b|\\bne\\b)\\s*('[^']*'|\"[^\"]*\")");

    private ExpressionNames() {
    }

    /**
     * A member that an expression uses of a name.
     *
     * @param arguments as written; null where the member is a value and no call
     */
    record Member(String base, String name, List<String> arguments) {

        /** The text that the call gives at this place, if it is a plain text. */
        Optional<String> text(int place) {
            if (arguments == null || place >= arguments.size()) {
                return Optional.empty();
            }
            Matcher text = STRING.matcher(arguments.get(place).strip());
            return text.matches() ? Optional.of(text.group(1) == null ? text.group(2) : text.group(1))
                    : Optional.empty();
        }
    }

    /** A variable that an expression compares with a text. */
    record Comparison(String variable, String text) {
    }

    static List<Member> members(String text) {
        var members = new ArrayList<Member>();
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            var texts = new ArrayList<String>();
            String plain = STRING.matcher(expressions.group(1)).replaceAll(found -> {
                texts.add(found.group());
                return "§" + (texts.size() - 1) + "§";
            });
            Matcher member = MEMBER.matcher(plain);
            while (member.find()) {
                String given = member.group(4);
                members.add(new Member(member.group(1), member.group(2), member.group(3) == null ? null
                        : given.isBlank() ? List.of() : Stream.of(given.split(",")).map(argument -> {
                            String shown = argument.strip();
                            return shown.startsWith("§") ? texts.get(Integer.parseInt(shown.replace("§", ""))) : shown;
                        }).toList()));
            }
        }
        return members;
    }

    static List<Comparison> comparisons(String text) {
        return COMPARED.matcher(text).results().map(found -> new Comparison(found.group(1),
                found.group(3).substring(1, found.group(3).length() - 1))).toList();
    }

    /** Whether an expression goes on from what a call answers, where nothing says what that is. */
    static boolean isChained(String text) {
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            if (CHAINED.matcher(STRING.matcher(expressions.group(1)).replaceAll("x")).find()) {
                return true;
            }
        }
        return false;
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
