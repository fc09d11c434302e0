package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.sip.ownfield.DeployedOwnForms;
import se.sip.ownfield.OwnAnswers;
import se.sip.ownfield.OwnForm;

/** The county's own questions of a form, which its record does not know: checked, kept and shown beside the record's. */
@Component
class OwnQuestions {

    private final DeployedOwnForms deployed;
    private final OwnAnswers answers;

    OwnQuestions(DeployedOwnForms deployed, OwnAnswers answers) {
        this.deployed = deployed;
        this.answers = answers;
    }

    OwnForm ofCounty(String county, String form) {
        return deployed.ofCounty(county, form);
    }

    private OwnForm of(String form, FormSituation where) {
        return deployed.of(where.processDefinitionId(), form);
    }

    void check(FormIntake<?> intake, JsonNode content, FormSituation where, Faults faults) {
        OwnForm own = of(intake.form(), where);
        if (!own.isEmpty()) {
            own.check(content, shownBy(intake, where), faults::add);
        }
    }

    /** What a part of the form that is shown only sometimes may ask for, gathered when it does. */
    private static Function<String, Object> shownBy(FormIntake<?> intake, FormSituation where) {
        var shown = new HashMap<String, Object>();
        return name -> {
            if (shown.isEmpty()) {
                shown.putAll(intake.choices(where));
                shown.putAll(intake.known(where));
            }
            return shown.get(name);
        };
    }

    /** The content that the form's record takes. */
    JsonNode without(String form, JsonNode content, FormSituation where) {
        OwnForm own = of(form, where);
        return own.isEmpty() ? content : ((ObjectNode) content.deepCopy()).without(own.names());
    }

    Map<String, Object> known(String form, FormSituation where) {
        OwnForm own = of(form, where);
        return own.isEmpty() ? Map.of()
                : answers.known(where.caseNumber(), OwnAnswers.about(form, where.variables()), own);
    }

    /**
     * @param content that has been checked
     * @param caseNumber also of a case that the form has just opened
     */
    void keep(String form, JsonNode content, FormSituation where, String caseNumber) {
        OwnForm own = of(form, where);
        if (own.isEmpty()) {
            return;
        }
        if (caseNumber == null) {
            throw new IllegalStateException("The form '" + form + "' has questions of the county's own but opens no case");
        }
        answers.keep(caseNumber, where.county(), form, OwnAnswers.about(form, where.variables()), own, content,
                where.staff().userId());
    }
}
