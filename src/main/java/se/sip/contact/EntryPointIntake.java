package se.sip.contact;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.consent.Consents;
import se.sip.contact.ContactFirst.ContactBy;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that contact with En väg in was taken. The guardian needs nobody's consent for it; the starter does. */
@Component
class EntryPointIntake implements FormIntake<EntryPointForm> {

    private final Contacts contacts;
    private final CaseFiles cases;
    private final Consents consents;

    EntryPointIntake(Contacts contacts, CaseFiles cases, Consents consents) {
        this.contacts = contacts;
        this.cases = cases;
        this.consents = consents;
    }

    @Override
    public String form() {
        return "en_vag_in";
    }

    @Override
    public Class<EntryPointForm> type() {
        return EntryPointForm.class;
    }

    @Override
    public void check(EntryPointForm form, FormSituation where, Faults faults) {
        LocalDate on = form.contactedOn();
        if (on == null) {
            return;
        }
        faults.addIf(on.isAfter(where.today()), "contactedOn", "Dagen har inte varit än.");
        faults.addIf(on.isBefore(cases.byNumber(where.caseNumber()).discoveredOn()), "contactedOn",
                "Dagen ligger före den dag då behovet upptäcktes.");
        if (form.contactBy() == ContactBy.STARTER) {
            Optional<LocalDate> from = consents.inForceFrom(where.caseNumber(), contact(where).participantId());
            faults.addIf(from.isEmpty(), "contactBy", "När ni tar kontakten lämnas uppgifter ut, och det kräver ett "
                    + "samtycke som omfattar En väg in. Hämta samtycket först, eller låt vårdnadshavaren ta kontakten.");
            faults.addIf(from.filter(on::isBefore).isPresent(), "contactedOn", "Samtycket gäller från "
                    + from.map(LocalDate::toString).orElse("") + ". Ni får inte ta kontakt innan dess.");
        }
    }

    @Override
    public void accept(EntryPointForm form, FormSituation where) {
        contacts.taken(contact(where), form.contactBy(), form.contactedOn(), form.contactWith());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return Map.of("wanted", contacts.described(contact(where)));
    }

    private ContactFirst contact(FormSituation where) {
        return contacts.byKey(where.variables().text(ProcessVariable.SUBJECT));
    }
}
