package se.sip.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.xml.sax.SAXException;
import se.sip.county.Bundle;
import se.sip.county.OwnClauses;
import se.sip.county.XmlOutline;

/** Holds two sets of files against each other. */
public final class Differences {

    private Differences() {
    }

    /** What a county has of its own against the national base: only files that lie in the county's folder. */
    public static List<FileDifference> ofOwn(Bundle bundle) {
        return between(bundle.bases(), bundle.files(), new OwnClauses(bundle.county()));
    }

    /** What has been changed from one set to another, in the order of files. */
    public static List<FileDifference> between(Bundle before, Bundle after) {
        return between(before.files(), after.files(), new OwnClauses(after.county()));
    }

    /** The changed rows of a table; empty where one of the files holds none. */
    public static Optional<ChangedTable> table(Bundle.File was, Bundle.File is) {
        try {
            return new TableDifference(XmlOutline.of(was.content()), XmlOutline.of(is.content())).table();
        } catch (SAXException broken) {
            return Optional.empty();
        }
    }

    private static List<FileDifference> between(Map<String, Bundle.File> before, Map<String, Bundle.File> after,
            OwnClauses clauses) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var all = new ArrayList<FileDifference>();
        for (String name : names) {
            Bundle.File was = before.get(name);
            Bundle.File is = after.get(name);
            if (was == null || is == null) {
                all.add(new FileDifference(name, (is == null ? was : is).origin(), is == null ? Change.REMOVED : Change.ADDED,
                        List.of()));
            } else if (!Arrays.equals(was.content(), is.content())) {
                // A file copied from the base has other counties' clauses too, which nobody here is shown.
                all.add(new FileDifference(name, is.origin(), Change.CHANGED, inside(clauses.in(was), clauses.in(is))));
            }
        }
        return all;
    }

    private static List<ElementDifference> inside(Bundle.File was, Bundle.File is) {
        List<ElementDifference> found;
        try {
            found = switch (is.folder()) {
                case PROCESSES -> new DiagramDifference(XmlOutline.of(was.content()), XmlOutline.of(is.content())).list();
                case DECISIONS -> new TableDifference(XmlOutline.of(was.content()), XmlOutline.of(is.content())).list();
                case FORMS, PARTS -> new FormDifference(was.text(), is.text()).list();
            };
        } catch (SAXException broken) {
            return List.of(new ElementDifference(Change.CHANGED, "", "Filen går inte att läsa, så den kan inte jämföras."));
        }
        return found.isEmpty() ? List.of(new ElementDifference(Change.CHANGED, "", "Bara blanksteg, radbrytningar eller "
                + "kommentarer skiljer.")) : found;
    }
}
