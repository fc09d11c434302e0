package se.sip.county;

import java.util.Comparator;

/**
 * Something wrong in a county's files, said so that a process owner can mend it.
 *
 * @param file the file as the process owner knows it, with the county's folder where it has one
 * @param line counted from 1; 0 where the fault concerns the whole file
 * @param element what the process owner sees in the Modeler: name and id of the element, row or field; empty where the
 *     fault concerns the whole file
 * @param fault what is wrong, in Swedish
 * @param remedy how to mend it, in Swedish; empty where the fault says it
 */
public record BundleFault(Severity severity, String file, int line, String element, String fault, String remedy) {

    /** An error stops a publication; a warning needs somebody's yes. */
    public enum Severity {
        ERROR("fel"),
        WARNING("varning");

        private final String swedish;

        Severity(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static final Comparator<BundleFault> IN_ORDER = Comparator.comparing(BundleFault::file)
            .thenComparingInt(BundleFault::line).thenComparing(BundleFault::severity).thenComparing(BundleFault::fault);

    public BundleFault(String file, int line, String element, String fault, String remedy) {
        this(Severity.ERROR, file, line, element, fault, remedy);
    }

    public BundleFault(String file, int line, String fault) {
        this(file, line, "", fault, "");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ", rad " + line : "") + (element.isEmpty() ? "" : ", " + element) + ": " + fault
                + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
