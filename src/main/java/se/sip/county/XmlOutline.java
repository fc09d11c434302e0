package se.sip.county;

import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The elements of a diagram or table in document order, each with its line, which the model API does not keep. */
public record XmlOutline(List<Element> elements) {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            entry("http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn:"),
            entry("http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi:"),
            entry("http://www.omg.org/spec/DD/20100524/DC", "dc:"),
            entry("http://www.omg.org/spec/DD/20100524/DI", "di:"),
            entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi:"),
            entry("http://www.omg.org/spec/DMN/20180521/DC/", "dc:"),
            entry("http://www.omg.org/spec/DMN/20180521/DI/", "di:"),
            entry("http://camunda.org/schema/1.0/bpmn", "camunda:"),
            entry("http://camunda.org/schema/1.0/dmn", "camunda:"),
            entry("http://camunda.org/schema/modeler/1.0", "modeler:"),
            entry("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:"),
            entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color:"),
            entry("http://bpmn.io/schema/dmn/biodi/2.0", "biodi:"),
            entry("http://www.w3.org/2001/XMLSchema-instance", "xsi:"),
            entry("http://www.w3.org/XML/1998/namespace", "xml:"),
            entry("https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn:"),
            entry("http://www.omg.org/spec/DMN/20180521/MODEL/", "dmn:"),
            entry("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "dmn:"));

    /**
     * @param name with the usual prefix ({@code bpmn:}, {@code camunda:}, {@code dmn:}), whatever the file calls it
     * @param attributes by name, with the usual prefix where they have a namespace
     * @param children filled as the file is read
     */
    public record Element(String name, Map<String, String> attributes, Element parent, int line, StringBuilder content,
            List<Element> children) {

        public String attribute(String name) {
            return attributes.get(name);
        }

        public String text() {
            return content.toString().strip();
        }

        public boolean isInside(Element ancestor) {
            return parent != null && (parent == ancestor || parent.isInside(ancestor));
        }

        /** Each element of a file is itself alone, whatever others say the same. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        /** What the file's author knows the element by: its own id, or that of the nearest element around it. */
        String label() {
            String id = attributes.get("id");
            if (id != null) {
                return "'" + id + "'";
            }
            return parent == null ? name : parent.label();
        }

        public String id() {
            return attributes.getOrDefault("id", "");
        }

        /** What the author sees in the Modeler: the name of the element or of the nearest one around it, and its id. */
        public String title() {
            String shown = COLUMNS.contains(name) ? attributes.get("label") : attributes.get("name");
            if (shown != null && !shown.isBlank() && !id().isEmpty() && !name.startsWith("camunda:")) {
                return "”" + shown.strip().replaceAll("\\s+", " ") + "” (" + id() + ")";
            }
            boolean ofItsOwn = DRAWN.contains(name) && !id().isEmpty();
            return ofItsOwn || parent == null ? label() : parent.title();
        }

        /** The nearest element around this one, or itself, that has one of these names. */
        public Element nearest(Set<String> names) {
            return names.contains(name) ? this : parent == null ? null : parent.nearest(names);
        }
    }

    private static final Set<String> COLUMNS = Set.of("dmn:input", "dmn:output");

    /** What stands in a diagram or table with an id of its own though it may have no name. */
    private static final Set<String> DRAWN = Set.of("bpmn:sequenceFlow", "bpmn:userTask", "bpmn:serviceTask",
            "bpmn:businessRuleTask", "bpmn:task", "bpmn:scriptTask", "bpmn:sendTask", "bpmn:receiveTask",
            "bpmn:manualTask", "bpmn:callActivity", "bpmn:subProcess", "bpmn:startEvent", "bpmn:endEvent",
            "bpmn:boundaryEvent", "bpmn:intermediateCatchEvent", "bpmn:intermediateThrowEvent",
            "bpmn:exclusiveGateway", "bpmn:parallelGateway", "bpmn:inclusiveGateway", "bpmn:eventBasedGateway",
            "bpmn:complexGateway", "bpmn:message", "bpmn:process", "dmn:rule", "dmn:decision");

    /** Elements whose parent is the given one. */
    List<Element> childrenOf(Element parent) {
        return parent.children();
    }

    public List<Element> named(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).toList();
    }

    /** All elements of a name anywhere inside another. */
    public List<Element> inside(Element ancestor, String name) {
        return elements.stream().filter(element -> element.name().equals(name) && element.isInside(ancestor)).toList();
    }

    /** @throws SAXParseException with the line where the text is no well-formed XML */
    public static XmlOutline of(byte[] content) throws SAXException {
        var handler = new Handler();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), handler);
        } catch (SAXException broken) {
            throw broken;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return new XmlOutline(List.copyOf(handler.elements));
    }

    private static final class Handler extends DefaultHandler {

        private final List<Element> elements = new ArrayList<>();
        private final Deque<Element> open = new ArrayDeque<>();
        private Locator locator;

        @Override
        public void setDocumentLocator(Locator given) {
            locator = given;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes given) {
            var attributes = new LinkedHashMap<String, String>();
            for (int i = 0; i < given.getLength(); i++) {
                attributes.put(prefix(given.getURI(i)) + given.getLocalName(i), given.getValue(i));
            }
            var element = new Element(prefix(uri) + local, attributes, open.peek(), locator.getLineNumber(),
                    new StringBuilder(), new ArrayList<>());
            if (open.peek() != null) {
                open.peek().children().add(element);
            }
            elements.add(element);
            open.push(element);
        }

        @Override
        public void characters(char[] text, int start, int length) {
            open.element().content().append(text, start, length);
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            open.pop();
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        private static String prefix(String uri) {
            return uri == null || uri.isEmpty() ? "" : PREFIXES.getOrDefault(uri, "other:");
        }
    }
}
