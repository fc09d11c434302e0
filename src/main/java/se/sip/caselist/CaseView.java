package se.sip.caselist;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/**
 * One case as its reader may see it.
 *
 * @param story empty for units that the case was disclosed to: it is the convening unit's
 */
record CaseView(CaseOverview overview, List<Decision> decisions, List<Party> participants, List<Line> story) {

    /** A decision and the clauses it rests on. */
    record Decision(String table, String outcome, String why, Collection<String> clauses, LocalDateTime at) {
    }

    /** Somebody who takes part. */
    record Party(String name, String duty) {
    }

    /**
     * One line of the case's story.
     *
     * @param what code of the event, for programs
     * @param text what happened, in Swedish, the note included
     * @param who name of the member of staff, or "Systemet"
     */
    record Line(LocalDateTime at, String what, String text, String who, String note) {
    }
}
