package se.sip.contact;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.consent.Consents;
import se.sip.contact.ContactFirst.ContactBy;
import se.sip.contact.ContactFirst.Outcome;
import se.sip.contact.SocialContactForm.Result;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/**
 * Takes in the help with contact. An application makes social services a unit with an ongoing contact; it and its
 * investigation come before any decision on support (HAL-84, HAL-88, HAL-90).
 */
@Component
class SocialContactIntake implements FormIntake<SocialContactForm> {

    private final Contacts contacts;
    private final CaseFiles cases;
    private final Consents consents;

    SocialContactIntake(Contacts contacts, CaseFiles cases, Consents consents) {
        this.contacts = contacts;
        this.cases = cases;
        this.consents = consents;
    }

    @Override
    public String form() {
        return "socialtjanst_kontakt";
    }

    @Override
    public Class<SocialContactForm> type() {
        return SocialContactForm.class;
    }

    @Override
    public void check(SocialContactForm form, FormSituation where, Faults faults) {
        LocalDate on = form.contactedOn();
        if (on != null) {
            faults.addIf(on.isAfter(where.today()), "contactedOn", "Dagen har inte varit än.");
            faults.addIf(on.isBefore(cases.byNumber(where.caseNumber()).discoveredOn()), "contactedOn",
                    "Dagen ligger före den dag då behovet upptäcktes.");
        }
        faults.addIf(form.result() == Result.APPLIED && form.contactBy() == ContactBy.STARTER, "contactBy",
                "Det är vårdnadshavaren eller den unge som ansöker (HAL-88).");
        faults.addIf(form.result() == Result.NOT_WISHED && form.note() == null, "note",
                "Skriv vad familjen har sagt.");
        if (form.contactBy() == ContactBy.STARTER && form.result() != Result.NOT_WISHED && on != null) {
            Optional<LocalDate> from = consents.inForceFrom(where.caseNumber(), contact(where).participantId());
            faults.addIf(from.isEmpty() || on.isBefore(from.get()), "contactBy", "När ni tar kontakten lämnas "
                    + "uppgifter ut, och det kräver ett samtycke som omfattar socialtjänsten den dagen. Hämta "
                    + "samtycket först, eller låt vårdnadshavaren ta kontakten.");
        }
    }

    @Override
    public void accept(SocialContactForm form, FormSituation where) {
        ContactFirst contact = contact(where);
        contacts.taken(contact, form.contactBy(), form.contactedOn(), form.contactWith());
        contacts.answered(contacts.byKey(contact.key()), Outcome.valueOf(form.result().name()), form.contactedOn(),
                null, form.note());
        where.variables().set(ProcessVariable.ANSWER, form.result().name());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        ContactFirst contact = contact(where);
        return Map.of("wanted", contacts.described(contact), "rule", contact.sort() == ContactFirst.Sort.HELP_CONTACT
                ? "Bara information behövs. Socialtjänsten kallas inte; ni kan hjälpa till med kontakt (HAL-89)."
                : "Ingen pågående kontakt finns. Socialtjänsten kallas när vårdnadshavaren har ansökt; ansökan och "
                        + "utredning görs alltid innan beslut om bistånd (HAL-84, HAL-88, HAL-90).");
    }

    private ContactFirst contact(FormSituation where) {
        return contacts.byKey(where.variables().text(ProcessVariable.SUBJECT));
    }
}
