package se.sip.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Sends a call that came to the wrong principal to the right one: a unit is added, and the family asked first (BOR-52). */
@Component
class RightPrincipalIntake implements FormIntake<RightPrincipalForm> {

    private final CaseEvents events;
    private final Invitations invitations;
    private final CaseLog log;

    RightPrincipalIntake(CaseEvents events, Invitations invitations, CaseLog log) {
        this.events = events;
        this.invitations = invitations;
        this.log = log;
    }

    @Override
    public String form() {
        return "ratt_huvudman";
    }

    @Override
    public Class<RightPrincipalForm> type() {
        return RightPrincipalForm.class;
    }

    @Override
    public void check(RightPrincipalForm form, FormSituation where, Faults faults) {
        if (Boolean.TRUE.equals(form.sendAnew())) {
            faults.addIf(form.unit() == null, "unit", "Välj den enhet som ska kallas.");
            faults.addIf(Objects.equals(form.unit(), invitation(where).unitId()), "unit",
                    "Kallelsen kom fel dit. Välj en annan enhet.");
            if (form.unit() != null) {
                events.faultsOf(added(form, where), where.staff()).list()
                        .forEach(f -> faults.add(f.field().equals("kind") ? "" : f.field(), f.message()));
            }
        } else if (Boolean.FALSE.equals(form.sendAnew())) {
            faults.addIf(form.why() == null, "why", "Skriv varför ingen annan behöver kallas.");
        }
    }

    @Override
    public void accept(RightPrincipalForm form, FormSituation where) {
        if (form.sendAnew()) {
            events.happened(added(form, where), where.staff());
        } else {
            log.add(where.caseNumber(), "NOT_SENT_ANEW", form.why());
        }
    }

    private static EventForm added(RightPrincipalForm form, FormSituation where) {
        return EventForm.of(EventKind.ADD_UNIT).withCaseNumber(where.caseNumber()).withUnit(form.unit())
                .withNeed(form.need()).withKnownThere(true);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("need", Objects.requireNonNullElse(invitation(where).contribution(), ""));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Invitation invitation = invitation(where);
        var shown = new HashMap<String, Object>();
        shown.put("returned", invitation.name());
        if (invitation.answer() != null && invitation.answer().reason() != null) {
            shown.put("reason", invitation.answer().reason());
        }
        if (invitation.forwarding() != null) {
            shown.put("clarified", invitation.forwarding().clarified());
        }
        return shown;
    }

    private Invitation invitation(FormSituation where) {
        return invitations.byKey(where.variables().text(ProcessVariable.INVITATION));
    }
}
