package se.sip.county;

/**
 * Why a file cannot be published.
 *
 * @param file the file as the process owner knows it, with the county's folder where it has one
 * @param line counted from 1; 0 where the fault concerns the whole file
 */
record BundleFault(String file, int line, String fault) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + ": " + fault;
    }
}
