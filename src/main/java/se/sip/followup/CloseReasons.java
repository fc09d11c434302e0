package se.sip.followup;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.decision.DecisionTables;

/** For which reasons the county closes a SIP: its table {@code avslutsskal}. Whether a reason holds, {@code avslut} says. */
@Component
public class CloseReasons {

    private static final String IN_THE_FORM = "FORMULAR";

    private final DecisionTables tables;
    private final CaseFiles cases;

    CloseReasons(DecisionTables tables, CaseFiles cases) {
        this.tables = tables;
        this.cases = cases;
    }

    /**
     * One reason.
     *
     * @param code EndKind
     * @param text as staff read it
     * @param inForm chosen when a closing is considered; otherwise an event of its own, as a withdrawal is
     */
    public record Reason(String code, String text, boolean inForm) {
    }

    /** The county's reasons, in its own order. */
    public List<Reason> of(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return tables.evaluate(caseFile, "avslutsskal", Map.of("malgrupp", caseFile.audience().name()))
                .rows().stream().map(row -> new Reason((String) row.get("skal"), (String) row.get("text"),
                        IN_THE_FORM.equals(row.get("registreras")))).toList();
    }
}
