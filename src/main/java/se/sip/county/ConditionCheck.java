package se.sip.county;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline.Element;
import se.sip.engine.ConditionValue;
import se.sip.engine.ProcessVariable;

/**
 * Whether what a gateway asks can be answered both ways: each condition is tried with every value that its variables can
 * have. One that always holds, never holds, or holds only where a flow before it has been taken, asks nothing.
 */
final class ConditionCheck {

    private static final Map<String, ProcessVariable> VARIABLES = Stream.of(ProcessVariable.values())
            .collect(Collectors.toMap(ProcessVariable::id, v -> v));
    private static final Pattern CALL = Pattern.compile("\\b[A-Za-z_]\\w*\\s*\\.\\s*\\w+\\s*\\([^()]*\\)");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final String OTHER = "\u0000annat";
    private static final int MOST = 4096;

    private ConditionCheck() {
    }

    /** What is wrong with one condition that stands alone. */
    static Optional<String> alone(String condition) {
        return say(List.of(condition)).get(0);
    }

    /**
     * @param conditions of a gateway's flows in the order in which the engine asks them, with their {@code ${}}
     * @return what is wrong with each; empty where nothing is
     */
    static List<Optional<String>> say(List<String> conditions) {
        var calls = new LinkedHashMap<String, String>();
        List<String> plain = conditions.stream().map(c -> withoutCalls(c, calls)).toList();
        Map<String, List<Object>> values = values(plain, calls.values());
        List<Map<String, Object>> all = combinations(values);
        int[] holds = new int[plain.size()];
        int[] taken = new int[plain.size()];
        int tried = 0;
        for (Map<String, Object> one : all) {
            List<Optional<Boolean>> answers = plain.stream().map(c -> ConditionValue.of(c, one)).toList();
            if (answers.stream().anyMatch(Optional::isEmpty)) {
                continue;
            }
            tried++;
            boolean before = false;
            for (int i = 0; i < plain.size(); i++) {
                boolean answer = answers.get(i).get();
                holds[i] += answer ? 1 : 0;
                taken[i] += answer && !before ? 1 : 0;
                before |= answer;
            }
        }
        int sure = tried;
        var said = new ArrayList<Optional<String>>();
        for (int i = 0; i < plain.size(); i++) {
            said.add(sure < 2 || ExpressionNames.in(plain.get(i)).isEmpty() ? Optional.empty()
                    : holds[i] == sure ? Optional.of("är alltid uppfyllt")
                            : holds[i] == 0 ? Optional.of("är aldrig uppfyllt")
                                    : taken[i] == 0 ? Optional.of("är bara uppfyllt när ett flöde före det redan har tagits")
                                            : Optional.empty());
        }
        return said;
    }

    /** What a bean answers may be yes or no, whatever it is asked. */
    private static String withoutCalls(String condition, Map<String, String> calls) {
        return CALL.matcher(condition).replaceAll(call -> calls.computeIfAbsent(call.group().replaceAll("\\s", ""),
                text -> "call_" + calls.size()));
    }

    private static Map<String, List<Object>> values(List<String> conditions, Collection<String> calls) {
        var texts = new LinkedHashSet<Object>();
        conditions.forEach(c -> TEXT.matcher(c).results().forEach(t -> texts.add(t.group(1) == null ? t.group(2)
                : t.group(1))));
        var values = new LinkedHashMap<String, List<Object>>();
        for (String condition : conditions) {
            for (String name : ExpressionNames.in(condition)) {
                values.computeIfAbsent(name, n -> calls.contains(n) ? List.of(true, false) : valuesOf(n, texts));
            }
        }
        return values;
    }

    private static List<Object> valuesOf(String name, Set<Object> texts) {
        ProcessVariable variable = VARIABLES.get(name);
        if (variable == null) {
            return List.of(0L, 1L, 2L, 3L);
        }
        if (variable.type() == Boolean.class) {
            return List.of(true, false);
        }
        if (variable.type() == Date.class) {
            return Arrays.asList(null, new Date(0));
        }
        if (variable.type() != String.class) {
            return List.of(List.of(), List.of("x"), List.of("x", "y"));
        }
        var values = new ArrayList<Object>();
        values.add(null);
        values.add(OTHER);
        values.addAll(variable.codes().isEmpty() ? texts
                : texts.stream().filter(t -> variable.codes().contains(t)).toList());
        return values;
    }

    private static List<Map<String, Object>> combinations(Map<String, List<Object>> values) {
        long size = values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
        if (size > MOST) {
            return List.of();
        }
        List<Map<String, Object>> all = List.of(Map.of());
        for (Map.Entry<String, List<Object>> each : values.entrySet()) {
            var longer = new ArrayList<Map<String, Object>>();
            for (Map<String, Object> one : all) {
                for (Object value : each.getValue()) {
                    var more = new HashMap<>(one);
                    more.put(each.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** Codes that a condition compares a variable with and that the variable never has. */
    static List<ExpressionNames.Comparison> impossible(String condition) {
        return ExpressionNames.comparisons(condition).stream().filter(c -> {
            ProcessVariable variable = VARIABLES.get(c.variable());
            return variable != null && !variable.codes().isEmpty() && !variable.codes().contains(c.text());
        }).toList();
    }

    static Set<String> codes(String variable) {
        return VARIABLES.containsKey(variable) ? VARIABLES.get(variable).codes() : Set.of();
    }

    static boolean isCondition(Element element) {
        return Set.of("bpmn:conditionExpression", "bpmn:completionCondition").contains(element.name());
    }
}
