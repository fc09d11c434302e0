package se.sip.meeting;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionTables;
import se.sip.meeting.Meeting.Occasion;
import se.sip.preparation.Preparation.Participation;
import se.sip.preparation.Preparations;

/** What a meeting takes up and in which order: the county's table {@code dagordning}. */
@Component
public class Agenda {

    private final DecisionTables tables;
    private final CaseFiles cases;
    private final Preparations preparations;

    Agenda(DecisionTables tables, CaseFiles cases, Preparations preparations) {
        this.tables = tables;
        this.cases = cases;
        this.preparations = preparations;
    }

    /** Points of a meeting of the case, the first first; those of a follow-up are its questions (VGU-151, HAL-117). */
    public List<String> of(String caseNumber, Occasion occasion) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        boolean letter = preparations.of(caseNumber).map(p -> p.participation() == Participation.LETTER).orElse(false);
        return tables.evaluate(caseFile, "dagordning", Map.of("tillfalle", occasion.name(),
                "malgrupp", caseFile.audience().name(), "brev", letter)).rows().stream()
                .map(row -> (String) row.get("punkt")).toList();
    }
}
