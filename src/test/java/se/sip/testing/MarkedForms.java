package se.sip.testing;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.sip.tasklist.FormIntake;

/** Puts a marked word into every text field of a form, whatever the form is about, so that it can be searched for. */
public final class MarkedForms {

    public static final String WORD = "MARKORD-7Q";
    /** Shorter texts are codes and keys. */
    private static final int SHORTEST_TEXT = 40;

    private final Map<String, Class<?>> records;
    private final TreeSet<String> marked = new TreeSet<>();
    private int serial = 100;

    public MarkedForms(List<FormIntake<?>> intakes) {
        records = intakes.stream().collect(Collectors.toMap(FormIntake::form, FormIntake::type));
    }

    /** The content with the word in every text field of the form and of every row that is there. */
    public Map<String, Object> mark(String form, Map<String, ?> content) {
        return mark(form, records.get(form), content);
    }

    /** The marked content with the word where it cannot be: in every day, number, choice and yes or no. */
    public Map<String, Object> spoil(String form, Map<String, ?> content) {
        Map<String, Object> spoilt = mark(form, content);
        for (RecordComponent field : records.get(form).getRecordComponents()) {
            if (field.getType() != String.class && !List.class.isAssignableFrom(field.getType())) {
                spoilt.put(field.getName(), WORD);
            }
        }
        return spoilt;
    }

    /** Paths of the text fields that a form has; those inside rows as {@code form.rows.field}. */
    public TreeSet<String> textFields(String form) {
        var fields = new TreeSet<String>();
        collect(form, records.get(form), fields);
        return fields;
    }

    /** Paths of the text fields that were marked so far. */
    public TreeSet<String> marked() {
        return marked;
    }

    private void collect(String path, Class<?> record, TreeSet<String> fields) {
        for (RecordComponent field : record.getRecordComponents()) {
            if (isText(field)) {
                fields.add(path + "." + field.getName());
            } else if (rowOf(field) != null) {
                collect(path + "." + field.getName(), rowOf(field), fields);
            }
        }
    }

    private Map<String, Object> mark(String path, Class<?> record, Map<String, ?> content) {
        var copy = new LinkedHashMap<String, Object>(content);
        for (RecordComponent field : record.getRecordComponents()) {
            String at = path + "." + field.getName();
            if (isText(field)) {
                copy.put(field.getName(), word(field));
                marked.add(at);
            } else if (rowOf(field) != null && content.get(field.getName()) instanceof List<?> rows) {
                copy.put(field.getName(), rows.stream().map(asRow()).map(row -> mark(at, rowOf(field), row))
                        .collect(Collectors.toCollection(ArrayList::new)));
            }
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Map<String, ?>> asRow() {
        return row -> (Map<String, ?>) row;
    }

    private String word(RecordComponent field) {
        serial++;
        return field.getAccessor().isAnnotationPresent(Email.class) ? WORD.toLowerCase() + serial + "@example.se"
                : WORD + " " + serial;
    }

    private static boolean isText(RecordComponent field) {
        Size size = field.getAccessor().getAnnotation(Size.class);
        return field.getType() == String.class && size != null && size.max() >= SHORTEST_TEXT
                && !field.getName().endsWith("Id");
    }

    private static Class<?> rowOf(RecordComponent field) {
        if (field.getType() != List.class) {
            return null;
        }
        var element = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        return element instanceof Class<?> type && type.isRecord() ? type : null;
    }
}
