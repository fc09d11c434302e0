package se.sip.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.EndKind;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.Closures;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.Consents;
import se.sip.contact.Contacts;
import se.sip.correspondence.Addressee;
import se.sip.decision.DecisionAnswer;
import se.sip.deviation.Deviations;
import se.sip.dispute.Disputes;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingLength;
import se.sip.meeting.Meetings;
import se.sip.need.OtherMeetings;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule.Moment;
import se.sip.preparation.Routing;
import se.sip.protection.NamedTasks;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/**
 * What can happen at any time in a case. An event is kept as it was registered and done at once, in one transaction:
 * the records first, then the process learns of it by the message that only {@code sip.bpmn} knows.
 */
@Service
@Transactional
public class CaseEvents {

    private final EventRules rules;
    private final RegisteredEventRepository events;
    private final CaseFiles cases;
    private final CaseLog log;
    private final CaseProcesses processes;
    private final Consents consents;
    private final Meetings meetings;
    private final MeetingLength length;
    private final Closures closures;
    private final Sharing sharing;
    private final Reopening reopening;
    private final Notices notices;
    private final Deviations deviations;
    private final Disputes disputes;
    private final UnitRepository units;
    private final ParticipantRepository participants;
    private final OtherMeetings otherMeetings;
    private final Contacts contacts;
    private final Routing routing;
    private final LateMeetings late;
    private final PartiesOfCase parties;
    private final CorrectedAnswer answers;
    private final StaffDirectory staff;
    private final NamedTasks namedTasks;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    CaseEvents(EventRules rules, RegisteredEventRepository events, CaseFiles cases, CaseLog log,
            CaseProcesses processes, Consents consents, Meetings meetings, MeetingLength length,
            Closures closures, Sharing sharing, Reopening reopening, Notices notices, Deviations deviations, Disputes disputes, UnitRepository units,
            ParticipantRepository participants, LateMeetings late, PartiesOfCase parties, OtherMeetings otherMeetings, Contacts contacts,
            Routing routing, NamedTasks namedTasks, CorrectedAnswer answers, StaffDirectory staff,
            ObjectMapper json, Validator validator, Clock clock) {
        this.rules = rules;
        this.events = events;
        this.cases = cases;
        this.log = log;
        this.processes = processes;
        this.consents = consents;
        this.meetings = meetings;
        this.length = length;
        this.closures = closures;
        this.sharing = sharing;
        this.reopening = reopening;
        this.notices = notices;
        this.deviations = deviations;
        this.disputes = disputes;
        this.units = units;
        this.participants = participants;
        this.otherMeetings = otherMeetings;
        this.contacts = contacts;
        this.routing = routing;
        this.late = late;
        this.parties = parties;
        this.answers = answers;
        this.staff = staff;
        this.namedTasks = namedTasks;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /** Everything that is wrong with an event, for whoever wants to register it. */
    @Transactional(readOnly = true)
    public Faults faultsOf(EventForm form, StaffMember staff) {
        var faults = new Faults();
        validator.validate(form).forEach(v -> faults.add(v.getPropertyPath().toString(), v.getMessage()));
        rules.check(form, staff, faults);
        return faults;
    }

    /** Registers the event and does it. */
    public void happened(EventForm form, StaffMember staff) {
        perform(register(form, staff));
    }

    /**
     * Keeps the event; nothing is done yet.
     *
     * @return its key
     * @throws FaultyFormException with all faults, where it may not be registered
     */
    String register(EventForm form, StaffMember staff) {
        Faults faults = faultsOf(form, staff);
        if (!faults.isEmpty()) {
            throw new FaultyFormException(faults);
        }
        RegisteredEvent saved = events.save(new RegisteredEvent(null, form.caseNumber(), form.kind(), written(form),
                LocalDateTime.now(clock), staff.userId(), staff.firstUnit().orElse(null)));
        return String.valueOf(saved.id());
    }

    /** Does what a registered event means. */
    void perform(String key) {
        EventForm form = byKey(key);
        String number = form.caseNumber();
        log.add(number, "EVENT_" + form.kind().name(), form.kind().swedish());
        switch (form.kind()) {
            case CONSENT_WITHDRAWN -> withdraw(form);
            case LIFE_CHANGED -> send(number, "livet_forandras", key);
            case MEETING_MOVED, MEETING_GIVES_WAY -> {
                keepAgreement(form);
                Meeting moved = meetings.move(number, form.newDate().atTime(form.newStart()),
                        form.newDate().atTime(form.newEnd()), form.reason());
                if (form.breakPlanned() != null || form.lengthWhy() != null) {
                    length.keep(moved.id(), form.breakPlanned(), form.lengthWhy());
                }
                changedMeeting(number, NoticeKind.MEETING_MOVED);
            }
            case MEETING_CANCELLED -> {
                meetings.cancel(number, form.reason());
                changedMeeting(number, NoticeKind.MEETING_CANCELLED);
            }
            case OTHER_MEETING -> {
                otherMeetings.decide(number, form.meetingType(), form.assessment(), form.reason(), who());
                send(number, "arendet_avslutas_administrativt", Map.of(ProcessVariable.END_KIND,
                        EndKind.OTHER_MEETING.name()));
            }
            case ADD_UNIT -> {
                Participant added = participant(form);
                if (added.isContactedFirst()) {
                    contacts.open(number);
                } else {
                    send(number, "enhet_tillkommer", String.valueOf(added.id()));
                }
            }
            case CONSENT_ASKED_ANEW -> send(number, "samtycke_gar_ut", Map.of());
            case DATE_CORRECTED -> correct(form, key);
            case ADMINISTRATIVE_END -> {
                CaseFile caseFile = cases.byNumber(number);
                cases.save(caseFile.withEndReason(form.reason()));
                send(number, "arendet_avslutas_administrativt", Map.of(ProcessVariable.END_KIND,
                        form.endKind().name()));
            }
            case UNDO -> {
                closures.noteUndo(number, form.reason());
                send(number, "avslut_angras", Map.of());
            }
            case REOPEN -> reopening.reopen(number, form.reason());
            case DEVIATION -> noteDeviation(form, key);
            case DISPUTE -> raiseDispute(form, key);
            case PRE_MEETING -> log.add(number, "PRE_MEETING", units.findById(form.unit()).map(Unit::name).orElse("")
                    + ", " + form.on() + ". " + form.reason());
            case HAND_OVER -> handOver(form);
            case ANSWER_CORRECTED -> answers.correct(form, cases.byNumber(number));
            case ANSWER_CHANGED -> answers.change(form, cases.byNumber(number), staff.current().orElseThrow());
        }
    }

    /** The unit that noted it makes it, by its own principal's routine. */
    private void noteDeviation(EventForm form, String key) {
        RegisteredEvent event = events.findById(Long.valueOf(key)).orElseThrow();
        String unit = event.registeredByUnit() == null ? cases.byNumber(form.caseNumber()).convenerUnit()
                : event.registeredByUnit();
        deviations.note(form.caseNumber(), unit, deviations.isCopied(form.caseNumber()) ? form.unit() : null,
                form.reason(), event.registeredBy());
    }

    /** The case goes on; the ladder of managers runs beside it (BOR-83, BOR-84). */
    private void raiseDispute(EventForm form, String key) {
        RegisteredEvent event = events.findById(Long.valueOf(key)).orElseThrow();
        CaseFile caseFile = cases.byNumber(form.caseNumber());
        String own = staff.current().flatMap(member -> rules.ownUnit(member, caseFile))
                .orElse(event.registeredByUnit() == null ? caseFile.convenerUnit() : event.registeredByUnit());
        disputes.raise(form.caseNumber(), own, form.unit(), form.reason(), event.registeredBy());
    }

    /** The event as it was registered. */
    EventForm byKey(String key) {
        try {
            return json.readValue(events.findById(Long.valueOf(key)).orElseThrow().content(), EventForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registered event cannot be read: " + key);
        }
    }

    /** Kinds of the events registered in a case, the first first. */
    @Transactional(readOnly = true)
    public List<EventKind> of(String caseNumber) {
        return events.findByCaseNumberOrderById(caseNumber).stream().map(RegisteredEvent::kind).toList();
    }

    private void withdraw(EventForm form) {
        String number = form.caseNumber();
        consents.withdraw(number, form.who(), how(form), form.on().atTime(form.at()));
        boolean open = cases.byNumber(number).isOpen();
        if (!open || !processes.correlate(number, "samtycke_aterkallas", Map.of())) {
            sharing.stop(number);
        }
    }

    private static String how(EventForm form) {
        return form.manner().swedish() + (form.reason() == null ? "" : ": " + form.reason());
    }

    private void changedMeeting(String number, NoticeKind kind) {
        if (!processes.correlate(number, "mote_andras", Map.of(ProcessVariable.EVENT, kind.name()))) {
            sharing.tellOfMeeting(number, kind);
        }
    }

    /** What the family said of the new day, and why it lies late; both are part of the case's story. */
    private void keepAgreement(EventForm form) {
        if (form.suitsFamily() != null) {
            log.add(form.caseNumber(), form.suitsFamily() ? "NEW_DATE_SUITS" : "NEW_DATE_SUITS_NOT", form.familySays());
        }
        if (form.lateReason() != null) {
            cases.save(cases.byNumber(form.caseNumber()).withLateReason(form.lateReason()));
            log.add(form.caseNumber(), "MEETING_AFTER_RECOMMENDED_DAY", form.lateReason());
        }
    }

    /** A unit without an ongoing contact is replaced by the one where contact is taken (HAL-16, HAL-85, HAL-88). */
    private Participant participant(EventForm form) {
        CaseFile caseFile = cases.byNumber(form.caseNumber());
        UnitKind kind = form.unit() == null ? form.partyKind() : units.findById(form.unit()).orElseThrow().kind();
        DecisionAnswer answer = routing.ofAdded(caseFile, kind, !Boolean.FALSE.equals(form.knownThere()),
                Boolean.TRUE.equals(form.informationOnly()));
        Optional<String> route = Routing.contactFirst(answer);
        if (route.isEmpty()) {
            return added(form, answer);
        }
        Optional<Unit> contact = routing.contactUnit(caseFile, answer);
        UnitKind asked = contact.map(Unit::kind).orElse(kind);
        Optional<Participant> same = participants.findByCaseNumberAndStatusOrderById(form.caseNumber(),
                Participant.Status.CONFIRMED).stream().filter(p -> p.isContactedFirst() && contact.isPresent()
                        && contact.get().id().equals(p.unitId()) && p.route().equals(route.get())).findFirst();
        if (same.isPresent()) {
            return participants.save(same.get().withNeed(Routing.joined(same.get().need(), needed(form, kind))));
        }
        return participants.save(new Participant(null, form.caseNumber(), contact.map(Unit::id).orElse(null),
                contact.map(Unit::name).orElse(kind.swedish()), asked.principal(), asked, null, null,
                needed(form, kind), false, Participant.Duty.valueOf(answer.text("duty")), route.get(),
                answer.clauses(), Participant.Status.CONFIRMED));
    }

    private static String needed(EventForm form, UnitKind kind) {
        String need = kind.swedish() + ": " + form.need();
        return need.length() > 1000 ? need.substring(0, 1000) : need;
    }

    private Participant added(EventForm form, DecisionAnswer answer) {
        Unit unit = form.unit() == null ? null : units.findById(form.unit()).orElseThrow();
        Principal principal = unit == null ? form.partyKind().principal() : unit.principal();
        return participants.save(new Participant(null, form.caseNumber(), unit == null ? null : unit.id(),
                unit == null ? form.partyName() : unit.name(), principal, unit == null ? form.partyKind() : unit.kind(),
                unit == null ? form.partyEmail() : unit.email(), unit == null ? null : unit.postalAddress(),
                form.need(), Boolean.TRUE.equals(form.knownThere()), Participant.Duty.valueOf(answer.text("duty")),
                "ADDED_LATER", answer.clauses(), Participant.Status.CONFIRMED));
    }

    private void correct(EventForm form, String key) {
        CaseFile caseFile = cases.byNumber(form.caseNumber());
        log.add(form.caseNumber(), "DATE_CORRECTED", "Behovet upptäckt " + form.discoveredOn() + ", tidigare angivet "
                + caseFile.discoveredOn() + ". " + form.reason());
        cases.save(caseFile.withDiscoveredOn(form.discoveredOn()));
        if (!processes.correlate(form.caseNumber(), "datum_rattas", Map.of(ProcessVariable.SUBJECT, key))) {
            late.countAnew(form.caseNumber());
        }
    }

    private void handOver(EventForm form) {
        CaseFile caseFile = cases.byNumber(form.caseNumber());
        Unit from = units.findById(caseFile.convenerUnit()).orElseThrow();
        Unit to = units.findById(form.toUnit()).orElseThrow();
        cases.save(caseFile.handedTo(to.id(), ""));
        var groups = new EnumMap<ProcessVariable, Object>(ProcessVariable.class);
        groups.put(ProcessVariable.CONVENER_GROUP, to.id());
        groups.put(ProcessVariable.MANAGER_GROUP, to.managerGroup());
        processes.handOver(form.caseNumber(), Map.of(from.id(), to.id(), from.managerGroup(), to.managerGroup()),
                groups);
        namedTasks.handedOver(form.caseNumber(), from, to);
        parties.askAgain(form.caseNumber(), caseFile.phase().ordinal() < CasePhase.CALL.ordinal() ? Moment.PLANNED
                : Moment.CALLED);
        log.add(form.caseNumber(), "HANDED_OVER", from.name() + " till " + to.name() + ". " + form.reason());
        notices.tell(form.caseNumber(), NoticeKind.HANDED_OVER,
                List.of(Addressee.unit(to.id()), Addressee.managersOf(to.id())));
    }

    private String who() {
        return staff.current().map(StaffMember::userId).orElse("systemet");
    }

    private void send(String number, String message, String subject) {
        send(number, message, Map.of(ProcessVariable.SUBJECT, subject));
    }

    private void send(String number, String message, Map<ProcessVariable, Object> variables) {
        if (!processes.correlate(number, message, variables)) {
            throw new IllegalStateException("Case " + number + " does not wait for " + message);
        }
    }

    private String written(EventForm form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written: " + form.kind());
        }
    }
}
