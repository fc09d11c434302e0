package se.sip.contact;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.contact.ContactFirst.Outcome;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Takes in which unit the person belongs to. It is a unit of the region that itself gives care. */
@Component
class AssessmentIntake implements FormIntake<AssessmentForm> {

    private static final Set<UnitKind> GIVES_NO_CARE = EnumSet.of(UnitKind.ENTRY_POINT);

    private final Contacts contacts;
    private final CaseFiles cases;
    private final UnitRepository units;
    private final ParticipantRepository participants;
    private final Consents consents;

    AssessmentIntake(Contacts contacts, CaseFiles cases, UnitRepository units, ParticipantRepository participants,
            Consents consents) {
        this.contacts = contacts;
        this.cases = cases;
        this.units = units;
        this.participants = participants;
        this.consents = consents;
    }

    @Override
    public String form() {
        return "en_vag_in_svar";
    }

    @Override
    public Class<AssessmentForm> type() {
        return AssessmentForm.class;
    }

    @Override
    public void check(AssessmentForm form, FormSituation where, Faults faults) {
        ContactFirst contact = contact(where);
        if (form.assessedOn() != null) {
            faults.addIf(form.assessedOn().isAfter(where.today()), "assessedOn", "Dagen har inte varit än.");
            faults.addIf(form.assessedOn().isBefore(contact.contactedOn()), "assessedOn",
                    "Bedömningen kan inte vara gjord innan kontakten togs " + contact.contactedOn() + ".");
        }
        if (Boolean.TRUE.equals(form.belongs())) {
            checkUnit(form.unitId(), where, faults);
        } else if (Boolean.FALSE.equals(form.belongs())) {
            faults.addIf(form.note() == null, "note", "Skriv vad bedömningen blev och vad familjen får i stället.");
        }
    }

    private void checkUnit(String id, FormSituation where, Faults faults) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Optional<Unit> unit = id == null ? Optional.empty() : units.findById(id)
                .filter(u -> u.county().equals(where.county()) && u.validOn(where.today()));
        if (unit.isEmpty()) {
            faults.add("unitId", "Välj enheten i listan.");
            return;
        }
        Unit right = unit.get();
        faults.addIf(right.principal() != Principal.REGION || GIVES_NO_CARE.contains(right.kind()), "unitId",
                "Välj den vårdmottagning som barnet hör till (HAL-87).");
        faults.addIf(right.id().equals(caseFile.convenerUnit())
                || participants.findByCaseNumberAndStatusOrderById(where.caseNumber(), Participant.Status.CONFIRMED)
                        .stream().anyMatch(p -> right.id().equals(p.unitId()) && p.takesPart()), "unitId",
                "Enheten är redan med. Svara nej och skriv det.");
        faults.addIf(consents.excludes(where.caseNumber(), right.id())
                || consents.excludes(where.caseNumber(), right.name()), "unitId",
                "Samtycket säger att enheten inte får kallas.");
    }

    @Override
    public void accept(AssessmentForm form, FormSituation where) {
        contacts.answered(contact(where), form.belongs() ? Outcome.UNIT_FOUND : Outcome.NO_UNIT, form.assessedOn(),
                form.belongs() ? form.unitId() : null, form.note());
        where.variables().set(ProcessVariable.ANSWER, form.belongs() ? "UNIT_FOUND" : "NO_UNIT");
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return Map.of("wanted", contacts.described(contact(where)));
    }

    private ContactFirst contact(FormSituation where) {
        return contacts.byKey(where.variables().text(ProcessVariable.SUBJECT));
    }
}
