package se.sip.county;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import se.sip.county.Contract.Rule;
import se.sip.county.Contract.Selector;
import se.sip.county.ProcessGraph.Node;
import se.sip.county.ProcessGraph.Way;
import se.sip.county.XmlOutline.Element;

/** Proves each rule of the contract on a county's whole set, and shows the path on which one does not hold. */
class ContractCheck {

    private static final Map<String, Integer> HOURS = Map.of("HOURS", 1, "DAYS", 24, "WEEKS", 7 * 24, "MONTHS", 31 * 24,
            "YEARS", 366 * 24);
    private static final String RESTORE = "Lägg tillbaka steget, eller led vägen genom det.";

    /** A path goes on, or is broken off; what begins beside it is another. */
    private static final Set<Way> OWN_WAYS = Set.of(Way.FLOW, Way.INTERRUPTION);

    private final Contract contract;

    ContractCheck(Contract contract) {
        this.contract = contract;
    }

    /**
     * @param read the flows of a diagram, and the outline of any file, by file
     * @param changed whether a file differs from what the product delivers; a fault is shown in such a file where it can
     */
    List<BundleFault> check(Bundle bundle, Function<Bundle.File, XmlOutline> read, Predicate<Bundle.File> changed) {
        return new Proof(bundle, read, changed).all();
    }

    private final class Proof {

        private final Bundle bundle;
        private final Function<Bundle.File, XmlOutline> read;
        private final Predicate<Bundle.File> changed;
        private final Map<String, Bundle.File> processes = new TreeMap<>();
        private final Map<String, DiagramFlows> flows = new LinkedHashMap<>();
        private final Set<String> roots = new TreeSet<>();
        private final Map<String, ProcessGraph> graphs = new LinkedHashMap<>();
        private final Map<String, Map<Node, List<Node>>> reachable = new LinkedHashMap<>();
        private final List<BundleFault> faults = new ArrayList<>();

        Proof(Bundle bundle, Function<Bundle.File, XmlOutline> read, Predicate<Bundle.File> changed) {
            this.bundle = bundle;
            this.read = read;
            this.changed = changed;
            bundle.files().values().stream().filter(f -> f.folder() == Bundle.Folder.PROCESSES)
                    .forEach(f -> processes.put(f.key(), f));
            Set<String> called = processes.values().stream().flatMap(f -> read.apply(f).named("bpmn:callActivity").stream())
                    .map(c -> c.attributes().getOrDefault("calledElement", "")).collect(Collectors.toSet());
            for (String key : processes.keySet()) {
                boolean begins = read.apply(processes.get(key)).named("bpmn:startEvent").stream()
                        .anyMatch(s -> s.attribute("camunda:formKey") != null);
                if (!called.contains(key) || begins) {
                    roots.add(key);
                }
            }
        }

        private DiagramFlows flowsOf(Bundle.File file) {
            return flows.computeIfAbsent(file.name(), name -> new DiagramFlows(read.apply(file)));
        }

        private ProcessGraph graph(String root) {
            return graphs.computeIfAbsent(root, key -> new ProcessGraph(key, processes, this::flowsOf));
        }

        /** The whole ways on which something is done that a rule is about. */
        private List<ProcessGraph> graphsWith(Selector deed) {
            return roots.stream().map(this::graph).filter(g -> g.nodes().stream().anyMatch(deed::matches)).toList();
        }

        private Map<Node, List<Node>> reachable(String root, Selector without) {
            return reachable.computeIfAbsent(root + without, key -> search(graph(root)).reachable(without));
        }

        List<BundleFault> all() {
            for (Rule rule : contract.rules()) {
                switch (rule.kind()) {
                    case "innan" -> before(rule);
                    case "efter" -> after(rule);
                    case "varje väg" -> always(rule);
                    case "överallt" -> everywhere(rule);
                    case "tid" -> inTime(rule);
                    case "fält" -> fields(rule);
                    case "rad" -> rows(rule);
                    case "fall" -> cases(rule);
                    case "frist" -> limit(rule);
                    default -> throw new IllegalStateException("grundlag.md: okänt slag " + rule.kind());
                }
            }
            return faults;
        }

        private PathSearch search(ProcessGraph graph) {
            return new PathSearch(graph, contract.given());
        }

        private void before(Rule rule) {
            for (ProcessGraph graph : graphsWith(rule.selector("sker"))) {
                Optional<List<Node>> path = search(graph).before(rule.selector("sker"), rule.ways("krävs"),
                        rule.selector("förfaller"), rule.is("varje_gång"), rule.facts("undantag"));
                if (path.isPresent()) {
                    Node last = path.get().get(path.get().size() - 1);
                    report(rule, "”" + last.title() + "” kan nås utan att det som krävs har skett.", path.get(), RESTORE);
                    return;
                }
            }
        }

        private void after(Rule rule) {
            for (ProcessGraph graph : graphsWith(rule.selector("händer"))) {
                for (Node node : graph.nodes()) {
                    if (node.done() && rule.selector("händer").matches(node)) {
                        Optional<List<Node>> path = search(graph).around(node, rule.selector("följer"),
                                rule.facts("undantag"), rule.is("om_inget_avbryter") ? Set.of(Way.FLOW) : OWN_WAYS,
                                n -> n.kind() != Node.Kind.STEP);
                        if (path.isPresent()) {
                            report(rule, "Efter ”" + node.title() + "” kan ärendet ta slut utan att det som krävs sker.",
                                    path.get(), RESTORE);
                            return;
                        }
                    }
                }
            }
        }

        private void always(Rule rule) {
            if (isMissing(rule)) {
                return;
            }
            ProcessGraph graph = graph(rule.text("i"));
            for (Node start : graph.starts()) {
                Optional<List<Node>> path = search(graph).around(start, rule.selector("passerar"),
                        rule.facts("undantag"), OWN_WAYS, n -> n.kind() == Node.Kind.END);
                if (path.isPresent()) {
                    report(rule, "Ärendet kan ta slut utan att det som krävs sker.", path.get(), RESTORE);
                    return;
                }
            }
        }

        private void everywhere(Rule rule) {
            if (isMissing(rule)) {
                return;
            }
            ProcessGraph graph = graph(rule.text("i"));
            Selector message = new Selector(List.of(), List.of(), List.of(), rule.list("meddelande"));
            PathSearch search = search(graph);
            for (Map.Entry<Node, List<Node>> reached : reachable(rule.text("i"), rule.selector("tills")).entrySet()) {
                Node node = reached.getKey();
                boolean here = rule.terms().get("vid") == null || rule.selector("vid").matches(node);
                if (!node.waits() || !here) {
                    continue;
                }
                List<Node> handlers = graph.from(node).stream().filter(e -> e.way() == (rule.is("vid_sidan")
                        ? Way.SIDE : Way.INTERRUPTION) && message.matches(e.to())).map(ProcessGraph.Edge::to).toList();
                if (handlers.isEmpty()) {
                    report(rule, "”" + node.title() + "” nås inte av meddelandet " + rule.list("meddelande").get(0)
                            + ".", reached.getValue(), "Låt en händelsedelprocess runt alla steg ta emot meddelandet.");
                    return;
                }
                for (Node handler : handlers) {
                    Optional<List<Node>> path = search.around(handler, rule.selector("följer"), List.of(),
                            rule.is("vid_sidan") ? Set.of(Way.FLOW) : OWN_WAYS, n -> n.kind() != Node.Kind.STEP);
                    if (path.isPresent()) {
                        report(rule, "Efter ”" + handler.title() + "” kan ärendet ta slut utan att det som krävs sker.",
                                path.get(), RESTORE);
                        return;
                    }
                }
            }
        }

        private void inTime(Rule rule) {
            if (isMissing(rule)) {
                return;
            }
            String timer = "${" + rule.text("datum") + "}";
            ProcessGraph graph = graph(rule.text("i"));
            PathSearch search = search(graph);
            Map<Node, List<Node>> reached = reachable(rule.text("i"), Selector.of(null));
            boolean stands = false;
            for (Map.Entry<Node, List<Node>> at : reached.entrySet()) {
                Node node = at.getKey();
                if (!node.waits() || !rule.selector("vid").matches(node)) {
                    continue;
                }
                stands = true;
                List<Node> events = graph.from(node).stream().filter(e -> e.way() == Way.SIDE)
                        .map(ProcessGraph.Edge::to).filter(n -> timer.equals(n.deed().timer())).toList();
                Optional<Node> breaking = graph.from(node).stream().filter(e -> e.way() == Way.INTERRUPTION)
                        .map(ProcessGraph.Edge::to).filter(n -> timer.equals(n.deed().timer())).findFirst();
                if (breaking.isPresent()) {
                    report(rule, "”" + breaking.get().title() + "” avbryter ”" + node.title()
                            + "”: en dag som passerar varnar, den avslutar inget.", List.of(node, breaking.get()),
                            "Välj en händelse som inte avbryter (streckad ram).");
                    return;
                }
                if (events.isEmpty()) {
                    report(rule, "Vid ”" + node.title() + "” märks det inte att " + rule.text("datum") + " passerar.",
                            at.getValue(), "Lägg tillbaka tidshändelsen som väntar på " + timer + ".");
                    return;
                }
                for (Node event : events) {
                    Element scope = event.element().parent();
                    Optional<List<Node>> path = search.around(event, rule.selector("följer"), rule.facts("undantag"),
                            Set.of(Way.FLOW), n -> n.kind() != Node.Kind.STEP || n.element().name().equals("bpmn:endEvent")
                                    && n.element().parent() == scope);
                    if (path.isPresent()) {
                        report(rule, "När ”" + event.title() + "” inträffar varnas ingen.", path.get(), RESTORE);
                        return;
                    }
                }
            }
            if (!stands) {
                reportAt(rule, processes.get(rule.text("i")), "Ingen uppgift har formuläret "
                        + String.join(", ", rule.selector("vid").forms()) + ".", RESTORE);
            }
        }

        private void fields(Rule rule) {
            Bundle.File form = bundle.files().get(Bundle.Folder.FORMS.nameOf(rule.text("formulär")));
            if (form == null) {
                if (!rule.is("om_den_finns")) {
                    faults.add(new BundleFault("forms/" + rule.text("formulär") + ".html", 0, "", breach(rule)
                            + "Formuläret finns inte.", "Lägg tillbaka det."));
                }
                return;
            }
            if (!FormParts.check(form, bundle).isEmpty()) {
                return;
            }
            Document page = FormFields.parse(FormParts.putIn(form, bundle));
            Set<String> asked = FormFields.fields(page).keySet();
            for (String field : rule.list("fält")) {
                if (!asked.contains(field)) {
                    faults.add(new BundleFault(form.origin(), 0, "(" + field + ")", breach(rule) + "Frågan ”" + field
                            + "” saknas.", "Lägg tillbaka frågan."));
                }
            }
        }

        private void rows(Rule rule) {
            Bundle.File file = bundle.files().get(Bundle.Folder.DECISIONS.nameOf(rule.text("tabell")));
            if (file == null) {
                return;
            }
            XmlOutline outline = read.apply(file);
            DecisionTable.of(outline).ifPresent(table -> {
                for (DecisionTable.Row row : table.rows()) {
                    if (row.cells().size() == table.inputs().size() + table.outputs().size()
                            && gives(table, outline, row, rule.map("svarar"))) {
                        rule.map("bara_om").forEach((input, allowed) -> checkOnly(rule, file, outline, table, row,
                                String.valueOf(input), ((List<?>) allowed).stream().map(String::valueOf)
                                        .collect(Collectors.toSet())));
                    }
                }
            });
        }

        private static boolean gives(DecisionTable table, XmlOutline outline, DecisionTable.Row row, Map<?, ?> answers) {
            return answers.entrySet().stream().allMatch(answer -> {
                for (int i = 0; i < table.outputs().size(); i++) {
                    if (table.outputs().get(i).name().equals(answer.getKey())) {
                        return DecisionTable.text(outline, row.cells().get(table.inputs().size() + i))
                                .equals("\"" + answer.getValue() + "\"");
                    }
                }
                return false;
            });
        }

        private void checkOnly(Rule rule, Bundle.File file, XmlOutline outline, DecisionTable table,
                DecisionTable.Row row, String input, Set<String> allowed) {
            for (int i = 0; i < table.inputs().size(); i++) {
                DecisionTable.Column column = table.inputs().get(i);
                if (!column.name().equals(input)) {
                    continue;
                }
                var entry = DecisionTable.Entry.of(DecisionTable.text(outline, row.cells().get(i)));
                var tried = new TreeSet<String>();
                column.values().forEach(v -> tried.add("\"" + v + "\""));
                if (column.type().equals("boolean")) {
                    tried.addAll(List.of("true", "false"));
                }
                entry.collect(tried);
                boolean only = !entry.isAny() && tried.stream().filter(entry::holds)
                        .allMatch(v -> allowed.contains(v.replace("\"", "")));
                if (!only) {
                    faults.add(new BundleFault(file.origin(), row.element().line(), row.title(), breach(rule)
                            + "Raden svarar " + rule.map("svarar") + " också när " + column.label() + " är något annat än "
                            + String.join(", ", new TreeSet<>(allowed)) + ".", "Snäva in raden."));
                }
            }
        }

        /** A table with one answer to each question answers with the first row that holds. */
        private void cases(Rule rule) {
            Bundle.File file = bundle.files().get(Bundle.Folder.DECISIONS.nameOf(rule.text("tabell")));
            DecisionTable table = file == null ? null : DecisionTable.of(read.apply(file)).orElse(null);
            if (table == null) {
                return;
            }
            for (Object asked : (List<?>) rule.terms().get("frågor")) {
                List<DecisionTable.Row> held = table.rows().stream()
                        .filter(row -> holds(table, read.apply(file), row, (Map<?, ?>) asked)).toList();
                held.stream().limit(1 + held.stream().takeWhile(row -> asksOwn(table, read.apply(file), row)).count())
                        .filter(row -> gives(table, read.apply(file), row, rule.map("aldrig")))
                        .findFirst().ifPresent(row -> faults.add(new BundleFault(file.origin(), row.element().line(), row.title(),
                                breach(rule) + "Tabellen svarar " + rule.map("aldrig") + " i fallet " + asked + ".",
                                "Rätta raden, eller lägg tillbaka den som gick före.")));
            }
        }

        /** Whether the row holds for some answers to the county's own questions only, so that a later one may hold too. */
        private static boolean asksOwn(DecisionTable table, XmlOutline outline, DecisionTable.Row row) {
            return IntStream.range(0, table.inputs().size()).anyMatch(i -> OwnColumns.isOwn(table.inputs().get(i))
                    && !DecisionTable.Entry.of(DecisionTable.text(outline, row.cells().get(i))).isAny());
        }

        /** Whatever is answered to the county's own questions: no answer of theirs may open what the law closes. */
        private static boolean holds(DecisionTable table, XmlOutline outline, DecisionTable.Row row, Map<?, ?> asked) {
            for (int i = 0; i < table.inputs().size() && i < row.cells().size(); i++) {
                if (OwnColumns.isOwn(table.inputs().get(i))) {
                    continue;
                }
                Object value = asked.get(table.inputs().get(i).name());
                String shown = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
                if (!DecisionTable.Entry.of(DecisionTable.text(outline, row.cells().get(i))).holds(shown)) {
                    return false;
                }
            }
            return true;
        }

        private void limit(Rule rule) {
            Bundle.File file = bundle.files().get(Bundle.Folder.DECISIONS.nameOf(rule.text("tabell")));
            if (file == null) {
                return;
            }
            XmlOutline outline = read.apply(file);
            DecisionTable table = DecisionTable.of(outline).orElse(null);
            if (table == null) {
                return;
            }
            for (DecisionTable.Row row : table.rows()) {
                List<String> cells = row.cells().stream().map(c -> DecisionTable.text(outline, c).replace("\"", "")).toList();
                boolean hit = cells.size() >= 4 && DecisionTable.Entry.of(DecisionTable.text(outline, row.cells().get(0)))
                        .holds("\"" + rule.text("rad") + "\"");
                if (hit && cells.get(1).matches("\\d+") && HOURS.containsKey(cells.get(2))) {
                    String[] most = rule.text("högst").split(" ");
                    long hours = Long.parseLong(cells.get(1)) * HOURS.get(cells.get(2));
                    if (hours > Long.parseLong(most[0]) * HOURS.get(most[1])) {
                        faults.add(new BundleFault(file.origin(), row.element().line(), row.title(), breach(rule)
                                + "Fristen är längre än " + rule.text("högst") + ".", "Korta fristen."));
                    }
                }
            }
        }

        private boolean isMissing(Rule rule) {
            if (processes.containsKey(rule.text("i"))) {
                return false;
            }
            if (!rule.is("om_den_finns")) {
                faults.add(new BundleFault("processes/" + rule.text("i") + ".bpmn", 0, "", breach(rule)
                        + "Diagrammet finns inte.", "Lägg tillbaka det."));
            }
            return true;
        }

        private static String breach(Rule rule) {
            return "Bryter mot grundlagen, " + rule.title() + ". ";
        }

        private void reportAt(Rule rule, Bundle.File file, String fault, String remedy) {
            faults.add(new BundleFault(file.origin(), 0, "", breach(rule) + fault, remedy));
        }

        /** At the last element of the path in a file that was changed, which is where somebody has been at work. */
        private void report(Rule rule, String fault, List<Node> path, String remedy) {
            Node at = path.stream().filter(n -> n.element() != null && changed.test(n.file())).reduce((a, b) -> b)
                    .or(() -> path.stream().filter(n -> n.element() != null).reduce((a, b) -> b)).orElseThrow();
            var names = new ArrayList<String>();
            for (Node node : path) {
                String name = node.title();
                if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                    names.add(name);
                }
            }
            faults.add(new BundleFault(at.file().origin(), at.element().line(), at.element().title(), breach(rule) + fault
                    + " Vägen: " + String.join(" → ", names) + ".", remedy));
        }
    }
}
