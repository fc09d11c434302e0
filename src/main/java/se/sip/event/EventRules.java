package se.sip.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Disclosures;
import se.sip.casefile.NamedReaders;
import se.sip.casefile.EndKind;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.casefile.Person;
import se.sip.closure.Closures;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.consent.WhoWithdrew;
import se.sip.event.MeetingChanges.Change;
import se.sip.checklist.Checklist;
import se.sip.checklist.Checklist.Question;
import se.sip.dispute.Disputes;
import se.sip.engine.CaseProcesses;
import se.sip.meeting.MeetingLength;
import se.sip.meeting.Meetings;
import se.sip.need.OtherMeetings;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.preparation.Routing;
import se.sip.tasklist.Faults;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Who may register which event, and what it must say: all faults at once. */
@Component
class EventRules {

    private static final Set<EndKind> ADMINISTRATIVE = EnumSet.of(EndKind.DECEASED, EndKind.MOVED,
            EndKind.REGISTERED_IN_ERROR);
    private static final Set<CasePhase> AFTER_CONSENT = EnumSet.of(CasePhase.CALL, CasePhase.MEETING,
            CasePhase.FOLLOW_UP);
    private static final String ASK_CONTACT = "Svara på om personen har en pågående kontakt där. Utan den tas kontakt "
            + "först, och enheten kallas inte (HAL-14, HAL-16).";
    /** The task in {@code sip.bpmn} where the consent is asked anew. */
    private static final String RENEWAL = "fornya_samtycke";
    private static final String UNKNOWN = "Ärendet finns inte, eller så hör det till en annan enhet.";

    private final CaseFiles cases;
    private final Disclosures disclosures;
    private final NamedReaders named;
    private final Consents consents;
    private final Meetings meetings;
    private final Closures closures;
    private final UnitRepository units;
    private final ParticipantRepository participants;
    private final MeetingChanges changes;
    private final OtherMeetings otherMeetings;
    private final Routing routing;
    private final CorrectedAnswer answers;
    private final Plans plans;
    private final MeetingLength length;
    private final CaseProcesses processes;
    private final Disputes disputes;
    private final Checklist checklist;
    private final Clock clock;

    EventRules(CaseFiles cases, Disclosures disclosures, NamedReaders named, Consents consents, Meetings meetings,
            Closures closures, UnitRepository units, ParticipantRepository participants, MeetingChanges changes,
            OtherMeetings otherMeetings, Routing routing, CorrectedAnswer answers, Plans plans, MeetingLength length,
            CaseProcesses processes, Disputes disputes, Checklist checklist, Clock clock) {
        this.checklist = checklist;
        this.disputes = disputes;
        this.cases = cases;
        this.disclosures = disclosures;
        this.named = named;
        this.consents = consents;
        this.meetings = meetings;
        this.closures = closures;
        this.units = units;
        this.participants = participants;
        this.changes = changes;
        this.otherMeetings = otherMeetings;
        this.routing = routing;
        this.answers = answers;
        this.plans = plans;
        this.length = length;
        this.processes = processes;
        this.clock = clock;
    }

    void check(EventForm form, StaffMember staff, Faults faults) {
        if (form.caseNumber() == null || form.kind() == null) {
            return;
        }
        Optional<CaseFile> found = cases.find(form.caseNumber()).filter(c -> isEntitled(staff, c, form.kind()));
        if (found.isEmpty()) {
            faults.add("caseNumber", UNKNOWN);
            return;
        }
        CaseFile caseFile = found.get();
        switch (form.kind()) {
            case CONSENT_WITHDRAWN -> withdrawal(form, caseFile, faults);
            case LIFE_CHANGED -> lifeChanged(form, caseFile, faults);
            case MEETING_MOVED -> moved(form, caseFile, faults);
            case MEETING_CANCELLED -> cancelled(form, caseFile, faults);
            case MEETING_GIVES_WAY -> givesWay(form, caseFile, faults);
            case OTHER_MEETING -> otherMeeting(form, caseFile, faults);
            case ADD_UNIT -> addedUnit(form, caseFile, faults);
            case CONSENT_ASKED_ANEW -> askedAnew(caseFile, faults);
            case DATE_CORRECTED -> corrected(form, caseFile, faults);
            case ADMINISTRATIVE_END -> administrative(form, caseFile, faults);
            case UNDO -> undo(form, caseFile, faults);
            case REOPEN -> reopen(form, caseFile, faults);
            case DEVIATION -> deviation(form, caseFile, staff, faults);
            case PRE_MEETING -> preMeeting(form, caseFile, faults);
            case DISPUTE -> dispute(form, caseFile, staff, faults);
            case HAND_OVER -> handOver(form, caseFile, faults);
            case ANSWER_CORRECTED -> {
                running(caseFile, faults);
                answers.checkCorrection(form, caseFile, faults);
            }
            case ANSWER_CHANGED -> {
                running(caseFile, faults);
                answers.checkChange(form, caseFile, staff, faults);
            }
        }
    }

    /**
     * The convening unit; its managers may hand over; a withdrawal is taken in by any unit that takes part, which also
     * changes its own answer; the main responsible follows the plan up and keeps its consent alive (VGU-136).
     */
    boolean isEntitled(StaffMember staff, CaseFile caseFile, EventKind kind) {
        if (!staff.counties().contains(caseFile.county()) || !named.letsIn(staff.userId(), caseFile)) {
            return false;
        }
        if (staff.worksIn(caseFile.convenerUnit())) {
            return true;
        }
        return switch (kind) {
            case CONSENT_WITHDRAWN, ANSWER_CHANGED, DEVIATION, DISPUTE -> staff.units().stream()
                    .anyMatch(unit -> disclosures.covers(caseFile.number(), unit));
            case LIFE_CHANGED, CONSENT_ASKED_ANEW -> plans.current(caseFile.number()).map(PlanVersion::responsibleUnit)
                    .filter(staff::worksIn).filter(unit -> disclosures.covers(caseFile.number(), unit)).isPresent();
            case HAND_OVER -> units.findById(caseFile.convenerUnit()).map(Unit::managerGroup)
                    .map(staff::worksIn).orElse(false);
            default -> false;
        };
    }

    private void withdrawal(EventForm form, CaseFile caseFile, Faults faults) {
        faults.addIf(form.who() == null, "who", "Välj vem som återkallar samtycket.");
        faults.addIf(form.manner() == null, "manner", "Välj hur samtycket återkallades.");
        faults.addIf(form.on() == null, "on", "Fyll i dagen då samtycket återkallades.");
        faults.addIf(form.at() == null, "at", "Fyll i klockslaget då samtycket återkallades.");
        LocalTime time = form.at() == null ? LocalTime.MIN : form.at();
        faults.addIf(form.on() != null && form.on().atTime(time).isAfter(LocalDateTime.now(clock)), "on",
                "Tidpunkten kan inte ligga framåt i tiden.");
        faults.addIf(consents.versions(caseFile.number()).isEmpty(), "kind",
                "Det finns inget samtycke att återkalla. Ett nej registreras i uppgiften för samtycke.");
        faults.addIf(consents.stateOn(caseFile.number(), LocalDate.now(clock)) == ConsentState.WITHDRAWN, "kind",
                "Samtycket är redan återkallat.");
        Person person = cases.personOf(caseFile);
        faults.addIf(form.who() == WhoWithdrew.GUARDIAN && person.isAdultOn(LocalDate.now(clock)), "who",
                "Personen är myndig och bestämmer själv över sitt samtycke.");
    }

    private void lifeChanged(EventForm form, CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        faults.addIf(caseFile.isOpen() && caseFile.phase() != CasePhase.FOLLOW_UP, "kind",
                "Det finns ingen plan att följa upp ännu. Ta med förändringen i det steg ärendet är i.");
        reason(form, faults, "Skriv vad som har förändrats.");
    }

    private void moved(EventForm form, CaseFile caseFile, Faults faults) {
        booked(caseFile, faults);
        reason(form, faults, "Skriv varför mötet flyttas.");
        faults.addIf(form.newDate() == null, "newDate", "Fyll i mötets nya dag.");
        faults.addIf(form.newStart() == null, "newStart", "Fyll i när mötet börjar.");
        faults.addIf(form.newEnd() == null, "newEnd", "Fyll i när mötet slutar.");
        faults.addIf(form.newStart() != null && form.newEnd() != null && !form.newEnd().isAfter(form.newStart()),
                "newEnd", "Mötet slutar efter att det börjar.");
        faults.addIf(form.newDate() != null && form.newDate().isBefore(LocalDate.now(clock)), "newDate",
                "Dagen har redan varit.");
        length.check(caseFile.county(), form.newStart(), form.newEnd(), "breakPlanned", form.breakPlanned(),
                form.lengthWhy(), faults);
        if (changes.of(caseFile.county(), Change.MOVED).askFamily()) {
            agreedWithFamily(form, caseFile, faults);
        }
    }

    /** Only where the county allows it; parties agree on a new day at once, and the date keeps running (HAL-71..73). */
    private void givesWay(EventForm form, CaseFile caseFile, Faults faults) {
        if (!changes.of(caseFile.county(), Change.ACUTE_NEED).allowed()) {
            faults.add("kind", "Det är inte reglerat i länet. Flytta eller ställ in mötet med skäl.");
            return;
        }
        moved(form, caseFile, faults);
    }

    private static void agreedWithFamily(EventForm form, CaseFile caseFile, Faults faults) {
        faults.addIf(form.suitsFamily() == null, "suitsFamily", "Fråga den det gäller om den nya dagen passar (HAL-28).");
        faults.addIf(Boolean.FALSE.equals(form.suitsFamily()) && form.familySays() == null, "familySays",
                "Skriv vad som har sagts och varför dagen ändå väljs.");
        boolean late = form.newDate() != null && caseFile.meetingDue() != null
                && form.newDate().isAfter(caseFile.meetingDue());
        faults.addIf(late && form.lateReason() == null, "lateReason", "Mötet bör hållas senast "
                + caseFile.meetingDue() + ", räknat från den dag behovet upptäcktes. Skriv skälet till en senare dag.");
    }

    private void otherMeeting(EventForm form, CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        var offered = otherMeetings.offered(caseFile);
        if (offered.isEmpty()) {
            faults.add("kind", "Länet har ingen annan mötesform. Avsluta ärendet i den uppgift som är öppen.");
            return;
        }
        faults.addIf(caseFile.isOpen() && caseFile.phase() == CasePhase.DISCOVER, "kind",
                "Behovet bedöms i den uppgift som är öppen. Där väljs också en annan mötesform.");
        faults.addIf(meetings.lastHeld(caseFile.number()).isPresent(), "kind",
                "SIP-mötet har hållits. Avsluta SIP:en i stället.");
        faults.addIf(form.meetingType() == null || offered.stream()
                .noneMatch(a -> a.value().equals(form.meetingType())), "meetingType", "Välj mötesform.");
        faults.addIf(form.assessment() == null, "assessment",
                "Skriv er individuella bedömning av vilket möte som passar (HAL-18).");
        reason(form, faults, "Skriv varför det inte blir en SIP.");
    }

    private void cancelled(EventForm form, CaseFile caseFile, Faults faults) {
        booked(caseFile, faults);
        reason(form, faults, "Skriv varför mötet ställs in.");
    }

    private void addedUnit(EventForm form, CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        faults.addIf(caseFile.isOpen() && !AFTER_CONSENT.contains(caseFile.phase()), "kind",
                "Lägg till enheten i den uppgift som är öppen: samtycket är inte hämtat ännu.");
        faults.addIf(form.need() == null, "need", "Skriv vad enheten behövs för.");
        if (form.unit() == null) {
            faults.addIf(form.partyName() == null, "unit", "Välj en enhet i listan, eller skriv namnet på någon annan.");
            faults.addIf(form.partyKind() != null && form.knownThere() == null
                    && routing.asksContact(caseFile, form.partyKind()), "knownThere", ASK_CONTACT);
            faults.addIf(form.partyName() != null && form.partyKind() == null, "partyKind", "Välj vad det är.");
            faults.addIf(form.partyName() != null && consents.excludes(caseFile.number(), form.partyName()),
                    "partyName", "Samtycket säger att den inte får kallas.");
            return;
        }
        Optional<Unit> unit = unit(form.unit(), caseFile);
        faults.addIf(unit.isEmpty(), "unit", "Välj en enhet i listan.");
        unit.ifPresent(u -> {
            faults.addIf(form.knownThere() == null && routing.asksContact(caseFile, u.kind()), "knownThere",
                    ASK_CONTACT);
            faults.addIf(consents.excludes(caseFile.number(), u.id()) || consents.excludes(caseFile.number(), u.name()),
                    "unit", "Samtycket säger att enheten inte får kallas.");
            faults.addIf(participants.findByCaseNumberOrderById(caseFile.number()).stream()
                    .anyMatch(p -> u.id().equals(p.unitId()) && p.status() == Participant.Status.CONFIRMED), "unit",
                    "Enheten är redan med.");
            faults.addIf(u.id().equals(caseFile.convenerUnit()), "unit", "Enheten sammankallar redan.");
        });
    }

    private void askedAnew(CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        faults.addIf(caseFile.isOpen() && (!AFTER_CONSENT.contains(caseFile.phase())
                || consents.versions(caseFile.number()).isEmpty()), "kind",
                "Samtycket är inte hämtat ännu. Det görs i den uppgift som är öppen.");
        faults.addIf(processes.isOpen(caseFile.number(), RENEWAL), "kind",
                "Frågan är redan ställd: uppgiften Förnya samtycket är öppen.");
    }

    private void corrected(EventForm form, CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        reason(form, faults, "Skriv varför datumet rättas.");
        faults.addIf(form.discoveredOn() == null, "discoveredOn", "Fyll i rätt dag då behovet upptäcktes.");
        if (form.discoveredOn() != null) {
            faults.addIf(form.discoveredOn().isAfter(LocalDate.now(clock)), "discoveredOn",
                    "Dagen kan inte ligga framåt i tiden.");
            faults.addIf(form.discoveredOn().isBefore(cases.personOf(caseFile).birthDate()), "discoveredOn",
                    "Dagen ligger före personens födelse.");
            faults.addIf(form.discoveredOn().equals(caseFile.discoveredOn()), "discoveredOn", "Den dagen gäller redan.");
        }
    }

    private void administrative(EventForm form, CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        faults.addIf(form.endKind() == null || !ADMINISTRATIVE.contains(form.endKind()), "endKind",
                "Välj avliden, flyttat eller felregistrerad.");
        faults.addIf(form.endKind() == EndKind.REGISTERED_IN_ERROR && form.reason() == null, "reason",
                "Skriv vad som blev fel.");
    }

    private void undo(EventForm form, CaseFile caseFile, Faults faults) {
        faults.addIf(caseFile.isOpen(), "kind", "Ärendet är inte avslutat.");
        faults.addIf(!caseFile.isOpen() && !closures.canBeUndone(caseFile.number()), "kind",
                "Tiden för att ta tillbaka avslutet har gått ut. Ärendet kan återöppnas i stället.");
        reason(form, faults, "Skriv varför avslutet tas tillbaka.");
    }

    private void reopen(EventForm form, CaseFile caseFile, Faults faults) {
        reason(form, faults, "Skriv varför ärendet återöppnas.");
        if (caseFile.isOpen()) {
            faults.add("kind", "Ärendet är inte avslutat.");
            return;
        }
        faults.addIf(closures.canBeUndone(caseFile.number()), "kind",
                "Avslutet kan fortfarande tas tillbaka. Välj det i stället.");
        faults.addIf(caseFile.endKind() == EndKind.CONSENT_WITHDRAWN, "kind",
                "Samtycket är återkallat. En ny SIP med nytt samtycke behöver startas.");
        faults.addIf(caseFile.endKind() == EndKind.GOAL_CHANGED_RESTART, "kind",
                "En ny SIP har redan startats i stället för den här.");
        faults.addIf(closures.latest(caseFile.number()).map(c -> c.phaseBefore() == CasePhase.FOLLOW_UP)
                .orElse(false) && consents.stateOn(caseFile.number(), LocalDate.now(clock)) != ConsentState.VALID,
                "kind", "Samtycket gäller inte längre. En ny SIP med nytt samtycke behöver startas.");
        Person person = cases.personOf(caseFile);
        faults.addIf(cases.runningOf(caseFile.county(), person.idNumber()).isPresent(), "kind",
                "Det finns redan ett pågående ärende för personen.");
    }

    /** Speaking of the person with another unit takes a consent that covers it (BOR-35, BOR-41). */
    private void preMeeting(EventForm form, CaseFile caseFile, Faults faults) {
        if (!checklist.asks(caseFile.county(), caseFile.audience(), Question.PRE_MEETING)) {
            faults.add("kind", "Förmöten är inte reglerade i länet.");
            return;
        }
        running(caseFile, faults);
        faults.addIf(caseFile.isOpen() && !AFTER_CONSENT.contains(caseFile.phase()), "kind",
                "Samtycket är inte hämtat ännu. Ett förmöte hålls när det finns samtycke till det.");
        reason(form, faults, "Skriv vad ni talade om och kom fram till.");
        Optional<Participant> with = form.unit() == null ? Optional.empty()
                : participants.findByCaseNumberAndStatusOrderById(caseFile.number(), Participant.Status.CONFIRMED)
                        .stream().filter(p -> form.unit().equals(p.unitId())).findFirst();
        faults.addIf(with.isEmpty(), "unit", "Välj en enhet som är med i ärendet.");
        faults.addIf(form.on() == null, "on", "Fyll i dagen då förmötet hölls.");
        faults.addIf(form.on() != null && form.on().isAfter(LocalDate.now(clock)), "on",
                "Förmötet ska ha hållits. Dagen kan inte ligga framåt i tiden.");
        with.ifPresent(p -> {
            Optional<LocalDate> from = consents.inForceFrom(caseFile.number(), p.id());
            faults.addIf(from.isEmpty() || form.on() != null && form.on().isBefore(from.get()), "on",
                    "Samtycket måste omfatta enheten innan ni talar med den om personen.");
        });
    }

    private void deviation(EventForm form, CaseFile caseFile, StaffMember staff, Faults faults) {
        reason(form, faults, "Skriv vad som hände.");
        if (form.unit() != null) {
            Optional<Unit> other = unit(form.unit(), caseFile);
            faults.addIf(other.isEmpty() || !takesPart(other.get(), caseFile) || !other.get().hasLogin(), "unit",
                    "Välj en enhet som deltar i ärendet och arbetar här.");
            faults.addIf(ownUnit(staff, caseFile).equals(Optional.of(form.unit())), "unit",
                    "Er egen enhet får uppgiften ändå. Välj den andra enheten.");
        }
    }

    /** Between two units of the principals that take part; the own unit is one of them (BOR-83). */
    private void dispute(EventForm form, CaseFile caseFile, StaffMember staff, Faults faults) {
        if (!disputes.hasLadder(caseFile.county())) {
            faults.add("kind", "Det finns ingen gemensam ordning för tvister i länet. Ta upp frågan med er chef.");
            return;
        }
        running(caseFile, faults);
        reason(form, faults, "Skriv vad ni inte är överens om, utan uppgifter om personen.");
        Optional<Unit> other = form.unit() == null ? Optional.empty() : unit(form.unit(), caseFile);
        faults.addIf(other.isEmpty() || !takesPart(other.get(), caseFile), "unit",
                "Välj vilken enhet i ärendet tvisten gäller.");
        other.ifPresent(u -> {
            faults.addIf(u.principal() == Principal.OTHER, "unit",
                    "Tvister tas upp mellan verksamheter i kommun och region.");
            faults.addIf(staff.worksIn(u.id()) && ownUnit(staff, caseFile).equals(Optional.of(u.id())), "unit",
                    "Välj den andra enheten, inte er egen.");
        });
    }

    private boolean takesPart(Unit unit, CaseFile caseFile) {
        return unit.id().equals(caseFile.convenerUnit()) || participants.findByCaseNumberAndStatusOrderById(
                caseFile.number(), Participant.Status.CONFIRMED).stream().anyMatch(p -> unit.id().equals(p.unitId()));
    }

    /** The unit that the member acts for in the case: the convening one, or the one that takes part. */
    Optional<String> ownUnit(StaffMember staff, CaseFile caseFile) {
        return staff.worksIn(caseFile.convenerUnit()) ? Optional.of(caseFile.convenerUnit())
                : staff.units().stream().filter(unit -> disclosures.covers(caseFile.number(), unit)).findFirst();
    }

    private void handOver(EventForm form, CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        reason(form, faults, "Skriv varför ärendet lämnas över.");
        Optional<Unit> unit = form.toUnit() == null ? Optional.empty() : unit(form.toUnit(), caseFile);
        faults.addIf(unit.isEmpty(), "toUnit", "Välj en enhet i listan.");
        unit.ifPresent(u -> {
            faults.addIf(u.principal() == Principal.OTHER, "toUnit",
                    "Bara socialtjänst, skola och hälso- och sjukvård kan sammankalla.");
            faults.addIf(!u.hasLogin(), "toUnit", "Enheten har ingen inloggning och kan inte sammankalla här.");
            faults.addIf(u.id().equals(caseFile.convenerUnit()), "toUnit", "Enheten sammankallar redan.");
        });
    }

    private Optional<Unit> unit(String id, CaseFile caseFile) {
        return units.findById(id).filter(u -> u.county().equals(caseFile.county()))
                .filter(u -> u.validOn(LocalDate.now(clock)));
    }

    private static void running(CaseFile caseFile, Faults faults) {
        faults.addIf(!caseFile.isOpen(), "kind", "Ärendet är avslutat.");
    }

    private void booked(CaseFile caseFile, Faults faults) {
        running(caseFile, faults);
        faults.addIf(caseFile.isOpen() && meetings.booked(caseFile.number()).isEmpty(), "kind",
                "Inget möte är bokat i ärendet.");
    }

    private static void reason(EventForm form, Faults faults, String message) {
        faults.addIf(form.reason() == null, "reason", message);
    }
}
