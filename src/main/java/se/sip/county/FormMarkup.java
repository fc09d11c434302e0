package se.sip.county;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import se.sip.ownfield.OwnForm;

/**
 * The markup a form may hold: a fixed list of elements and attributes, and the one script line that hands the form
 * to {@code sip-forms.js}. A form runs inside Tasklist's AngularJS, where markup can be code; so nothing that
 * AngularJS would evaluate passes.
 */
class FormMarkup {

    private static final String SCRIPT =
            "inject(['sipForm', function(sipForm){ sipForm.attach(camForm, $scope); }]);";
    private static final Set<String> SCRIPT_ATTRIBUTES = Set.of("cam-script", "type");
    private static final String ONLY = "only";
    private static final Set<String> PLAIN = Set.of("class", ONLY);
    private static final Set<String> FIELD = Set.of("name", "label", "label-adult", "help", "help-adult", "clause",
            "rule", "required", ONLY);
    /** Of fields that can be the county's own. */
    private static final Set<String> OWN = with(FIELD, OwnForm.MARK, OwnForm.IN_PLAN);
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry("form", Set.of("role", "class")),
            entry("sip-case", Set.of()),
            entry("sip-section", Set.of("title", "title-adult", "help", "help-adult", "clause", "rule", ONLY)),
            entry("sip-date", OWN),
            entry("sip-time", OWN),
            entry("sip-text", with(OWN, "rows", "max")),
            entry("sip-number", with(OWN, "min", "max")),
            entry("sip-yes-no", OWN),
            entry("sip-choice", with(OWN, "from")),
            entry("sip-choices", with(OWN, "from")),
            entry("sip-select", with(OWN, "from")),
            entry("sip-person-number", FIELD),
            entry("sip-unit", FIELD),
            entry("sip-hidden", Set.of("name")),
            entry("sip-info", Set.of("from", "label", "label-adult", "help", "help-adult", "clause", ONLY)),
            entry("sip-document", Set.of("from", "kind", "label", ONLY)),
            entry("sip-sending", Set.of("label")),
            entry("sip-show", Set.of("when", "is", ONLY)),
            entry("sip-part", Set.of("name", "as")),
            entry("sip-rows", with(FIELD, "add", "min", "max", "one")),
            entry("sip-fixed-rows", with(FIELD, "title-field", "one")),
            entry("option", Set.of("value", "label-adult", "help", "help-adult", ONLY)),
            entry("p", PLAIN), entry("ul", PLAIN), entry("ol", PLAIN), entry("li", PLAIN), entry("h3", PLAIN),
            entry("h4", PLAIN), entry("strong", Set.of()), entry("em", Set.of()), entry("br", Set.of()));
    private static final Set<String> WHOM = Set.of("child", "adult");
    private static final int MOST_PARSE_ERRORS = 20;

    List<BundleFault> check(Bundle.File file) {
        var faults = new ArrayList<BundleFault>();
        Parser parser = Parser.htmlParser().setTrackPosition(true).setTrackErrors(MOST_PARSE_ERRORS);
        Document page = Document.createShell("");
        List<Node> nodes = parser.parseFragmentInput(file.text(), page.body(), "");
        for (ParseError error : parser.getErrors()) {
            faults.add(new BundleFault(file.origin(), lineOf(file.text(), error.getPosition()),
                    "", "Märkningen går inte att läsa: " + error.getErrorMessage() + ".", "Rätta taggarna."));
        }
        page.body().insertChildren(0, nodes);
        page.body().traverse((node, depth) -> {
            if (node != page.body()) {
                checkNode(file, node, faults);
            }
        });
        if (file.folder() == Bundle.Folder.PARTS) {
            refuseWholeForm(file, page, faults);
        } else {
            checkScript(file, page, faults);
        }
        return faults;
    }

    private void checkNode(Bundle.File file, Node node, List<BundleFault> faults) {
        if (node instanceof Element element && !element.normalName().equals("script")) {
            checkElement(file, element, faults);
        } else if (node instanceof TextNode text) {
            refuseExpression(file, node, text.getWholeText(), faults);
        } else if (node instanceof Comment comment && comment.getData().contains("directive:")) {
            faults.add(fault(file, node, "En kommentar får inte nämna ett direktiv.", "Ta bort den."));
        }
    }

    private void checkElement(Bundle.File file, Element element, List<BundleFault> faults) {
        Set<String> allowed = ELEMENTS.get(element.normalName());
        if (allowed == null) {
            faults.add(fault(file, element, "<" + element.normalName() + "> finns inte bland formulärens element.",
                    Spelling.nearest(element.normalName(), ELEMENTS.keySet())));
            return;
        }
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().equals(OwnForm.MARK) && !allowed.contains(OwnForm.MARK)) {
                faults.add(fault(file, element, "<" + element.normalName() + "> kan inte vara länets eget fält.",
                        "Ett eget fält är " + String.join(", ", new java.util.TreeSet<>(OwnForm.ELEMENTS.keySet())) + "."));
            } else if (!allowed.contains(attribute.getKey())) {
                faults.add(fault(file, element, "Attributet " + attribute.getKey() + " är inte tillåtet på <"
                        + element.normalName() + ">.", "Tillåtna: " + String.join(", ", new java.util.TreeSet<>(allowed))
                                + "."));
            }
            refuseExpression(file, element, attribute.getValue(), faults);
        }
        if (element.hasAttr(ONLY) && !WHOM.contains(element.attr(ONLY))) {
            faults.add(fault(file, element, "only är child eller adult, inte " + element.attr(ONLY) + ".", "Rätta det."));
        }
        for (String name : element.classNames()) {
            if (!name.startsWith("sip-")) {
                faults.add(fault(file, element, "Klassen " + name + " är inte tillåten.", "Klasser börjar med sip-."));
            }
        }
        if (allowed.contains("name") && element.attr("name").isBlank()) {
            faults.add(fault(file, element, "<" + element.normalName() + "> har inget namn.", "Skriv name=\"…\"."));
        }
    }

    private static void refuseExpression(Bundle.File file, Node node, String text, List<BundleFault> faults) {
        if (text.contains("{{") || text.contains("}}")) {
            faults.add(fault(file, node, "{{ }} är inte tillåtet.", "Ett formulär har inga uttryck; använd sip-info."));
        }
    }

    private static void refuseWholeForm(Bundle.File file, Document page, List<BundleFault> faults) {
        for (Element element : page.body().select("form, script")) {
            faults.add(fault(file, element, "En del har inget <" + element.normalName() + ">.",
                    "Formuläret runt omkring har det."));
        }
    }

    private static void checkScript(Bundle.File file, Document page, List<BundleFault> faults) {
        List<Element> scripts = page.body().select("script");
        if (scripts.size() != 1) {
            faults.add(new BundleFault(file.origin(), 0, "", "Formuläret har " + scripts.size() + " skriptrader.",
                    "Det ska sluta med den enda givna."));
        }
        for (Element script : scripts) {
            boolean known = script.attributes().asList().stream()
                    .allMatch(attribute -> SCRIPT_ATTRIBUTES.contains(attribute.getKey()));
            boolean asGiven = script.hasAttr("cam-script") && script.attr("type").equals("text/form-script")
                    && script.data().strip().equals(SCRIPT);
            if (!known || !asGiven) {
                faults.add(fault(file, script, "Skriptraden är inte den givna.", "Skriv exakt: <script cam-script"
                        + " type=\"text/form-script\">" + SCRIPT + "</script>"));
            }
        }
        if (page.body().select("form").size() != 1) {
            faults.add(new BundleFault(file.origin(), 0, "", "Filen har inte ett <form>.", "En fil är ett formulär."));
        }
    }

    private static BundleFault fault(Bundle.File file, Node node, String text, String remedy) {
        return new BundleFault(file.origin(), node.sourceRange().isTracked()
                ? node.sourceRange().start().lineNumber() : 0, title(node), text, remedy);
    }

    /** The question, as it is read, and the field's name; for what is no question that of the nearest around it. */
    static String title(Node node) {
        for (Node at = node; at != null; at = at.parent()) {
            if (at instanceof Element element && (element.hasAttr("name") || element.hasAttr("title"))) {
                String shown = element.hasAttr("label") ? element.attr("label") : element.attr("title");
                return ((shown.isBlank() ? "" : "”" + shown + "” ")
                        + (element.hasAttr("name") ? "(" + element.attr("name") + ")" : "")).strip();
            }
            if (at instanceof Element shown && shown.hasAttr("when")) {
                return "sip-show when=" + shown.attr("when");
            }
        }
        return "";
    }

    private static int lineOf(String text, int position) {
        return 1 + (int) text.substring(0, Math.min(position, text.length())).chars().filter(c -> c == '\n').count();
    }

    private static Set<String> with(Set<String> some, String... more) {
        var all = new java.util.HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
