package se.sip.plan;

import static se.sip.plan.PlanContents.CLOSER;
import static se.sip.plan.PlanContents.CONTACTS;
import static se.sip.plan.PlanContents.DESCRIBES_NEEDS;
import static se.sip.plan.PlanContents.FAMILY_CONTACT;
import static se.sip.plan.PlanContents.FOLLOW_UP_PLACE;
import static se.sip.plan.PlanContents.GOALS;
import static se.sip.plan.PlanContents.HOW_OFTEN;
import static se.sip.plan.PlanContents.LONG_TERM_GOAL;
import static se.sip.plan.PlanContents.NEEDS;
import static se.sip.plan.PlanContents.OWN_PART;
import static se.sip.plan.PlanContents.PERFORMER;
import static se.sip.plan.PlanContents.PLACE;
import static se.sip.plan.PlanContents.STARTS_ON;
import static se.sip.plan.PlanContents.VIEWS_DIFFER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sip.meeting.Meeting;
import se.sip.meeting.Party;
import se.sip.plan.PlanForm.ContactRow;
import se.sip.plan.PlanForm.InterventionRow;
import se.sip.tasklist.Faults;
import se.sip.unit.Principal;

/**
 * What makes a plan final: every fault at once. Which fields a plan must hold is the county's (VGU-123..132,
 * HAL-101..104); that it says interventions, owners, one main responsible and a day of follow-up holds everywhere (SoL
 * 10:8, HSL 16:4). Knows the parties, the meeting that decides, and what was promised before; asks no records itself.
 *
 * @param decidingMeeting the meeting held last, with who came and with what mandate
 * @param promisedBefore interventions of the version before, by key
 * @param contents what the county says that a plan must hold
 * @param expected who is main responsible unless the meeting decides otherwise
 * @param familyGetsIt whether the family always gets the plan
 */
record PlanFormRules(
        List<Party> parties, Optional<Meeting> decidingMeeting, Map<String, Intervention> promisedBefore,
        PlanContents.Rules contents, MainResponsible.Expected expected, boolean familyGetsIt,
        LocalDate today) {

    void check(PlanForm form, Faults faults) {
        if (Boolean.FALSE.equals(form.familyAgrees())) {
            faults.addIf(isBlank(form.refusalNote()), "refusalNote", "Skriv vad nejet gäller.");
            return;
        }
        contents.demand(LONG_TERM_GOAL, isBlank(form.longTermGoal()), "longTermGoal", "Skriv det långsiktiga målet.",
                faults);
        contents.demand(GOALS, isEmpty(form.goals()), "goals", "Lägg till minst ett delmål.", faults);
        contents.demand(OWN_PART, isBlank(form.ownPart()), "ownPart",
                "Skriv den egna delen: vad personen och de närmaste kan göra själva.", faults);
        contents.demand(NEEDS, isBlank(form.needs()), "needs", "Skriv vilken hjälp och vilket stöd som behövs.",
                faults);
        checkInterventions(form, faults);
        new WithheldWords(form).check(faults);
        checkContacts(form, faults);
        checkResponsible(form, faults);
        checkFollowUp(form, faults);
        contents.demand(VIEWS_DIFFER, form.viewsDiffer() == null, "viewsDiffer",
                "Ange om uppfattningarna skiljer sig åt.", faults);
        contents.demand(VIEWS_DIFFER, Boolean.TRUE.equals(form.viewsDiffer()) && isBlank(form.disagreement()),
                "disagreement", "Skriv vad ni är oense om och vad var och en anser.", faults);
        checkFamilysView(form, faults);
        checkCloser(form, faults);
        checkFamilyContact(form, faults);
        faults.addIf(familyGetsIt && form.familyCopy() == null, "familyCopy",
                "Ange hur planen lämnas till den det gäller. Den ska alltid lämnas.");
        Map<String, Party> byKey = byKey();
        faults.addIf(form.copiesTo() != null && !byKey.keySet().containsAll(form.copiesTo()), "copiesTo",
                "Välj bland dem som deltar.");
    }

    /** Summarise and ask the family (HAL-108). */
    private void checkFamilysView(PlanForm form, Faults faults) {
        contents.demand(DESCRIBES_NEEDS, form.describesNeeds() == null, "describesNeeds",
                "Sammanfatta planen, fråga, och ange om den beskriver behoven och hur de ska tillgodoses.", faults);
        contents.demand(DESCRIBES_NEEDS, Boolean.FALSE.equals(form.describesNeeds())
                && isBlank(form.describesNeedsNote()), "describesNeedsNote",
                "Skriv vad som saknas enligt den det gäller.", faults);
    }

    /** The meeting decides who is responsible for closing (HAL-125). */
    private void checkCloser(PlanForm form, Faults faults) {
        contents.demand(CLOSER, isBlank(form.closerUnit()), "closerUnit",
                "Välj vilken enhet som ansvarar för att avsluta.", faults);
        contents.demand(CLOSER, isBlank(form.closerPerson()), "closerPerson",
                "Skriv vem som ansvarar för att avsluta.", faults);
        ofPrincipals(form.closerUnit(), "closerUnit", faults);
    }

    /** Besides the main responsible, one keeps the contact with the family (BOR-66). */
    private void checkFamilyContact(PlanForm form, Faults faults) {
        contents.demand(FAMILY_CONTACT, isBlank(form.familyContactUnit()), "familyContactUnit",
                "Välj vilken enhet som ansvarar för kontakten med familjen.", faults);
        contents.demand(FAMILY_CONTACT, isBlank(form.familyContactPerson()), "familyContactPerson",
                "Skriv vem som ansvarar för kontakten med familjen.", faults);
        ofPrincipals(form.familyContactUnit(), "familyContactUnit", faults);
        ofPrincipals(form.followUpUnit(), "followUpUnit", faults);
    }

    private void ofPrincipals(String key, String field, Faults faults) {
        Party unit = byKey().get(key);
        faults.addIf(!isBlank(key) && (unit == null || unit.unitId() == null || !unit.isPrincipals()), field,
                "Välj en enhet i regionen eller kommunen bland dem som deltar.");
    }

    private void checkInterventions(PlanForm form, Faults faults) {
        faults.addIf(isEmpty(form.interventions()), "interventions", "Lägg till minst en insats.");
        if (form.interventions() == null) {
            return;
        }
        Map<String, Party> byKey = byKey();
        int goals = form.goals() == null ? 0 : form.goals().size();
        for (int i = 0; i < form.interventions().size(); i++) {
            InterventionRow row = form.interventions().get(i);
            String at = "interventions[" + i + "].";
            faults.addIf(row.goalNo() != null && (row.goalNo() < 0 || row.goalNo() > goals), at + "goalNo",
                    "Det delmålet finns inte i planen. Välj ett annat eller lägg till delmålet.");
            faults.addIf(row.startsOn() != null && row.doneBy() != null && row.doneBy().isBefore(row.startsOn()),
                    at + "doneBy", "Insatsen kan inte vara klar innan den börjar.");
            faults.addIf(row.key() != null && !row.key().isBlank() && !promisedBefore.containsKey(row.key()),
                    at + "what", "Insatsen finns inte i den förra planen. Lägg till den på nytt.");
            contents.demand(GOALS, row.goalNo() == null, at + "goalNo", "Välj vilket mål insatsen leder till.", faults);
            contents.demand(PERFORMER, isBlank(row.performer()), at + "performer", "Skriv vem som utför insatsen.",
                    faults);
            contents.demand(STARTS_ON, row.startsOn() == null, at + "startsOn", "Ange när insatsen börjar.", faults);
            contents.demand(HOW_OFTEN, isBlank(row.howOften()), at + "howOften",
                    "Skriv när och hur ofta insatsen ges.", faults);
            contents.demand(PLACE, isBlank(row.place()), at + "place", "Skriv var insatsen ges.", faults);
            faults.addIf(Boolean.TRUE.equals(row.notForGuardians()) && isBlank(row.notForGuardiansWhy()),
                    at + "notForGuardiansWhy", "Skriv varför insatsen inte får visas för vårdnadshavare (OSL 12:3).");
            if (row.owner() == null || row.owner().isBlank()) {
                continue;
            }
            if (!byKey.containsKey(row.owner())) {
                faults.add(at + "owner",
                        "Välj en enhet som deltar. Åtgärder av andra skrivs under Åtgärder av andra.");
            } else {
                faults.addIf(Boolean.TRUE.equals(row.confirmed()) && !mayBeConfirmed(row), at + "confirmed",
                        "Ingen annan kan säga ja åt enheten. Dess representant var inte med eller saknade mandat. "
                                + "Svara nej, så får enheten en uppgift att ta ställning.");
            }
        }
    }

    /** The owner's own representative was there with mandate, or has said yes to the very same thing before. */
    boolean mayBeConfirmed(InterventionRow row) {
        return decidingMeeting.flatMap(m -> m.confirmerOf(row.owner())).isPresent() || yesFromBefore(row).isPresent();
    }

    /** The owner's earlier yes, where the row still promises the same. */
    Optional<Intervention> yesFromBefore(InterventionRow row) {
        Intervention before = row.key() == null ? null : promisedBefore.get(row.key());
        return Optional.ofNullable(before)
                .filter(b -> b.confirmation() == Intervention.Confirmation.CONFIRMED)
                .filter(b -> b.isPromisedBy(row));
    }

    private void checkContacts(PlanForm form, Faults faults) {
        List<ContactRow> rows = form.contacts() == null ? List.of() : form.contacts();
        List<String> keys = rows.stream().map(ContactRow::party).toList();
        Map<String, Party> byKey = byKey();
        faults.addIf(keys.size() != byKey.size() || !byKey.keySet().containsAll(keys)
                || keys.stream().distinct().count() != keys.size(), "contacts",
                "Deltagarna har ändrats sedan formuläret öppnades. Öppna uppgiften igen.");
        for (int i = 0; i < rows.size(); i++) {
            Party party = byKey.get(rows.get(i).party());
            contents.demand(CONTACTS, party != null && party.isPrincipals() && isBlank(rows.get(i).person()),
                    "contacts[" + i + "].person", "Skriv enhetens kontaktperson.", faults);
        }
    }

    private void checkResponsible(PlanForm form, Faults faults) {
        faults.addIf(form.responsiblePrincipal() == null || form.responsiblePrincipal() == Principal.OTHER,
                "responsiblePrincipal", "Välj vilken huvudman som är huvudansvarig: regionen eller kommunen.");
        Party unit = byKey().get(form.responsibleUnit());
        if (unit == null || unit.unitId() == null) {
            faults.add("responsibleUnit", "Välj huvudansvarig enhet bland dem som deltar.");
        } else {
            faults.addIf(form.responsiblePrincipal() != null && unit.principal() != form.responsiblePrincipal(),
                    "responsibleUnit", "Enheten hör inte till den huvudman som valts.");
        }
        demand(form.responsiblePerson(), "responsiblePerson", "Skriv vem som är huvudansvarig.", faults);
        if (expected.needsReason(unit == null ? null : unit.unitId())) {
            demand(form.responsibleWhy(), "responsibleWhy", expected.unit() == null
                    ? "Skriv varför: önskemål, behov och vilka insatser det gäller."
                    : "Mötet har beslutat om byte av huvudansvarig. Skriv varför.", faults);
        }
    }

    private void checkFollowUp(PlanForm form, Faults faults) {
        faults.addIf(form.followUpOn() == null, "followUpOn", "Ange dagen för uppföljningen.");
        faults.addIf(form.followUpOn() != null && !form.followUpOn().isAfter(today), "followUpOn",
                "Uppföljningen ska ligga efter i dag.");
        contents.demand(FOLLOW_UP_PLACE, isBlank(form.followUpPlace()), "followUpPlace",
                "Skriv var uppföljningen hålls.", faults);
    }

    private Map<String, Party> byKey() {
        return parties.stream().collect(Collectors.toMap(Party::key, p -> p, (a, b) -> a));
    }

    private static void demand(String text, String field, String message, Faults faults) {
        faults.addIf(isBlank(text), field, message);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isEmpty(List<?> rows) {
        return rows == null || rows.isEmpty();
    }
}
