package se.sip.county;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What several forms have in common, written once: {@code <sip-part name="samtycke_tid"></sip-part>} stands for the
 * file {@code forms/delar/samtycke_tid.html}, or the county's own of the same name. It is put in when a county is
 * published, so that what runs is one whole form. A part may hold parts. Where one part asks the same of different
 * persons, {@code as="child"} says whom: its field {@code *Answer} is then {@code childAnswer}.
 */
final class FormParts {

    private static final Pattern PART =
            Pattern.compile("[ \\t]*<sip-part\\s+name=\"([a-z0-9_]+)\"(?:\\s+as=\"([a-zA-Z]+)\")?\\s*>\\s*</sip-part>");
    /** A field that is asked of more than one person begins with a star in the part: {@code name="*Answer"}. */
    private static final Pattern STARRED = Pattern.compile("\\b(name|when)=\"\\*([A-Za-z]+)\"");
    private static final Pattern ANY = Pattern.compile("<sip-part\\b");
    private static final int DEEPEST = 4;

    private FormParts() {
    }

    /** @return faults of the parts a file names: none of that name, or one that leads back to itself */
    static List<BundleFault> check(Bundle.File file, Bundle bundle) {
        var faults = new ArrayList<BundleFault>();
        String text = file.text();
        Matcher any = ANY.matcher(text);
        while (any.find()) {
            int line = 1 + (int) text.substring(0, any.start()).chars().filter(c -> c == '\n').count();
            Matcher part = PART.matcher(text).region(any.start(), text.length());
            if (!part.lookingAt()) {
                faults.add(new BundleFault(file.origin(), line,
                        "sip-part", "Delen är inte skriven som den ska.",
                        "Skriv <sip-part name=\"delens_namn\"></sip-part>."));
            } else if (!bundle.holds(nameOf(part.group(1)))) {
                faults.add(new BundleFault(file.origin(), line, "sip-part " + part.group(1), "Delen "
                        + nameOf(part.group(1)) + " finns inte.", Spelling.nearest(part.group(1),
                                DiagramCheck.keys(bundle, Bundle.Folder.PARTS))));
            } else if (!ends(part.group(1), bundle, 1)) {
                faults.add(new BundleFault(file.origin(), line, "sip-part " + part.group(1), nameOf(part.group(1))
                        + " leder tillbaka till sig själv.", "Ta bort delen ur sig själv."));
            }
        }
        return faults;
    }

    /** The text of a form that has been checked, its parts put in. */
    static String putIn(Bundle.File form, Bundle bundle) {
        return putIn(form.text(), bundle, 0);
    }

    private static String putIn(String text, Bundle bundle, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Parts that hold parts go on and on");
        }
        return PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(putIn(named(
                bundle.files().get(nameOf(part.group(1))).text().stripTrailing(), part.group(2)), bundle, depth + 1)));
    }

    /** The part's starred fields named after whom it asks: {@code as="child"} makes {@code childAnswer}. */
    private static String named(String text, String as) {
        return as == null ? text : STARRED.matcher(text).replaceAll("$1=\"" + as + "$2\"");
    }

    private static boolean ends(String part, Bundle bundle, int depth) {
        Bundle.File file = bundle.files().get(nameOf(part));
        return file == null || depth <= DEEPEST
                && PART.matcher(file.text()).results().allMatch(p -> ends(p.group(1), bundle, depth + 1));
    }

    private static String nameOf(String part) {
        return Bundle.Folder.PARTS.nameOf(part);
    }
}
