package se.sip.clause;

import java.nio.file.Path;

/**
 * Where the product acts on a clause, and says so.
 *
 * @param kind what kind of thing acts
 * @param file the file it stands in
 * @param element id of the row, the diagram element or the field; empty for the file as a whole
 * @param label what the element is called in Swedish; empty where it has no name
 */
record ClausePlace(Kind kind, Path file, String element, String label) implements Comparable<ClausePlace> {

    /** What acts, by where it is written. */
    enum Kind {
        ROW("rad", "regel i tabell"),
        STEP("steg", "steg i diagram"),
        FIELD("fält", "fält i formulär"),
        DOCUMENT("dokument", "dokument"),
        DISPATCH("utskick", "utskick och kvittens"),
        CODE("kontroll", "kontroll i programmet");

        private final String key;
        private final String swedish;

        Kind(String key, String swedish) {
            this.key = key;
            this.swedish = swedish;
        }

        String key() {
            return key;
        }

        String swedish() {
            return swedish;
        }
    }

    /** As it stands in the register: {@code rad:halland/samtycke#ett_ar}. */
    String reference() {
        return kind.key() + ":" + name() + (element.isEmpty() ? "" : "#" + element);
    }

    /** Name of the file without its folder and ending, with the county's folder before it. */
    String name() {
        String name = file.toString().replace('\\', '/').replaceAll("\\.\\w+$", "");
        return kind == Kind.ROW || kind == Kind.STEP || kind == Kind.FIELD ? name.substring(name.indexOf('/') + 1)
                : name.replace("src/main/java/", "").replace("src/main/resources/", "").replace("se/sip/", "");
    }

    @Override
    public int compareTo(ClausePlace other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : reference().compareTo(other.reference());
    }
}
