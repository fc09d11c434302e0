package se.sip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML as a process owner means it: {@code YES}, {@code on}, {@code 13:00} and {@code 2026-03-02} are the texts they look
 * like, only {@code true}, {@code false} and whole numbers without quotes are something else.
 */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlTree() {
    }

    /** The line a node begins on, counted from 1. */
    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            var object = JSON.objectNode();
            fields(mapping).forEach((key, field) -> object.set(key, json(field.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    /** The fields of a mapping by their names, in order. */
    static Map<String, NodeTuple> fields(MappingNode mapping) {
        var fields = new LinkedHashMap<String, NodeTuple>();
        mapping.getValue().forEach(field -> fields.put(text(field.getKeyNode()), field));
        return fields;
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.textNode(value);
        }
        return switch (value) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            case "", "null", "~" -> JSON.nullNode();
            default -> value.matches("0|-?[1-9]\\d{0,8}") ? JSON.numberNode(Integer.parseInt(value))
                    : JSON.textNode(value);
        };
    }
}
