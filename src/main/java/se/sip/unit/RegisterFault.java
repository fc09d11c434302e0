package se.sip.unit;

/**
 * Why a line of a register cannot be taken in.
 *
 * @param line counted from 1, where 1 is the headings
 */
record RegisterFault(String file, long line, String fault) {

    @Override
    public String toString() {
        return file + ", line " + line + ": " + fault;
    }
}
