package se.sip.correspondence.document;

import java.util.List;

/** Who comes to the meeting, for the family beforehand. */
public record ParticipantsPaper(
        String when, String place, String form, String digitalPreparation, List<Coming> people, List<String> silent,
        List<String> declined) implements Paper {

    /** Somebody who comes. */
    public record Coming(String party, String name, String role, boolean substitute) {
    }
}
