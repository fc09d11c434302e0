package se.sip.county;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Every small change of one kind or another that somebody could make to a diagram in Camunda Modeler: a step taken out and
 * its flows joined, a flow led to an end, two answers exchanged, another date, table, form or bean.
 */
final class Mutants {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> STEPS = Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity");

    private final String text;
    private final BiConsumer<String, String> taker;

    private Mutants(String text, BiConsumer<String, String> taker) {
        this.text = text;
        this.taker = taker;
    }

    /** @param taker takes what was changed and the changed diagram, one after the other */
    static void of(String diagram, BiConsumer<String, String> taker) {
        var mutants = new Mutants(diagram, taker);
        Document model = parse(diagram);
        for (Element step : all(model, "*")) {
            if (STEPS.contains(step.getLocalName())) {
                mutants.takenOut(step.getAttribute("id"));
            }
        }
        mutants.flows(model);
        mutants.events(model);
        mutants.attributes(model);
    }

    /** As Modeler joins what came in with what went out, where there is one of the latter. */
    private void takenOut(String id) {
        change("utan steget " + id, model -> {
            Element step = byId(model, id);
            List<Element> out = all(model, "sequenceFlow").stream().filter(f -> f.getAttribute("sourceRef").equals(id)).toList();
            List<Element> in = all(model, "sequenceFlow").stream().filter(f -> f.getAttribute("targetRef").equals(id)).toList();
            if (out.size() != 1 || in.isEmpty()) {
                return;
            }
            Element next = byId(model, out.get(0).getAttribute("targetRef"));
            remove(model, out.get(0));
            all(model, "boundaryEvent").stream().filter(e -> e.getAttribute("attachedToRef").equals(id)).forEach(event -> {
                all(model, "sequenceFlow").stream().filter(f -> f.getAttribute("sourceRef").equals(event.getAttribute("id")))
                        .forEach(f -> remove(model, f));
                remove(model, event);
            });
            in.forEach(flow -> lead(model, flow, next));
            remove(model, step);
        });
    }

    private void flows(Document model) {
        for (Element flow : all(model, "sequenceFlow")) {
            String id = flow.getAttribute("id");
            for (Element end : all(model, "endEvent")) {
                if (end.getParentNode() == flow.getParentNode() && !end.getAttribute("id").equals(flow.getAttribute("targetRef"))) {
                    change("flödet " + id + " till slutet " + end.getAttribute("id"), m -> lead(m, byId(m, id),
                            byId(m, end.getAttribute("id"))));
                }
            }
            List<Element> beside = all(model, "sequenceFlow").stream().filter(f -> f != flow
                    && f.getAttribute("sourceRef").equals(flow.getAttribute("sourceRef"))).toList();
            for (Element other : beside) {
                if (id.compareTo(other.getAttribute("id")) < 0) {
                    change("flödena " + id + " och " + other.getAttribute("id") + " byter mål", m -> {
                        Element a = byId(m, id);
                        Element b = byId(m, other.getAttribute("id"));
                        Element toA = byId(m, a.getAttribute("targetRef"));
                        Element toB = byId(m, b.getAttribute("targetRef"));
                        lead(m, a, toB);
                        lead(m, b, toA);
                    });
                }
            }
            all(flow, "conditionExpression").stream().findFirst().ifPresent(condition -> {
                String asked = condition.getTextContent();
                String turned = asked.contains("==") ? asked.replace("==", "!=") : asked.contains("!=")
                        ? asked.replace("!=", "==") : asked.replaceFirst("\\$\\{(.*)}", "\\${!($1)}");
                change("tvärtom i " + id, m -> all(byId(m, id), "conditionExpression").get(0).setTextContent(turned));
            });
        }
    }

    private void events(Document model) {
        for (String kind : List.of("terminateEventDefinition", "errorEventDefinition", "multiInstanceLoopCharacteristics")) {
            List<Element> found = all(model, kind);
            for (int i = 0; i < found.size(); i++) {
                int which = i;
                change("utan " + kind + " i " + ((Element) found.get(i).getParentNode()).getAttribute("id"), m -> {
                    Element one = all(m, kind).get(which);
                    one.getParentNode().removeChild(one);
                });
            }
        }
        for (Element process : all(model, "subProcess")) {
            if ("true".equals(process.getAttribute("triggeredByEvent"))) {
                change("utan händelsedelprocessen " + process.getAttribute("id"), m -> {
                    Element gone = byId(m, process.getAttribute("id"));
                    for (Element inside : all(gone, "*")) {
                        undraw(m, inside.getAttribute("id"));
                    }
                    remove(m, gone);
                });
            }
        }
        for (Element event : all(model, "boundaryEvent")) {
            change("utan randhändelsen " + event.getAttribute("id"), m -> {
                Element gone = byId(m, event.getAttribute("id"));
                for (Element flow : all(m, "sequenceFlow")) {
                    if (flow.getAttribute("sourceRef").equals(event.getAttribute("id"))) {
                        remove(m, flow);
                    }
                }
                remove(m, gone);
            });
        }
        for (String attribute : List.of("isInterrupting", "cancelActivity")) {
            for (Element event : all(model, "*")) {
                boolean has = event.hasAttribute(attribute) || event.getLocalName().equals(attribute.equals("isInterrupting")
                        ? "none" : "boundaryEvent");
                if (has) {
                    change(attribute + " byts på " + event.getAttribute("id"), m -> byId(m, event.getAttribute("id"))
                            .setAttribute(attribute, "false".equals(event.getAttribute(attribute)) ? "true" : "false"));
                }
            }
        }
        var dates = new TreeSet<String>(List.of("${meetingReminderAt}", "${answerOverdueAt}", "${followUpCallAt}"));
        List<Element> timers = all(model, "timeDate");
        timers.forEach(timer -> dates.add(timer.getTextContent()));
        for (int i = 0; i < timers.size(); i++) {
            int which = i;
            for (String date : dates) {
                if (!date.equals(timers.get(i).getTextContent())) {
                    change("tiden " + timers.get(i).getTextContent() + " i " + owner(timers.get(i)) + " blir " + date,
                            m -> all(m, "timeDate").get(which).setTextContent(date));
                }
            }
        }
    }

    private void attributes(Document model) {
        for (String attribute : List.of("delegateExpression", "formKey", "calledElement", "messageRef")) {
            var values = new TreeSet<String>();
            List<Element> having = all(model, "*").stream().filter(e -> !value(e, attribute).isEmpty()).toList();
            having.forEach(e -> values.add(value(e, attribute)));
            for (Element element : having) {
                for (String other : values) {
                    if (!other.equals(value(element, attribute)) && !element.getAttribute("id").isEmpty()) {
                        change(attribute + " på " + element.getAttribute("id") + " blir " + other, m -> {
                            Element e = byId(m, element.getAttribute("id"));
                            if (e.hasAttributeNS(CAMUNDA, attribute)) {
                                e.getAttributeNodeNS(CAMUNDA, attribute).setValue(other);
                            } else {
                                e.setAttribute(attribute, other);
                            }
                        });
                    }
                }
            }
        }
        List<Element> outs = camunda(model, "out");
        for (int i = 0; i < outs.size(); i++) {
            int which = i;
            change("utan svaret " + outs.get(i).getAttribute("source") + " från " + owner(outs.get(i)), m -> {
                Element one = camunda(m, "out").get(which);
                one.getParentNode().removeChild(one);
            });
        }
        List<Element> tables = camunda(model, "property");
        for (int i = 0; i < tables.size(); i++) {
            int which = i;
            for (Element other : tables) {
                if (!other.getAttribute("value").equals(tables.get(i).getAttribute("value"))) {
                    change("tabellen " + tables.get(i).getAttribute("value") + " blir " + other.getAttribute("value"),
                            m -> camunda(m, "property").get(which).setAttribute("value", other.getAttribute("value")));
                }
            }
        }
    }

    private void change(String what, Consumer<Document> edit) {
        Document model = parse(text);
        String before = written(model);
        edit.accept(model);
        String after = written(model);
        if (!after.equals(before)) {
            taker.accept(what, after);
        }
    }

    private static void lead(Document model, Element flow, Element to) {
        String id = flow.getAttribute("id");
        Element from = byId(model, flow.getAttribute("targetRef"));
        all(from, "incoming").stream().filter(e -> e.getTextContent().strip().equals(id)).toList()
                .forEach(e -> e.getParentNode().removeChild(e));
        flow.setAttribute("targetRef", to.getAttribute("id"));
        Element incoming = model.createElementNS(BPMN, "bpmn:incoming");
        incoming.setTextContent(id);
        Node before = all(to, "outgoing").stream().filter(e -> e.getParentNode() == to).map(Node.class::cast).findFirst()
                .orElseGet(() -> children(to).stream().filter(e -> !Set.of("documentation", "extensionElements", "incoming")
                        .contains(e.getLocalName())).map(Node.class::cast).findFirst().orElse(null));
        to.insertBefore(incoming, before);
    }

    private static void remove(Document model, Element element) {
        String id = element.getAttribute("id");
        for (String end : List.of("incoming", "outgoing")) {
            all(model, end).stream().filter(e -> e.getTextContent().strip().equals(id)).toList()
                    .forEach(e -> e.getParentNode().removeChild(e));
        }
        undraw(model, id);
        element.getParentNode().removeChild(element);
    }

    private static void undraw(Document model, String id) {
        all(model, "*").stream().filter(e -> !id.isEmpty() && e.getAttribute("bpmnElement").equals(id)).toList()
                .forEach(e -> e.getParentNode().removeChild(e));
    }

    private static String owner(Element inside) {
        Node at = inside.getParentNode();
        while (at instanceof Element e && (e.getAttribute("id").isEmpty() || e.getLocalName().endsWith("Definition"))) {
            at = at.getParentNode();
        }
        return ((Element) at).getAttribute("id");
    }

    private static String value(Element element, String attribute) {
        return element.hasAttributeNS(CAMUNDA, attribute) ? element.getAttributeNS(CAMUNDA, attribute)
                : element.getAttribute(attribute);
    }

    private static Element byId(Document model, String id) {
        return all(model, "*").stream().filter(e -> e.getAttribute("id").equals(id)).findFirst().orElseThrow();
    }

    private static List<Element> camunda(Document model, String name) {
        return elements(model.getElementsByTagNameNS(CAMUNDA, name));
    }

    private static List<Element> all(Document model, String name) {
        return elements(model.getElementsByTagNameNS("*", name));
    }

    private static List<Element> all(Element within, String name) {
        return elements(within.getElementsByTagNameNS("*", name));
    }

    private static List<Element> children(Element of) {
        return elements(of.getChildNodes());
    }

    private static List<Element> elements(org.w3c.dom.NodeList nodes) {
        return new ArrayList<>(IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(Element.class::isInstance).map(Element.class::cast).toList());
    }

    private static Document parse(String diagram) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(Document model) {
        try {
            var into = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(into));
            return into.toString();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
