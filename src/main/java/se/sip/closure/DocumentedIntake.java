package se.sip.closure;

import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that a unit has documented the closing. */
@Component
class DocumentedIntake implements FormIntake<DocumentedForm> {

    private final Notices notices;

    DocumentedIntake(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String form() {
        return "besked_enhet";
    }

    @Override
    public Class<DocumentedForm> type() {
        return DocumentedForm.class;
    }

    @Override
    public void check(DocumentedForm form, FormSituation where, Faults faults) {
        faults.addIf(form.documentedOn() != null && form.documentedOn().isAfter(where.today()), "documentedOn",
                "Dagen kan inte ligga framåt i tiden.");
    }

    @Override
    public void accept(DocumentedForm form, FormSituation where) {
        notices.documented(where.caseNumber(), where.variables().text(ProcessVariable.NOTICE_GROUP),
                form.documentedOn());
    }
}
