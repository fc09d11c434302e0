package se.sip.county;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.asm.ClassReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.stereotype.Component;
import se.sip.decision.DecisionInputs;
import se.sip.engine.CallableFromDiagram;
import se.sip.engine.RowOfTable;
import se.sip.tasklist.FormIntake;

/**
 * What the product offers to diagrams, tables and forms, read from its classes without starting any of them: the beans
 * that a diagram may call with their methods, the record behind each form, the tables that a rule task may ask, and
 * every word that the code says at all. A message, input or code that the code never says cannot be understood by it.
 */
class Product {

    private static final String CLASSES = "classpath*:se/sip/**/*.class";
    private static final int STRING_CONSTANT = 8;

    private final Map<String, Class<?>> beans;
    private final Map<String, Class<? extends Record>> forms;
    private final Set<String> askedTables;
    private final Set<String> words;

    Product(Map<String, Class<?>> beans, Map<String, Class<? extends Record>> forms, Set<String> askedTables,
            Set<String> words) {
        this.beans = new TreeMap<>(beans);
        this.forms = new TreeMap<>(forms);
        this.askedTables = Set.copyOf(askedTables);
        this.words = Set.copyOf(words);
    }

    /** Reads all classes of the product: a good half second. */
    static Product read() {
        return new Reading().product();
    }

    Set<String> beans() {
        return beans.keySet();
    }

    /** Whether a service task may run the bean. */
    boolean isDelegate(String bean) {
        return beans.containsKey(bean) && JavaDelegate.class.isAssignableFrom(beans.get(bean));
    }

    boolean has(String bean, String method, int arguments) {
        return methods(bean, method).anyMatch(m -> m.getParameterCount() == arguments);
    }

    boolean has(String bean, String method) {
        return methods(bean, method).findAny().isPresent();
    }

    /** The table that must have a row for the name given to the method, such as {@code frister}. */
    Optional<String> tableOf(String bean, String method) {
        return methods(bean, method).map(m -> m.getAnnotation(RowOfTable.class)).filter(a -> a != null)
                .map(RowOfTable::value).findFirst();
    }

    private java.util.stream.Stream<Method> methods(String bean, String method) {
        Class<?> type = beans.get(bean);
        return type == null ? java.util.stream.Stream.empty()
                : Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(method)
                        && m.getDeclaringClass() != Object.class);
    }

    Set<String> forms() {
        return forms.keySet();
    }

    Optional<Class<? extends Record>> record(String form) {
        return Optional.ofNullable(forms.get(form));
    }

    /** Whether a rule task may ask the table: something gathers its inputs. */
    boolean gathers(String table) {
        return askedTables.contains(table);
    }

    /** Those tables. */
    Set<String> gathered() {
        return askedTables;
    }

    /** Whether the word stands in the code as a text or as a constant's name. */
    boolean says(String word) {
        return words.contains(word);
    }

    /** The component of a form's record that a field fills. */
    static Optional<RecordComponent> component(Class<?> record, String field) {
        return Arrays.stream(record.getRecordComponents()).filter(c -> c.getName().equals(field)).findFirst();
    }

    /** The record of one row, where a component is a list of records. */
    static Optional<Class<?>> rowOf(RecordComponent component) {
        return elementOf(component).filter(Class::isRecord);
    }

    /** The type of what a field holds: the component's own, or that of its list's elements. */
    static Optional<Class<?>> elementOf(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[list.getActualTypeArguments().length - 1];
            return element instanceof Class<?> type ? Optional.of(type) : Optional.empty();
        }
        return Optional.of(component.getType());
    }

    static List<RecordComponent> mandatory(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).filter(c -> {
            Method value = c.getAccessor();
            return value.isAnnotationPresent(NotNull.class) || value.isAnnotationPresent(NotBlank.class)
                    || value.isAnnotationPresent(NotEmpty.class);
        }).toList();
    }

    private static final class Reading {

        private final Map<String, AnnotationMetadata> types = new HashMap<>();
        private final Set<String> words = new HashSet<>();
        private final SpringObjenesis withoutConstructor = new SpringObjenesis();

        Product product() {
            try {
                var readers = new SimpleMetadataReaderFactory();
                String own = Product.class.getResource("Product.class").toString().replace("se/sip/county/Product.class", "");
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
                    if (!file.getURL().toString().startsWith(own)) {
                        continue;
                    }
                    AnnotationMetadata type = readers.getMetadataReader(file).getAnnotationMetadata();
                    types.put(type.getClassName(), type);
                    collectWords(file);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            var beans = new HashMap<String, Class<?>>();
            var forms = new HashMap<String, Class<? extends Record>>();
            var tables = new HashSet<String>();
            for (AnnotationMetadata type : types.values()) {
                if (type.isAnnotated(CallableFromDiagram.class.getName())) {
                    beans.put(nameOf(type), load(type));
                }
                if (type.isConcrete() && is(type, FormIntake.class)) {
                    var intake = (FormIntake<?>) bare(type);
                    forms.put(intake.form(), intake.type());
                }
                if (type.isConcrete() && is(type, DecisionInputs.class)) {
                    tables.add(((DecisionInputs) bare(type)).table());
                }
            }
            return new Product(beans, forms, tables, words);
        }

        /** The texts in a class's constant pool; an enum's constants are among them. */
        private void collectWords(Resource file) throws IOException {
            try (InputStream content = file.getInputStream()) {
                var reader = new ClassReader(content);
                var buffer = new char[reader.getMaxStringLength()];
                for (int i = 1; i < reader.getItemCount(); i++) {
                    int at = reader.getItem(i);
                    if (at > 0 && reader.readByte(at - 1) == STRING_CONSTANT) {
                        words.add(reader.readUTF8(at, buffer));
                    }
                }
            }
        }

        private static String nameOf(AnnotationMetadata bean) {
            return (String) bean.getAnnotationAttributes(Component.class.getName()).get("value");
        }

        private boolean is(AnnotationMetadata type, Class<?> wanted) {
            for (String shown : type.getInterfaceNames()) {
                if (shown.equals(wanted.getName())) {
                    return true;
                }
            }
            String parent = type.getSuperClassName();
            return parent != null && types.containsKey(parent) && is(types.get(parent), wanted);
        }

        private static Class<?> load(AnnotationMetadata type) {
            try {
                return Class.forName(type.getClassName(), false, Product.class.getClassLoader());
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** What form it takes and which table it asks are constants of the class, whatever the object holds. */
        private Object bare(AnnotationMetadata type) {
            return withoutConstructor.newInstance(load(type));
        }
    }
}
