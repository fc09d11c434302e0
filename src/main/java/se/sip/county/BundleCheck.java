package se.sip.county;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks every file of a bundle before the engine sees it, and names all faults at once with file and line. */
class BundleCheck {

    private static final Pattern SCHEMA_MESSAGE = Pattern.compile("Line=(\\d+): (.*)");
    private final DiagramCheck diagrams;
    private final TableCheck tables = new TableCheck();
    private final FormMarkup forms = new FormMarkup();
    private final DmnEngine tableParser = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** @param callableBeans names of the beans that expressions in diagrams may name */
    BundleCheck(Set<String> callableBeans) {
        diagrams = new DiagramCheck(callableBeans);
    }

    List<BundleFault> check(Bundle bundle) {
        var faults = new ArrayList<BundleFault>();
        for (Bundle.File file : bundle.files().values()) {
            try {
                faults.addAll(switch (file.folder()) {
                    case PROCESSES -> checkDiagram(file, bundle);
                    case DECISIONS -> checkTable(file);
                    case FORMS, PARTS -> checkForm(file, bundle);
                });
            } catch (SAXException | RuntimeException unreadable) {
                faults.add(unreadable(file, unreadable));
            }
        }
        return faults;
    }

    private List<BundleFault> checkDiagram(Bundle.File file, Bundle bundle) throws SAXException {
        XmlOutline outline = XmlOutline.of(file.content());
        Bpmn.validateModel(Bpmn.readModelFromStream(new ByteArrayInputStream(file.content())));
        return diagrams.check(file, outline, bundle);
    }

    private List<BundleFault> checkForm(Bundle.File file, Bundle bundle) {
        var faults = new ArrayList<>(forms.check(file));
        faults.addAll(FormParts.check(file, bundle));
        return faults;
    }

    private List<BundleFault> checkTable(Bundle.File file) throws SAXException {
        XmlOutline outline = XmlOutline.of(file.content());
        tableParser.parseDecisions(Dmn.readModelFromStream(new ByteArrayInputStream(file.content())));
        return tables.check(file, outline);
    }

    /** The line stands on the parser's own exception somewhere below, or in the schema's message. */
    private static BundleFault unreadable(Bundle.File file, Exception thrown) {
        Throwable deepest = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException located) {
                return new BundleFault(file.origin(), located.getLineNumber(), located.getMessage());
            }
            deepest = cause;
        }
        String message = String.valueOf(deepest.getMessage());
        Matcher located = SCHEMA_MESSAGE.matcher(message);
        return located.find()
                ? new BundleFault(file.origin(), Integer.parseInt(located.group(1)), located.group(2))
                : new BundleFault(file.origin(), 0, message);
    }
}
