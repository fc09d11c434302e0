package se.sip.county;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks every file of a bundle for itself before the engine sees it, and names all faults at once with file, line,
 * element and remedy. How the files hold together is {@link CountyCheck}'s.
 */
class BundleCheck {

    private static final Pattern SCHEMA_MESSAGE = Pattern.compile("Line=(\\d+): (.*)");
    private static final Pattern ELEMENT = Pattern.compile("(?:id=\"|_)([a-z0-9_]+)\"");
    private final DiagramCheck diagrams;
    private final TableCheck tables = new TableCheck();
    private final FormMarkup forms = new FormMarkup();
    /** Files of the base are the same for all counties, and a candidate changes few: each is read once. */
    private final Map<String, List<BundleFault>> alone = new ConcurrentHashMap<>();
    private final Map<String, XmlOutline> outlines = new ConcurrentHashMap<>();
    private final DmnEngine tableParser = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    BundleCheck(Product product) {
        diagrams = new DiagramCheck(product);
    }

    List<BundleFault> check(Bundle bundle) {
        var faults = new ArrayList<BundleFault>();
        String tablesAround = bundle.surroundings(Bundle.Folder.DECISIONS);
        String partsAround = bundle.surroundings(Bundle.Folder.PARTS);
        for (Bundle.File file : bundle.files().values()) {
            List<BundleFault> ofItself = alone.computeIfAbsent(file.identity(), same -> alone(file));
            faults.addAll(ofItself);
            switch (file.folder()) {
                case PROCESSES -> faults.addAll(alone.computeIfAbsent(file.identity() + tablesAround,
                        same -> diagrams.check(file, outline(file), bundle)));
                case FORMS, PARTS -> faults.addAll(alone.computeIfAbsent(file.identity() + partsAround,
                        same -> FormParts.check(file, bundle)));
                case DECISIONS -> { }
            }
        }
        return faults;
    }

    /** The elements of a diagram or table; none where it cannot be read, or where there is no file. */
    XmlOutline outline(Bundle.File file) {
        return file == null ? null : outlines.computeIfAbsent(file.identity(), same -> {
            try {
                return XmlOutline.of(file.content());
            } catch (SAXException broken) {
                return new XmlOutline(List.of());
            }
        });
    }

    /** What is wrong whatever the other files hold. */
    private List<BundleFault> alone(Bundle.File file) {
        try {
            switch (file.folder()) {
                case PROCESSES -> {
                    XmlOutline.of(file.content());
                    Bpmn.validateModel(Bpmn.readModelFromStream(new ByteArrayInputStream(file.content())));
                    return List.of();
                }
                case DECISIONS -> {
                    List<BundleFault> faults = tables.check(file, XmlOutline.of(file.content()));
                    if (faults.isEmpty()) {
                        tableParser.parseDecisions(Dmn.readModelFromStream(new ByteArrayInputStream(file.content())));
                    }
                    return faults;
                }
                default -> {
                    return forms.check(file);
                }
            }
        } catch (SAXException | RuntimeException unreadable) {
            return List.of(unreadable(file, unreadable));
        }
    }

    /** The line stands on the parser's own exception somewhere below, or in the schema's message. */
    private static BundleFault unreadable(Bundle.File file, Exception thrown) {
        Throwable deepest = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException located) {
                return unreadable(file, located.getLineNumber(), located.getMessage());
            }
            deepest = cause;
        }
        String message = String.valueOf(deepest.getMessage());
        Matcher located = SCHEMA_MESSAGE.matcher(message);
        return located.find() ? unreadable(file, Integer.parseInt(located.group(1)), located.group(2))
                : unreadable(file, 0, message);
    }

    private static BundleFault unreadable(Bundle.File file, int line, String message) {
        return new BundleFault(file.origin(), line, around(file, line), "Filen går inte att läsa: " + message,
                "Öppna filen i Modeler och spara den på nytt, eller hämta den förra versionen.");
    }

    /** The last id that stands on the line or before it, so that the place can be found in the Modeler. */
    private static String around(Bundle.File file, int line) {
        String[] lines = file.text().split("\n", -1);
        for (int i = Math.min(line, lines.length) - 1; i >= 0; i--) {
            Matcher id = ELEMENT.matcher(lines[i]);
            if (id.find()) {
                return "vid " + id.group(1);
            }
        }
        return "";
    }
}
