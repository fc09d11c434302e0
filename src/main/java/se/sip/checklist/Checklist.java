package se.sip.checklist;

import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.tasklist.Faults;

/** The county's checklist: its table {@code checklista}. A county without one asks nothing (BOR-02, BOR-07). */
@Component
public class Checklist {

    private static final String TABLE = "checklista";
    private static final String NOT_ASKED = "NOT_ASKED";

    private final DecisionTables tables;

    Checklist(DecisionTables tables) {
        this.tables = tables;
    }

    /** What a checklist may ask. */
    public enum Question {
        /** Whether the tool 5 frågor has been used as support (BOR-20). */
        FIVE_QUESTIONS,
        /** Whether the child needs support from more actors (BOR-17). */
        MORE_ACTORS,
        /** Whether the support has to be coordinated in a SIP (BOR-18). */
        MUST_COORDINATE,
        /** Whether everything that is needed to call is known (BOR-19). */
        INFORMATION,
        /** Whether whoever starts knows that a SIP does not replace a report of concern (BOR-25). */
        CONCERN,
        /** Whether the child and the guardians have been met before anyone is called (BOR-26). */
        MET_FAMILY,
        /** Whether the family has been told that a SIP gives no priority (BOR-09). */
        NO_PRIORITY,
        /** Whether there is at least one question for the meeting (BOR-33). */
        QUESTIONS,
        /** Whether a pre-meeting with the other principal was held, as about the cost of HVB (BOR-41). Never asked for. */
        PRE_MEETING,
        /** Whether the need was judged together with the child and the guardians (BOR-73). */
        JUDGED_TOGETHER
    }

    /** Whether the county asks anything at all in such a case. */
    public boolean asks(String county, Audience audience) {
        return Arrays.stream(Question.values()).anyMatch(question -> asks(county, audience, question));
    }

    /** Whether the county asks this. */
    public boolean asks(String county, Audience audience, Question question) {
        // A county that published its set before there were checklists has none.
        return tables.has(county, TABLE)
                && !NOT_ASKED.equals(answer(county, audience, question, null).text("outcome"));
    }

    /**
     * Adds a fault where the answer does not do, with the table's own sentence.
     *
     * @param yes null where it was not answered
     * @param reason what explains a no, where a no may stand
     * @param reasonField where that is written
     */
    public void check(String county, Audience audience, Question question, Boolean yes, String field, String reason,
            String reasonField, Faults faults) {
        if (!tables.has(county, TABLE)) {
            return;
        }
        DecisionAnswer answer = answer(county, audience, question, yes);
        String text = answer.why() + " (" + String.join(", ", answer.clauses().values()) + ")";
        switch (answer.text("outcome")) {
            case "ANSWER_REQUIRED", "REFUSED" -> faults.add(field, text);
            case "REASON_REQUIRED" -> faults.addIf(reason == null || reason.isBlank(), reasonField, text);
            default -> { }
        }
    }

    /** What the checklist says where nothing is answered, as advice; empty where the county does not ask. */
    public String advice(String county, Audience audience, Question question) {
        return asks(county, audience, question) ? answer(county, audience, question, null).why() : "";
    }

    /** The same for an answer that needs no reason. */
    public void check(String county, Audience audience, Question question, Boolean yes, String field, Faults faults) {
        check(county, audience, question, yes, field, null, field, faults);
    }

    private DecisionAnswer answer(String county, Audience audience, Question question, Boolean yes) {
        return tables.evaluate(county, null, TABLE, Map.of("audience", audience.name(), "question", question.name(),
                "answer", yes == null ? "NOT_ANSWERED" : yes ? "YES" : "NO"));
    }
}
