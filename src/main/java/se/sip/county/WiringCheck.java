package se.sip.county;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sip.county.XmlOutline.Element;

/**
 * How the diagrams of a county hold together: that what a called process answers comes back to whoever asks for it, that
 * what the product sends is received, and that an error that is thrown is caught.
 */
class WiringCheck {

    private final Bundle bundle;
    private final Bundle delivered;
    private final Function<Bundle.File, XmlOutline> read;
    private final List<BundleFault> faults = new ArrayList<>();

    private WiringCheck(Bundle bundle, Bundle delivered, Function<Bundle.File, XmlOutline> read) {
        this.bundle = bundle;
        this.delivered = delivered;
        this.read = read;
    }

    /** @param delivered the county's set as it was, which says what is to come back and to be received */
    static List<BundleFault> check(Bundle bundle, Bundle delivered, Function<Bundle.File, XmlOutline> read) {
        var wiring = new WiringCheck(bundle, delivered, read);
        wiring.processes(bundle).forEach(file -> {
            wiring.checkAnswers(file);
            wiring.checkErrors(file);
            wiring.checkReceivedOnce(file);
            wiring.checkMeaning(file);
        });
        wiring.checkReceived();
        return wiring.faults;
    }

    private Stream<Bundle.File> processes(Bundle of) {
        return of.files().values().stream().filter(f -> f.folder() == Bundle.Folder.PROCESSES);
    }

    private static Set<String> outs(XmlOutline diagram, Element call) {
        return diagram.inside(call, "camunda:out").stream().map(o -> o.attributes().getOrDefault("target", ""))
                .collect(Collectors.toSet());
    }

    /** What a call of the process handed back where the product calls it, the same diagram's calls before others'. */
    private Set<String> handedBack(String caller, String called) {
        var byCaller = new TreeMap<String, Set<String>>();
        processes(delivered).forEach(file -> read.apply(file).named("bpmn:callActivity").stream()
                .filter(call -> called.equals(call.attribute("calledElement"))).forEach(call -> byCaller
                        .computeIfAbsent(file.key(), key -> new TreeSet<>()).addAll(outs(read.apply(file), call))));
        return byCaller.containsKey(caller) ? byCaller.get(caller)
                : byCaller.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkAnswers(Bundle.File file) {
        XmlOutline diagram = read.apply(file);
        for (Element call : diagram.named("bpmn:callActivity")) {
            String called = call.attributes().getOrDefault("calledElement", "");
            Set<String> given = outs(diagram, call);
            for (String variable : handedBack(file.key(), called)) {
                if (!given.contains(variable) && isAsked(called, variable)) {
                    add(file, call, "Variabeln " + variable + " lämnas inte tillbaka från " + called
                            + ", men frågas efter sedan: svaret vore ett gammalt eller inget.",
                            "Lägg till Out mapping: " + variable + " till " + variable + ".");
                }
            }
        }
    }

    /** By an expression of any diagram but the called one: all that follows is handed the variable. */
    private boolean isAsked(String called, String variable) {
        return processes(bundle).filter(f -> !f.key().equals(called)).flatMap(f -> read.apply(f).elements().stream())
                .flatMap(e -> Stream.concat(Stream.of(e.text()), e.attributes().entrySet().stream()
                        .map(a -> a.getKey().equals("camunda:collection") ? "${" + a.getValue() + "}" : a.getValue())))
                .filter(ExpressionNames::isExpression).anyMatch(text -> ExpressionNames.in(text).contains(variable));
    }

    private Map<String, Element> received(Bundle.File file) {
        XmlOutline diagram = read.apply(file);
        var received = new LinkedHashMap<String, Element>();
        diagram.elements().stream().filter(e -> e.attribute("messageRef") != null).forEach(e -> diagram.named("bpmn:message")
                .stream().filter(m -> m.id().equals(e.attribute("messageRef")))
                .forEach(m -> received.putIfAbsent(m.attributes().getOrDefault("name", ""), e)));
        return received;
    }

    private void checkReceived() {
        Set<String> now = processes(bundle).flatMap(f -> received(f).keySet().stream()).collect(Collectors.toSet());
        processes(delivered).forEach(file -> received(file).keySet().stream().filter(m -> !now.contains(m)).forEach(m -> {
            Bundle.File own = bundle.files().getOrDefault(file.name(), file);
            faults.add(new BundleFault(own.origin(), 0, m, "Inget tar emot meddelandet ”" + m
                    + "”, som produkten skickar: det som registreras skulle inte nå ärendet.",
                    "Lägg tillbaka händelsen som väntar på det."));
        }));
    }

    /** Two that wait for the same in the same place: the engine takes one of them, or none. */
    private void checkReceivedOnce(Bundle.File file) {
        XmlOutline diagram = read.apply(file);
        var seen = new HashSet<String>();
        diagram.named("bpmn:subProcess").stream().filter(DiagramFlows::isEventSubprocess)
                .forEach(handler -> diagram.childrenOf(handler).stream().filter(s -> s.name().equals("bpmn:startEvent"))
                        .flatMap(s -> diagram.childrenOf(s).stream()).map(d -> d.attribute("messageRef"))
                        .filter(ref -> ref != null && !seen.add(handler.parent().id() + " " + ref))
                        .forEach(ref -> add(file, handler, "Två händelser på samma ställe väntar på samma meddelande.",
                                "Behåll en av dem, eller välj rätt meddelande.")));
    }

    private void checkMeaning(Bundle.File file) {
        Bundle.File was = delivered.files().get(file.name());
        if (was != null && !was.identity().equals(file.identity())) {
            faults.addAll(ChangedMeaning.of(file, read.apply(was), read.apply(file)));
        }
    }

    private void checkErrors(Bundle.File file) {
        XmlOutline diagram = read.apply(file);
        var flows = new DiagramFlows(diagram);
        for (Element end : diagram.named("bpmn:endEvent")) {
            if (flows.kindOf(end).equals("error") && !isCaught(file.key(), flows.errorOf(end), new HashSet<>())) {
                add(file, end, "Felet ”" + flows.errorOf(end) + "” fångas ingenstans: ärendet skulle ta slut här utan att"
                        + " det syns.", "Lägg en felhändelse på anropet, eller låt vägen sluta på ett annat sätt.");
            }
        }
    }

    private boolean isCaught(String process, String code, Set<String> seen) {
        if (!seen.add(process)) {
            return false;
        }
        Bundle.File file = bundle.files().get(Bundle.Folder.PROCESSES.nameOf(process));
        var flows = new DiagramFlows(read.apply(file));
        boolean here = Stream.of("bpmn:boundaryEvent", "bpmn:startEvent").flatMap(n -> read.apply(file).named(n).stream())
                .anyMatch(e -> flows.kindOf(e).equals("error") && Set.of(code, "").contains(flows.errorOf(e)));
        return here || processes(bundle).filter(f -> read.apply(f).named("bpmn:callActivity").stream()
                .anyMatch(c -> process.equals(c.attribute("calledElement")))).anyMatch(f -> isCaught(f.key(), code, seen));
    }

    private void add(Bundle.File file, Element element, String fault, String remedy) {
        faults.add(new BundleFault(file.origin(), element.line(), element.title(), fault, remedy));
    }
}
