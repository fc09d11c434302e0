package se.sip.move;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A published diagram, asked what its elements say to the engine; names, texts and places are no part of that. */
final class Drawing {

    private static final Set<String> SHOWN_ONLY = Set.of("incoming", "outgoing", "documentation");
    private static final Set<String> TEXT_ONLY = Set.of("name", "id");

    private final Map<String, Element> elements = new LinkedHashMap<>();

    private Drawing() {
    }

    /** @param xml is closed when it has been read */
    static Drawing of(InputStream xml) {
        try (xml) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var drawing = new Drawing();
            drawing.collect(factory.newDocumentBuilder().parse(xml).getDocumentElement());
            return drawing;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("A published diagram cannot be read", impossible);
        }
    }

    private void collect(Element element) {
        if (element.hasAttribute("id") && !element.getLocalName().startsWith("BPMN")) {
            elements.put(element.getAttribute("id"), element);
        }
        children(element).forEach(this::collect);
    }

    boolean has(String id) {
        return elements.containsKey(id);
    }

    /** As a process owner knows it. */
    String title(String id) {
        Element element = elements.get(id);
        String name = element == null ? "" : element.getAttribute("name").replaceAll("\\s+", " ").strip();
        return "”" + (name.isEmpty() ? id : name) + "”";
    }

    /** The same for elements that act alike; what lies inside a scope is left to each of its own elements. */
    String meaning(String id) {
        return meaning(elements.get(id), true);
    }

    private static String meaning(Element element, boolean top) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!TEXT_ONLY.contains(attribute.getNodeName()) && !attribute.getNodeName().startsWith("xmlns")) {
                attributes.put(String.valueOf(attribute.getLocalName()), attribute.getNodeValue());
            }
        }
        List<Element> children = children(element).stream().filter(child -> !SHOWN_ONLY.contains(child.getLocalName()))
                .filter(child -> !top || !isDrawn(child)).toList();
        return element.getLocalName() + attributes + (children(element).isEmpty() ? element.getTextContent().strip()
                : children.stream().map(child -> meaning(child, false)).collect(Collectors.joining(";", "[", "]")));
    }

    /** Tasks, events, gateways, flows: a case stands in each of them for itself. */
    private static boolean isDrawn(Element child) {
        String kind = child.getLocalName();
        return kind.endsWith("Event") || kind.toLowerCase(java.util.Locale.ROOT).endsWith("task") || kind.endsWith("Gateway")
                || Set.of("subProcess", "callActivity", "sequenceFlow", "association", "textAnnotation").contains(kind);
    }

    /**
     * Events that a case waits for while it stands in an element: those on its border, and starts of event subprocesses
     * right inside it.
     */
    List<String> awaitedIn(String id) {
        var awaited = new ArrayList<String>();
        elements.forEach((other, element) -> {
            if (element.getLocalName().equals("boundaryEvent") && element.getAttribute("attachedToRef").equals(id)) {
                awaited.add(other);
            }
            if (element.getLocalName().equals("startEvent") && element.getParentNode() instanceof Element around
                    && "true".equals(around.getAttribute("triggeredByEvent"))
                    && around.getParentNode() instanceof Element scope && scope.getAttribute("id").equals(id)) {
                awaited.add(other);
            }
        });
        return awaited;
    }

    /** Whether an event waits for a time. */
    boolean isTimer(String id) {
        return children(elements.get(id)).stream().anyMatch(child -> child.getLocalName().equals("timerEventDefinition"));
    }

    /** An attribute of the engine's, such as {@code dueDate}; empty where it is not set. */
    String ofEngine(String id, String attribute) {
        Element element = elements.get(id);
        return element == null ? "" : element.getAttributeNS("http://camunda.org/schema/1.0/bpmn", attribute);
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }
}
