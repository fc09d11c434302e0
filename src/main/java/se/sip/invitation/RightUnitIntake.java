package se.sip.invitation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.decision.DecisionTables;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Takes {@code forms/ratt_enhet.html} in. The duty is the principal's, so the right unit is one of the same. */
@Component
class RightUnitIntake implements FormIntake<RightUnitForm> {

    private static final String FORWARDED = "FORWARDED";
    private static final String NONE_FOUND = "NONE_FOUND";
    private static final String OTHER_PRINCIPAL = "OTHER_PRINCIPAL";

    private final Invitations invitations;
    private final RightUnit rightUnit;
    private final Dispatch dispatch;
    private final Recipients recipients;
    private final UnitRepository units;
    private final CaseFiles cases;
    private final DecisionTables tables;

    RightUnitIntake(Invitations invitations, RightUnit rightUnit, Dispatch dispatch, Recipients recipients,
            UnitRepository units, CaseFiles cases, DecisionTables tables) {
        this.tables = tables;
        this.invitations = invitations;
        this.rightUnit = rightUnit;
        this.dispatch = dispatch;
        this.recipients = recipients;
        this.units = units;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "ratt_enhet";
    }

    @Override
    public Class<RightUnitForm> type() {
        return RightUnitForm.class;
    }

    @Override
    public void check(RightUnitForm form, FormSituation where, Faults faults) {
        Invitation invitation = invitation(where);
        if (form.contactOn() != null) {
            faults.addIf(form.contactOn().isAfter(where.today()), "contactOn", "Dagen har inte varit än.");
            faults.addIf(form.contactOn().isBefore(invitation.sentAt().toLocalDate()), "contactOn",
                    "Kontakten tas efter att kallelsen kom " + invitation.sentAt().toLocalDate() + ".");
        }
        faults.addIf(Boolean.FALSE.equals(form.found()) && form.otherPrincipal() == null && asksPrincipal(where),
                "otherPrincipal", "Svara på om kallelsen hör till en annan huvudman (BOR-52).");
        if (Boolean.TRUE.equals(form.found())) {
            checkUnit(form, invitation, where, faults);
        }
    }

    private void checkUnit(RightUnitForm form, Invitation invitation, FormSituation where, Faults faults) {
        Unit right = form.unitId() == null ? null : units.findById(form.unitId())
                .filter(u -> u.county().equals(where.county()) && u.validOn(where.today())).orElse(null);
        if (right == null) {
            faults.add("unitId", "Välj enheten i listan.");
            return;
        }
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Unit wrong = units.findById(invitation.unitId()).orElseThrow();
        faults.addIf(right.id().equals(wrong.id()), "unitId",
                "Det är er egen enhet. Välj en annan, eller svara att ni inte har hittat någon.");
        faults.addIf(!samePrincipal(wrong, right), "unitId",
                "Enheten hör till en annan huvudman. Hitta rätt enhet inom er egen huvudman, eller svara att ni inte "
                        + "har hittat någon.");
        faults.addIf(right.id().equals(caseFile.convenerUnit()) || recipients.of(caseFile).stream()
                .map(Participant::unitId).anyMatch(right.id()::equals), "unitId", "Enheten är redan med.");
        faults.addIf(dispatch.isExcluded(where.caseNumber(), right.id(), right.name()), "unitId",
                "Enheten kan inte kallas i det här ärendet. Tala med den som kallar.");
    }

    /** Each municipality is a principal of its own; the region is one. */
    private static boolean samePrincipal(Unit wrong, Unit right) {
        return wrong.principal() == right.principal() && (wrong.principal() == Principal.REGION
                || Objects.equals(wrong.municipalityCode(), right.municipalityCode()));
    }

    @Override
    public void accept(RightUnitForm form, FormSituation where) {
        Invitation invitation = invitation(where);
        var how = new Forwarding(form.contactWith(), form.contactOn(), form.clarified(), null, false);
        if (form.found()) {
            rightUnit.found(invitation, units.findById(form.unitId()).orElseThrow(), how);
        } else {
            rightUnit.noneFound(invitation, how);
        }
        boolean returned = !form.found() && asksPrincipal(where) && Boolean.TRUE.equals(form.otherPrincipal());
        where.variables().set(ProcessVariable.ANSWER, form.found() ? FORWARDED : returned ? OTHER_PRINCIPAL
                : NONE_FOUND);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("asksPrincipal", asksPrincipal(where));
    }

    /** Whether a call to the wrong principal goes back to the convener: the county's table {@code fel_mottagare}. */
    private boolean asksPrincipal(FormSituation where) {
        return tables.has(where.county(), "fel_mottagare")
                && tables.evaluate(where.county(), null, "fel_mottagare", Map.of("fel", "PRINCIPAL")).text("gor")
                .equals("RETURN");
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Invitation invitation = invitation(where);
        var shown = new HashMap<String, Object>();
        units.findById(cases.byNumber(where.caseNumber()).convenerUnit()).ifPresent(u -> shown.put("sender",
                u.phone() == null ? u.name() : u.name() + ", telefon " + u.phone()));
        shown.put("contribution", invitation.contribution());
        if (invitation.answer() != null && invitation.answer().reason() != null) {
            shown.put("reason", invitation.answer().reason());
        }
        return shown;
    }

    private Invitation invitation(FormSituation where) {
        return invitations.byKey(where.variables().text(ProcessVariable.INVITATION));
    }
}
