package se.sip.county;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The elements of a diagram or table in document order, each with its line, which the model API does not keep. */
record XmlOutline(List<Element> elements) {

    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn:",
            "http://camunda.org/schema/1.0/bpmn", "camunda:",
            "http://camunda.org/schema/1.0/dmn", "camunda:",
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn:",
            "http://www.omg.org/spec/DMN/20180521/MODEL/", "dmn:",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "dmn:");

    /**
     * @param name with the usual prefix ({@code bpmn:}, {@code camunda:}, {@code dmn:}), whatever the file calls it
     * @param attributes by name, with the usual prefix where they have a namespace
     */
    record Element(String name, Map<String, String> attributes, Element parent, int line, StringBuilder content) {

        String attribute(String name) {
            return attributes.get(name);
        }

        String text() {
            return content.toString().strip();
        }

        boolean isInside(Element ancestor) {
            return parent != null && (parent == ancestor || parent.isInside(ancestor));
        }

        /** What the file's author knows the element by: its own id, or that of the nearest element around it. */
        String label() {
            String id = attributes.get("id");
            if (id != null) {
                return "'" + id + "'";
            }
            return parent == null ? name : parent.label();
        }
    }

    /** All elements of a name anywhere inside another. */
    List<Element> inside(Element ancestor, String name) {
        return elements.stream().filter(element -> element.name().equals(name) && element.isInside(ancestor)).toList();
    }

    /** @throws SAXParseException with the line where the text is no well-formed XML */
    static XmlOutline of(byte[] content) throws SAXException {
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
                    new StringBuilder());
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
