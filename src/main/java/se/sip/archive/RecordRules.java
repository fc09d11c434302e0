package se.sip.archive;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.access.AccessFiles;

/** Which tables belong to a case, and who keeps what of them: {@code archive/records.yml}, which says what each word means. */
@Component
class RecordRules {

    private static final String FILE = "archive/records.yml";

    private final List<Table> tables = AccessFiles.read(FILE, RulesFile.class).tables();

    List<Table> tables() {
        return tables;
    }

    record RulesFile(List<Table> tables) {
    }

    /** A table whose rows name the case. */
    record Table(String table, String heading, String key, List<String> units, String time, List<String> opening,
            Boolean kept, String id, String unlink, List<Child> children) {

        Table {
            key = key == null ? "case_number" : key;
            units = units == null ? List.of() : List.copyOf(units);
            opening = opening == null ? List.of() : List.copyOf(opening);
            kept = kept == null || kept;
            id = id == null ? "id" : id;
            children = children == null ? List.of() : List.copyOf(children);
        }
    }

    /** Rows below another. */
    record Child(String table, String by, Boolean kept, String id, List<Child> children) {

        Child {
            kept = kept == null || kept;
            id = id == null ? "id" : id;
            children = children == null ? List.of() : List.copyOf(children);
        }
    }
}
