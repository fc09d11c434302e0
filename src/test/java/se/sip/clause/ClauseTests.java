package se.sip.clause;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Disabled;
import se.sip.Clause;

/** Which test classes show that a clause holds, by their {@link Clause} annotations. One that is switched off shows nothing. */
class ClauseTests {

    private final Map<String, SortedSet<String>> tests = new TreeMap<>();

    static ClauseTests ofProject() {
        var all = new ClauseTests();
        for (JavaClass test : new ClassFileImporter().importPath(Path.of("target/test-classes"))) {
            if (all.add(test, test.getName())) {
                for (JavaMethod method : test.getMethods()) {
                    all.add(method, test.getName());
                }
            }
        }
        return all;
    }

    private boolean add(CanBeAnnotated test, String className) {
        if (test.isAnnotatedWith(Disabled.class)) {
            return false;
        }
        if (test.isAnnotatedWith(Clause.class)) {
            String name = className.replaceAll(".*\\.", "").replaceAll("\\$.*", "");
            for (String clause : clausesOf(test)) {
                tests.computeIfAbsent(clause, id -> new TreeSet<>()).add(name);
            }
        }
        return true;
    }

    private static String[] clausesOf(CanBeAnnotated test) {
        return test instanceof JavaClass type ? type.getAnnotationOfType(Clause.class).value()
                : ((JavaMethod) test).getAnnotationOfType(Clause.class).value();
    }

    SortedSet<String> of(String clause) {
        return tests.getOrDefault(clause, Collections.emptySortedSet());
    }

    /** Every id that a test names, known or not. */
    Set<String> named() {
        return tests.keySet();
    }
}
