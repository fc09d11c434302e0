package se.sip.party;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.unit.Principal;
import se.sip.unit.UnitKind;

/**
 * Whether those who take part make it a SIP: the county's table {@code parter}. Asked when units are confirmed, when
 * they are called, at every later change of participants, and when the meeting has been held (VGB-05, HAL-12). Where a
 * county agrees on two of school, social services and health care, it can be a SIP by local agreement: held like any
 * other, but not the plan that the law asks of both principals (BOR-12).
 */
@Component
public class PartiesRule {

    private static final Set<UnitKind> SCHOOL = EnumSet.of(UnitKind.SCHOOL, UnitKind.INDEPENDENT_SCHOOL,
            UnitKind.PRESCHOOL);

    private final DecisionTables tables;

    PartiesRule(DecisionTables tables) {
        this.tables = tables;
    }

    /** When it is asked. */
    public enum Moment {
        /** Units are confirmed with the family; one that is to be contacted first counts. */
        PLANNED,
        /** The invitations go out; only who is called counts. */
        CALLED,
        /** The meeting has been held; only who came counts. */
        ATTENDED
    }

    /**
     * @param enough whether it is a SIP
     * @param local whether it is one by local agreement only, and not the statutory plan (BOR-12)
     * @param why the table's sentence with its clauses
     */
    public record Verdict(boolean enough, boolean local, String why) {
    }

    /** @param kinds of all who take part, the convening unit included */
    public Verdict of(CaseFile caseFile, Moment moment, Collection<UnitKind> kinds) {
        DecisionAnswer answer = tables.evaluate(caseFile, "parter", Map.of("moment", moment.name(),
                "audience", caseFile.audience().name(),
                "region", kinds.stream().anyMatch(k -> k.principal() == Principal.REGION),
                "municipality", kinds.stream().anyMatch(k -> k.principal() == Principal.MUNICIPALITY),
                "authority", kinds.stream().anyMatch(PartiesRule::isAuthority), "kinds", sortsOf(kinds)));
        String outcome = answer.text("outcome");
        return new Verdict(!outcome.equals("TOO_FEW"), outcome.equals("LOCAL_AGREEMENT"),
                answer.why() + " (" + String.join(", ", answer.clauses().values()) + ")");
    }

    /** How many of school, social services and health care are among them. */
    public static long sortsOf(Collection<UnitKind> kinds) {
        return kinds.stream().filter(k -> k.principal() != Principal.OTHER).map(PartiesRule::sort).distinct().count();
    }

    /** An independent school is a school as party, but not the municipality. */
    private static boolean isAuthority(UnitKind kind) {
        return kind.principal() == Principal.MUNICIPALITY && kind != UnitKind.INDEPENDENT_SCHOOL;
    }

    private static String sort(UnitKind kind) {
        if (SCHOOL.contains(kind)) {
            return "SCHOOL";
        }
        return kind.principal() == Principal.REGION || kind == UnitKind.MUNICIPAL_HEALTH ? "HEALTH" : "SOCIAL";
    }
}
