package se.sip.county;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import se.sip.county.Contract.Selector;
import se.sip.county.Contract.Step;
import se.sip.county.ProcessGraph.Edge;
import se.sip.county.ProcessGraph.Node;
import se.sip.county.ProcessGraph.Way;

/**
 * Looks for a path that goes round something. It knows what gateways have answered on the way, until a step may have
 * changed it, so that it takes no path that no case can take.
 */
class PathSearch {

    /** Whoever takes one of these may have changed what a gateway asked for. */
    private static final Set<String> CHANGE = Set.of("bpmn:userTask", "bpmn:serviceTask", "bpmn:businessRuleTask",
            "bpmn:receiveTask");

    private final ProcessGraph graph;
    private final Map<String, Fact> given;

    PathSearch(ProcessGraph graph, Map<String, Fact> given) {
        this.graph = graph;
        this.given = given;
    }

    /** @param progress how far each way of what is demanded has been gone */
    private record State(Node node, Set<Fact> facts, List<Integer> progress) {
    }

    /**
     * A path to something on which none of the demanded ways has been gone whole.
     *
     * @param happens what may only happen afterwards
     * @param ways sequences of steps, one of which must lie before it
     * @param lapses what makes all that has been gone count for nothing
     * @param each whether what happens needs the steps anew each time
     * @param exempt answers after which the rule does not hold
     */
    Optional<List<Node>> before(Selector happens, List<List<Step>> ways, Selector lapses, boolean each,
            List<Fact> exempt) {
        var cameFrom = new LinkedHashMap<State, State>();
        Deque<State> open = new ArrayDeque<>();
        List<Integer> none = ways.stream().map(w -> 0).toList();
        for (Node start : graph.starts()) {
            var state = new State(start, Set.of(), progress(start, Set.of(), none, ways, lapses));
            if (cameFrom.putIfAbsent(state, null) == null) {
                open.add(state);
            }
        }
        while (!open.isEmpty()) {
            State state = open.poll();
            boolean gone = false;
            for (int i = 0; i < ways.size(); i++) {
                gone |= state.progress().get(i) == ways.get(i).size();
            }
            if (!state.node().done() && happens.matches(state.node()) && !gone) {
                return Optional.of(path(state, cameFrom));
            }
            boolean again = each && state.node().done() && happens.matches(state.node());
            for (Edge edge : graph.from(state.node())) {
                if (edge.facts().stream().anyMatch(f -> exempt.stream().anyMatch(f::implies))) {
                    continue;
                }
                facts(state.facts(), edge).ifPresent(facts -> {
                    List<Integer> progress = progress(edge.to(), union(edge.facts(), known(edge.to())),
                            again ? none : state.progress(), ways, lapses);
                    var next = new State(edge.to(), facts, progress);
                    if (!cameFrom.containsKey(next)) {
                        cameFrom.put(next, state);
                        open.add(next);
                    }
                });
            }
        }
        return Optional.empty();
    }

    private static List<Integer> progress(Node to, Set<Fact> facts, List<Integer> before, List<List<Step>> ways,
            Selector lapses) {
        boolean passed = to.done() || to.element() != null && !DiagramFlows.ACTIVITIES.contains(to.element().name());
        if (passed && lapses.matches(to)) {
            return ways.stream().map(w -> 0).toList();
        }
        var after = new ArrayList<Integer>();
        for (int i = 0; i < ways.size(); i++) {
            List<Step> way = ways.get(i);
            int at = before.get(i);
            if (passed && way.get(0).node() != null && way.get(0).node().matches(to)) {
                at = 1;
            } else if (at < way.size()) {
                Step next = way.get(at);
                boolean taken = next.node() != null ? passed && next.node().matches(to)
                        : facts.stream().anyMatch(f -> f.implies(next.answer()));
                at += taken ? 1 : 0;
            }
            after.add(at);
        }
        return List.copyOf(after);
    }

    /**
     * A path from a node to an end on which something never happens.
     *
     * @param taken the ways the path may take
     * @param isEnd where the path is over
     */
    Optional<List<Node>> around(Node from, Selector follows, List<Fact> exempt, Set<Way> taken, Predicate<Node> isEnd) {
        var first = new State(from, known(from), List.of());
        Map<State, List<State>> onwards = new LinkedHashMap<>();
        Map<State, List<State>> back = new HashMap<>();
        Deque<State> open = new ArrayDeque<>(List.of(first));
        Deque<State> avoided = new ArrayDeque<>();
        onwards.put(first, new ArrayList<>());
        while (!open.isEmpty()) {
            State state = open.poll();
            if (state.node() != from && isEnd.test(state.node())) {
                avoided.add(state);
                continue;
            }
            boolean passed = state.node().done() || state.node().element() != null
                    && !DiagramFlows.ACTIVITIES.contains(state.node().element().name());
            if (state.node() != from && passed && follows.matches(state.node())) {
                continue;
            }
            for (Edge edge : graph.from(state.node())) {
                boolean free = edge.facts().stream().anyMatch(f -> exempt.stream().anyMatch(f::implies));
                if (free || !taken.contains(edge.way())) {
                    continue;
                }
                facts(state.facts(), edge).ifPresent(facts -> {
                    var next = new State(edge.to(), facts, List.of());
                    if (!onwards.containsKey(next)) {
                        onwards.put(next, new ArrayList<>());
                        open.add(next);
                    }
                    onwards.get(state).add(next);
                    back.computeIfAbsent(next, n -> new ArrayList<>()).add(state);
                });
            }
        }
        var rank = new HashMap<State, State>();
        var reached = new HashSet<>(avoided);
        while (!avoided.isEmpty()) {
            State state = avoided.poll();
            for (State before : back.getOrDefault(state, List.of())) {
                boolean all = before.node().element() != null
                        && before.node().element().name().equals("bpmn:parallelGateway");
                if (!reached.contains(before) && (!all || reached.containsAll(onwards.get(before)))) {
                    reached.add(before);
                    rank.put(before, state);
                    avoided.add(before);
                }
            }
        }
        if (!reached.contains(first)) {
            return Optional.empty();
        }
        var path = new ArrayList<Node>();
        for (State at = first; at != null; at = rank.get(at)) {
            path.add(at.node());
        }
        return Optional.of(path);
    }

    /** The nodes that a case can come to without having been at one of these, each with its path. */
    Map<Node, List<Node>> reachable(Selector without) {
        var cameFrom = new LinkedHashMap<State, State>();
        Deque<State> open = new ArrayDeque<>();
        graph.starts().forEach(start -> {
            var state = new State(start, Set.of(), List.of());
            cameFrom.put(state, null);
            open.add(state);
        });
        var paths = new LinkedHashMap<Node, List<Node>>();
        while (!open.isEmpty()) {
            State state = open.poll();
            if (without.matches(state.node())) {
                continue;
            }
            paths.computeIfAbsent(state.node(), node -> path(state, cameFrom));
            for (Edge edge : graph.from(state.node())) {
                facts(state.facts(), edge).ifPresent(facts -> {
                    var next = new State(edge.to(), facts, List.of());
                    if (!cameFrom.containsKey(next)) {
                        cameFrom.put(next, state);
                        open.add(next);
                    }
                });
            }
        }
        return paths;
    }

    /** What is known at the edge's end; empty where no case can take it. */
    private Optional<Set<Fact>> facts(Set<Fact> before, Edge edge) {
        for (Fact fact : edge.facts()) {
            if (before.stream().anyMatch(fact::contradicts)) {
                return Optional.empty();
            }
        }
        return Optional.of(changes(edge) ? known(edge.to()) : union(before, edge.facts()));
    }

    private static boolean changes(Edge edge) {
        Node to = edge.to();
        return edge.way() != Way.FLOW || to.done() && CHANGE.contains(to.element().name())
                || to.element() != null && to.element().name().equals("bpmn:intermediateCatchEvent");
    }

    private Set<Fact> known(Node node) {
        if (!node.done() || !node.element().name().equals("bpmn:serviceTask")) {
            return Set.of();
        }
        Fact fact = given.get(node.deed().bean());
        return fact == null ? Set.of() : Set.of(fact);
    }

    private static Set<Fact> union(Set<Fact> some, Set<Fact> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static List<Node> path(State last, Map<State, State> cameFrom) {
        var path = new ArrayList<Node>();
        for (State at = last; at != null; at = cameFrom.get(at)) {
            path.add(0, at.node());
        }
        return path;
    }
}
