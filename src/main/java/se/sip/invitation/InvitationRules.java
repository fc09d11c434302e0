package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Guardian;
import se.sip.casefile.NamedReaders;
import se.sip.casefile.Participant;
import se.sip.casefile.Person;
import se.sip.consent.Consents;
import se.sip.deadline.Deadlines;
import se.sip.invitation.InvitationContent.Field;
import se.sip.invitation.InvitationForm.RecipientRow;
import se.sip.meeting.MeetingForm;
import se.sip.party.PartiesRule;
import se.sip.party.PartiesRule.Moment;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** What must hold before invitations can go out, beyond each field. */
@Component
class InvitationRules {

    private final CaseFiles cases;
    private final Recipients recipients;
    private final Consents consents;
    private final Dispatch dispatch;
    private final UnitRepository units;
    private final InvitationContent content;
    private final PartiesRule parties;
    private final NamedReaders named;
    private final DigitalConsents digital;
    private final Deadlines deadlines;
    private final Clock clock;

    InvitationRules(CaseFiles cases, Recipients recipients, Consents consents,
            Dispatch dispatch, UnitRepository units, InvitationContent content, PartiesRule parties,
            NamedReaders named, DigitalConsents digital, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.recipients = recipients;
        this.consents = consents;
        this.dispatch = dispatch;
        this.units = units;
        this.content = content;
        this.parties = parties;
        this.named = named;
        this.digital = digital;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    void check(InvitationForm form, FormSituation where, Faults faults) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Set<Field> needed = content.of(caseFile.county(), caseFile.audience());
        checkContent(form, needed, faults);
        checkTime(form, caseFile, faults);
        checkForm(form, caseFile, faults);
        if (named.isRestricted(caseFile)) {
            checkProtected(form, caseFile, where.today(), faults);
        }
        faults.addIf(Boolean.FALSE.equals(form.convenerDocuments()) && form.documenter() == null, "documenter",
                "Ange vem som dokumenterar.");
        if (form.recipients() != null) {
            checkRecipients(form.recipients(), caseFile, needed, where.today(), faults);
        }
    }

    private static void checkContent(InvitationForm form, Set<Field> needed, Faults faults) {
        faults.addIf(needed.contains(Field.PURPOSE) && form.purpose() == null, "purpose",
                "Skriv syftet: varför mötet hålls. Utan det kan kallelsen inte skickas.");
        faults.addIf(needed.contains(Field.LONG_TERM_GOAL) && form.longTermGoal() == null, "longTermGoal",
                "Skriv det långsiktiga målet. Utan det kan kallelsen inte skickas.");
        faults.addIf(needed.contains(Field.QUESTIONS) && form.questions() == null, "questions",
                "Skriv vilka frågor mötet ska svara på. Utan dem kan kallelsen inte skickas.");
    }

    private void checkTime(InvitationForm form, CaseFile caseFile, Faults faults) {
        if (form.startTime() != null && form.endTime() != null) {
            faults.addIf(!form.endTime().isAfter(form.startTime()), "endTime",
                    "Mötet måste sluta efter att det börjar.");
        }
        if (form.meetingDate() == null) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        if (form.meetingDate().isBefore(now.toLocalDate())) {
            faults.add("meetingDate", "Dagen har redan varit. Välj en kommande dag.");
        } else if (form.startTime() != null) {
            faults.addIf(!form.meetingDate().atTime(form.startTime()).isAfter(now), "startTime",
                    "Klockslaget har redan varit. Välj ett senare.");
        }
        boolean late = caseFile.meetingDue() != null && form.meetingDate().isAfter(caseFile.meetingDue());
        faults.addIf(late && form.lateReason() == null, "lateReason",
                "Mötet bör hållas senast " + caseFile.meetingDue() + ". Skriv skälet till att det hålls senare.");
    }

    private void checkForm(InvitationForm form, CaseFile caseFile, Faults faults) {
        if (form.meetingForm() == null || !form.meetingForm().isDigital()) {
            return;
        }
        if (!digital.isGiven(caseFile.number())) {
            faults.addIf(!Boolean.TRUE.equals(form.digitalConsent()), "digitalConsent", "Ett digitalt möte kräver att den "
                    + "det gäller samtycker till det (VGU-91, HAL-97). Fråga först, eller välj fysiskt möte.");
            faults.addIf(Boolean.TRUE.equals(form.digitalConsent()) && form.digitalConsentBy() == null,
                    "digitalConsentBy", "Skriv vem som har samtyckt till digitalt möte.");
        }
        faults.addIf(form.digitalPreparation() == null, "digitalPreparation",
                "Skriv vad som behöver förberedas för det digitala mötet.");
    }

    /** A neutral or digital place, and time enough for a letter that Skatteverket forwards. */
    private void checkProtected(InvitationForm form, CaseFile caseFile, LocalDate today, Faults faults) {
        boolean somewhere = form.meetingForm() != null && form.meetingForm() != MeetingForm.DIGITAL;
        faults.addIf(somewhere && !Boolean.TRUE.equals(form.neutralPlace()), "neutralPlace",
                "Personuppgifterna är skyddade. Välj en neutral plats eller ett digitalt möte.");
        String place = form.place() == null ? "" : form.place().toLowerCase(Locale.ROOT);
        faults.addIf(tellingNames(caseFile).anyMatch(name -> place.contains(name.toLowerCase(Locale.ROOT))), "place",
                "Personuppgifterna är skyddade. Platsen får inte vara en adress eller enhet som hör till personen.");
        LocalDate arrived = deadlines.of(caseFile, "post_formedling", today).lastDay();
        faults.addIf(form.meetingDate() != null && form.meetingDate().isBefore(arrived), "meetingDate",
                "Brev genom Skatteverkets förmedling tar längre tid. Välj en dag från och med " + arrived + ".");
    }

    private Stream<String> tellingNames(CaseFile caseFile) {
        Stream<String> names = Stream.concat(Stream.of(caseFile.convenerUnit()).flatMap(u -> units.findById(u).stream())
                .map(Unit::name), recipients.of(caseFile).stream().map(Participant::name));
        Stream<String> addresses = Stream.concat(Stream.of(cases.personOf(caseFile)).map(Person::address),
                cases.guardiansOf(caseFile).stream().map(Guardian::address));
        return Stream.concat(names, addresses).filter(text -> text != null && !text.isBlank());
    }

    private void checkRecipients(List<RecipientRow> rows, CaseFile caseFile, Set<Field> needed, LocalDate today,
            Faults faults) {
        Map<Long, Participant> known = recipients.of(caseFile).stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        Set<Long> given = rows.stream().map(RecipientRow::participantId).collect(Collectors.toSet());
        faults.addIf(!given.equals(known.keySet()) || given.size() != rows.size(), "recipients",
                "Mottagarna har ändrats sedan sidan öppnades. Ladda om sidan.");
        for (int i = 0; i < rows.size(); i++) {
            Participant participant = known.get(rows.get(i).participantId());
            if (participant != null) {
                checkRecipient(rows.get(i), participant, "recipients[" + i + "].", needed, today, faults);
            }
        }
        var kinds = new ArrayList<UnitKind>();
        units.findById(caseFile.convenerUnit()).map(Unit::kind).ifPresent(kinds::add);
        rows.stream().filter(RecipientRow::isAsked).map(r -> known.get(r.participantId()))
                .filter(p -> p != null).map(Participant::kind).forEach(kinds::add);
        var verdict = parties.of(caseFile, Moment.CALLED, kinds);
        faults.addIf(!verdict.enough(), "recipients", (PartiesRule.sortsOf(kinds) > 1 ? "Båda huvudmännen behöver vara med. "
                : "För få parter är med. ") + verdict.why() + waits(caseFile));
    }

    /** Whoever is contacted first cannot be called yet; the date of the meeting keeps running (HAL-16, HAL-73). */
    private String waits(CaseFile caseFile) {
        List<String> waiting = recipients.waitedFor(caseFile);
        return waiting.isEmpty() ? "" : " Kan inte kallas än: " + String.join(", ", waiting)
                + ". Vänta tills kontakten är tagen, eller lägg till en enhet som kan kallas nu.";
    }

    private void checkRecipient(RecipientRow row, Participant participant, String at, Set<Field> needed,
            LocalDate today, Faults faults) {
        if (!row.isAsked()) {
            faults.addIf(Boolean.FALSE.equals(row.asked()) && row.notAskedReason() == null, at + "notAskedReason",
                    "Skriv varför mottagaren inte ska kallas.");
            return;
        }
        faults.addIf(dispatch.isExcluded(participant.caseNumber(), participant.unitId(), participant.name()),
                at + "asked", "Samtycket säger att mottagaren inte får kallas. Svara nej.");
        faults.addIf(participant.unitId() != null && units.findById(participant.unitId())
                .filter(u -> u.validOn(today)).isEmpty(), at + "asked",
                "Enheten finns inte längre i enhetsregistret. Svara nej och lägg till den som har tagit över.");
        faults.addIf(needed.contains(Field.FUNCTION) && participant.principal() != Principal.OTHER
                && row.requestedFunction() == null, at + "requestedFunction",
                "Skriv vilken funktion som behöver komma, så att rätt funktion deltar (HAL-66).");
        faults.addIf(needed.contains(Field.CONTRIBUTION) && row.contribution() == null, at + "contribution",
                "Skriv vad mottagaren väntas bidra med. Utan det kan kallelsen inte skickas.");
        if (row.oralContact() == null) {
            faults.add(at + "oralContact", "Svara ja eller nej.");
        } else if (row.oralContact()) {
            checkContact(row, participant, at, today, faults);
        } else {
            faults.addIf(needed.contains(Field.ORAL_CONTACT) && row.noOralContactReason() == null, at + "noOralContactReason",
                    "Muntlig kontakt bör tas innan. Skriv varför det inte blev av.");
        }
    }

    private void checkContact(RecipientRow row, Participant participant, String at, LocalDate today,
            Faults faults) {
        faults.addIf(row.oralContactWith() == null, at + "oralContactWith", "Ange vem ni talade med.");
        if (row.oralContactOn() == null) {
            faults.add(at + "oralContactOn", "Ange när ni talade med mottagaren.");
            return;
        }
        faults.addIf(row.oralContactOn().isAfter(today), at + "oralContactOn",
                "Dagen har inte varit än. Ange den dag ni talade med mottagaren.");
        Optional<LocalDate> from = consents.inForceFrom(participant.caseNumber(), participant.id());
        faults.addIf(from.isPresent() && row.oralContactOn().isBefore(from.get()), at + "oralContactOn",
                "Samtycket som omfattar mottagaren gäller från " + from.map(LocalDate::toString).orElse("")
                        + ". Kontakt får inte tas innan dess.");
        faults.addIf(from.isEmpty(), at + "oralContactOn",
                "Det finns inget giltigt samtycke som omfattar mottagaren. Kontakt får inte tas utan det.");
    }
}
