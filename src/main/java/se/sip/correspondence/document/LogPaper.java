package se.sip.correspondence.document;

import java.util.List;

/**
 * What a person gets who asks who has read about them (PDL 8:5): unit and time, not the names of staff.
 *
 * @param period which days it covers
 */
public record LogPaper(String period, List<Row> rows) implements Paper {

    /**
     * One time somebody took part of the case.
     *
     * @param what what was read or changed
     * @param why what brought them there
     */
    public record Row(String when, String caseNumber, String unit, String what, String why) {
    }
}
