package se.sip.ownfield;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.sip.engine.CaseVariables;
import se.sip.engine.ProcessVariable;

/**
 * What has been answered to the county's own questions. A question answered again, in the same form or another that asks
 * it, supersedes what was answered before; both stay.
 */
@Service
public class OwnAnswers {

    /** Forms that several fill in beside each other, with the key of what each of them is about. */
    private static final Map<String, ProcessVariable> ABOUT = Map.ofEntries(
            Map.entry("svar", ProcessVariable.INVITATION), Map.entry("ratt_enhet", ProcessVariable.INVITATION),
            Map.entry("ratt_huvudman", ProcessVariable.INVITATION),
            Map.entry("bekrafta", ProcessVariable.INTERVENTION), Map.entry("rapport", ProcessVariable.INTERVENTION),
            Map.entry("besked_enhet", ProcessVariable.NOTICE_GROUP),
            Map.entry("kvittera_behovs_ej", ProcessVariable.NOTICE_GROUP),
            Map.entry("kvittera_inskrivning", ProcessVariable.NOTICE_GROUP),
            Map.entry("tvist", ProcessVariable.DISPUTE_LINE), Map.entry("posta", ProcessVariable.DELIVERY),
            Map.entry("oklar_sandning", ProcessVariable.DELIVERY));

    private final OwnAnswerRepository answers;
    private final Clock clock;

    OwnAnswers(OwnAnswerRepository answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** Whether several fill the form in for the same case, so that it gives no single answer to decide by. */
    public static boolean isAnsweredBySeveral(String form) {
        return ABOUT.containsKey(form);
    }

    /** @return key of what a task with the form is about; empty where it is the case itself */
    public static String about(String form, CaseVariables variables) {
        return Optional.ofNullable(ABOUT.get(form)).map(variables::get).map(String::valueOf).orElse("");
    }

    /** Takes checked answers. What is no longer answered no longer holds. */
    public void keep(String caseNumber, String county, String form, String about, OwnForm own, JsonNode content,
            String who) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        Map<String, OwnAnswer> before = current(caseNumber, about);
        own.answers(content).forEach((field, answer) -> {
            OwnAnswer old = before.get(field.name());
            if (old != null && old.answer().equals(answer) && old.label().equals(field.label())
                    && old.inPlan() == field.inPlan()) {
                return;
            }
            if (old != null) {
                answers.save(old.withSupersededAt(now));
            }
            if (answer != null) {
                answers.save(new OwnAnswer(null, caseNumber, county, form, about, field.name(), field.kind(),
                        field.label(), answer, OwnForm.shown(field, answer), field.inPlan(), who, now, null));
            }
        });
    }

    /** What holds in the case now, in the order it was answered. */
    public List<OwnAnswer> of(String caseNumber) {
        return answers.findByCaseNumberAndSupersededAtIsNullOrderById(caseNumber);
    }

    /** What has held and no longer does, the oldest first. */
    public List<OwnAnswer> superseded(String caseNumber) {
        return answers.findByCaseNumberOrderById(caseNumber).stream().filter(a -> a.supersededAt() != null).toList();
    }

    private Map<String, OwnAnswer> current(String caseNumber, String about) {
        var current = new LinkedHashMap<String, OwnAnswer>();
        of(caseNumber).stream().filter(a -> a.about().equals(about)).forEach(a -> current.put(a.field(), a));
        return current;
    }

    /** What a form shows when it opens again. */
    public Map<String, Object> known(String caseNumber, String about, OwnForm own) {
        var known = new LinkedHashMap<String, Object>();
        if (caseNumber != null && !own.isEmpty()) {
            current(caseNumber, about).forEach((field, answer) -> {
                if (own.names().contains(field)) {
                    known.put(field, value(answer));
                }
            });
        }
        return known;
    }

    /**
     * What a table asks of the county's own, as it names them: {@code jamtland.skolform}. What is not answered is null.
     *
     * @param caseNumber null where there is no case
     */
    public Map<String, Object> inputs(String county, String caseNumber, Collection<String> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, OwnAnswer> current = caseNumber == null ? Map.of() : current(caseNumber, "");
        var inputs = new HashMap<String, Object>();
        fields.forEach(field -> inputs.put(field, Optional.ofNullable(current.get(field)).filter(a -> a.kind()
                .isForTables()).map(a -> a.kind() == OwnField.Kind.DATE ? LocalDate.parse(a.answer()) : value(a))
                .orElse(null)));
        return Map.of(county, inputs);
    }

    private static Object value(OwnAnswer answer) {
        return switch (answer.kind()) {
            case YES_NO -> Boolean.valueOf(answer.answer());
            case NUMBER -> Long.valueOf(answer.answer());
            case CHOICES -> Arrays.asList(answer.answer().split(","));
            default -> answer.answer();
        };
    }
}
