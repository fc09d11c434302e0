package se.sip.difference;

import java.util.List;

/**
 * The rows of a table that are different, to be shown as a table.
 *
 * @param headings of the columns, the row's explanation last
 */
public record ChangedTable(List<String> headings, List<ChangedRow> rows) {

    /** @param number the row's place now; of a row that is gone, the place it had */
    public record ChangedRow(Change change, int number, List<Cell> cells) {
    }

    /** What a cell said and says; the same where nothing is changed, empty where there is no such cell. */
    public record Cell(String before, String after) {

        public boolean isChanged() {
            return !before.equals(after);
        }
    }
}
