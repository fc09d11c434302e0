package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to a county's real files, as a process owner could make them by mistake. Each fails if it changes nothing. */
final class Edit {

    private Edit() {
    }

    static UnaryOperator<String> replace(String what, String with) {
        return changed(text -> text.replace(what, with));
    }

    static UnaryOperator<String> first(String regex, String with) {
        return changed(text -> Pattern.compile(regex, Pattern.DOTALL).matcher(text).replaceFirst(with));
    }

    /** Another value for an attribute of the element with the id; the attribute goes where it is null. */
    static UnaryOperator<String> attribute(String id, String attribute, String value) {
        return changed(text -> Pattern.compile("<[a-z:A-Z]+ (?:[^>]*?\\s)?id=\"" + id + "\"[^>]*>").matcher(text)
                .replaceFirst(found -> {
                    String without = found.group().replaceAll("\\s" + attribute + "=\"[^\"]*\"", "");
                    return Matcher.quoteReplacement(value == null ? without : without.replaceFirst("(/?>)$",
                            Matcher.quoteReplacement(" " + attribute + "=\"" + value + "\"") + "$1"));
                }));
    }

    /** Takes an element away with all inside it, and its picture. */
    static UnaryOperator<String> drop(String id) {
        return changed(text -> undrawn(id, Pattern.compile("<(bpmn:\\w+|rule) id=\"" + id
                + "\"(?:[^>]*/>|.*?</\\1>)", Pattern.DOTALL).matcher(text).replaceFirst("")));
    }

    /** Takes an element's picture away, and the element stays. */
    static UnaryOperator<String> undraw(String id) {
        return changed(text -> undrawn(id, text));
    }

    private static String undrawn(String id, String text) {
        return Pattern.compile("<bpmndi:(BPMNShape|BPMNEdge)(?=[^>]*bpmnElement=\"" + id + "\")(?:[^>]*/>|.*?</bpmndi:\\1>)",
                Pattern.DOTALL).matcher(text).replaceFirst("");
    }

    /** Leads a flow elsewhere. */
    static UnaryOperator<String> reroute(String flow, String target) {
        return attribute(flow, "targetRef", target);
    }

    /** Writes another condition on a flow. */
    static UnaryOperator<String> condition(String flow, String condition) {
        return first("(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*>\\s*<bpmn:conditionExpression[^>]*>)[^<]*",
                "$1" + Matcher.quoteReplacement(condition.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** Puts extension elements into an element, after its documentation. */
    static UnaryOperator<String> extend(String id, String xml) {
        return first("(<[a-z:A-Z]+ (?:[^>]*?\\s)?id=\"" + id + "\"[^>]*[^/]>\\s*(?:<bpmn:documentation>[^<]*"
                + "</bpmn:documentation>)?)", "$1" + Matcher.quoteReplacement(xml));
    }

    static UnaryOperator<String> all(UnaryOperator<String>... edits) {
        return text -> {
            String at = text;
            for (UnaryOperator<String> edit : edits) {
                at = edit.apply(at);
            }
            return at;
        };
    }

    private static UnaryOperator<String> changed(UnaryOperator<String> edit) {
        return text -> {
            String after = edit.apply(text);
            assertThat(after).as("the edit changes something").isNotEqualTo(text);
            return after;
        };
    }
}
