package se.sip.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseEnded;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.CaseResumed;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.Consents;
import se.sip.contact.ContactFirst.ContactBy;
import se.sip.contact.ContactFirst.Outcome;
import se.sip.contact.ContactFirst.Sort;
import se.sip.correspondence.Addressee;
import se.sip.deadline.CaseDates;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionRecords;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;
import se.sip.invitation.Invitations;
import se.sip.preparation.Routing;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/**
 * Contacts that come before a call. Each has a process of its own beside the case's: the case neither waits for it nor
 * stops, and whoever it leads to sees nothing until the consent covers them (HAL-16, HAL-41, HAL-83, HAL-85 to HAL-89).
 */
@Service
@Transactional
public class Contacts {

    private static final Set<CasePhase> AFTER_CONSENT = EnumSet.of(CasePhase.CALL, CasePhase.MEETING,
            CasePhase.FOLLOW_UP);
    private static final String AWAIT_ASSESSMENT = "bedomning_en_vag_in";
    private static final String WHAT = "CONTACT";

    private final ContactRepository contacts;
    private final ParticipantRepository participants;
    private final CaseFiles cases;
    private final CaseLog log;
    private final CaseDates dates;
    private final CaseProcesses processes;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Invitations invitations;
    private final Routing routing;
    private final DecisionRecords decisions;
    private final Notices notices;
    private final UnitRepository units;
    private final Clock clock;

    Contacts(ContactRepository contacts, ParticipantRepository participants, CaseFiles cases, CaseLog log,
            CaseDates dates, CaseProcesses processes, Consents consents, Disclosures disclosures,
            Invitations invitations, Routing routing, DecisionRecords decisions, Notices notices,
            UnitRepository units, Clock clock) {
        this.contacts = contacts;
        this.participants = participants;
        this.cases = cases;
        this.log = log;
        this.dates = dates;
        this.processes = processes;
        this.consents = consents;
        this.disclosures = disclosures;
        this.invitations = invitations;
        this.routing = routing;
        this.decisions = decisions;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    /** The contacts of a case, first first. */
    @Transactional(readOnly = true)
    public List<ContactFirst> of(String caseNumber) {
        return contacts.findByCaseNumberOrderById(caseNumber);
    }

    /** Begins a contact for every confirmed participant that needs one and has none yet. */
    public void open(String caseNumber) {
        Set<Long> known = Set.copyOf(of(caseNumber).stream().filter(ContactFirst::isOpen)
                .map(ContactFirst::participantId).toList());
        participants.findByCaseNumberAndStatusOrderById(caseNumber, Participant.Status.CONFIRMED).stream()
                .filter(p -> p.isContactedFirst() && !Participant.ROUTE_REFERRED.equals(p.route()))
                .filter(p -> !known.contains(p.id()))
                .forEach(p -> begin(contacts.save(ContactFirst.opened(caseNumber, p.id(), Sort.valueOf(p.route()),
                        LocalDateTime.now(clock))), p));
    }

    private void begin(ContactFirst contact, Participant participant) {
        log.add(contact.caseNumber(), "CONTACT_FIRST", participant.name());
        processes.start(contact.sort().process(), cases.byNumber(contact.caseNumber()).county(),
                contact.caseNumber(), variables(contact));
    }

    private Map<ProcessVariable, Object> variables(ContactFirst contact) {
        CaseFile caseFile = cases.byNumber(contact.caseNumber());
        var variables = new EnumMap<ProcessVariable, Object>(ProcessVariable.class);
        variables.put(ProcessVariable.SUBJECT, contact.key());
        variables.put(ProcessVariable.CONVENER_GROUP, caseFile.convenerUnit());
        variables.put(ProcessVariable.MANAGER_GROUP, caseFile.convenerUnit() + Unit.MANAGER_SUFFIX);
        variables.put(ProcessVariable.MEETING_REMINDER_AT,
                dates.variables(contact.caseNumber()).get(ProcessVariable.MEETING_REMINDER_AT));
        return variables;
    }

    /** @throws IllegalArgumentException where there is none */
    @Transactional(readOnly = true)
    ContactFirst byKey(String key) {
        return contacts.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalArgumentException("No contact has the key asked for"));
    }

    Participant participantOf(ContactFirst contact) {
        return participants.findById(contact.participantId()).orElseThrow();
    }

    /** Whom the contact is with, and what is needed from there; for whoever takes it. */
    List<String> described(ContactFirst contact) {
        Participant asked = participantOf(contact);
        String phone = asked.unitId() == null ? null
                : units.findById(asked.unitId()).map(Unit::phone).orElse(null);
        var lines = new java.util.ArrayList<String>();
        lines.add(asked.name() + (phone == null ? "" : ", telefon " + phone));
        if (asked.need() != null) {
            lines.add(asked.need());
        }
        if (contact.contactBy() != null) {
            lines.add("Kontakten togs " + contact.contactedOn() + ". " + contact.contactBy().swedish() + ".");
        }
        return lines;
    }

    /** The contact has been taken. Where the starter took it, the family's consent is its ground. */
    void taken(ContactFirst contact, ContactBy by, LocalDate on, String with) {
        Participant asked = participantOf(contact);
        contacts.save(contact.withContactBy(by).withContactedOn(on).withContactWith(with));
        if (by == ContactBy.STARTER) {
            consents.groundFor(contact.caseNumber(), asked.id(), LocalDate.now(clock)).ifPresent(ground ->
                    disclosures.open(contact.caseNumber(), recipientId(asked), ground.ground(), ground.ref(), WHAT));
        }
        log.add(contact.caseNumber(), "CONTACT_TAKEN", asked.name() + ", " + on + ". " + by.swedish() + ".");
    }

    /** @param unitId the unit that the person was judged to belong to, where there is one */
    void answered(ContactFirst contact, Outcome outcome, LocalDate on, String unitId, String note) {
        contacts.save(contact.withOutcome(outcome).withOutcomeOn(on).withUnitId(unitId).withNote(note)
                .withEndedAt(LocalDateTime.now(clock)));
        Participant asked = participantOf(contact);
        disclosures.close(contact.caseNumber(), recipientId(asked));
        if (outcome != Outcome.APPLIED) {
            participants.save(asked.withRoute(Participant.ROUTE_REFERRED));
        }
        log.add(contact.caseNumber(), "CONTACT_ANSWERED", asked.name());
    }

    /**
     * The unit that the person was judged to belong to takes the place of the one contacted. The family is asked to
     * extend the consent to it first; until then it sees nothing (HAL-41, HAL-86, HAL-87).
     */
    void replace(String key) {
        ContactFirst contact = byKey(key);
        CaseFile caseFile = cases.byNumber(contact.caseNumber());
        Unit unit = units.findById(contact.unitId()).orElseThrow();
        DecisionAnswer answer = routing.ofAdded(caseFile, unit.kind(), true, false);
        Participant assessed = participants.save(new Participant(null, caseFile.number(), unit.id(), unit.name(),
                unit.principal(), unit.kind(), null, null, participantOf(contact).need(), true,
                Participant.Duty.valueOf(answer.text("duty")), "ASSESSED", answer.clauses(),
                Participant.Status.CONFIRMED));
        decisions.store(caseFile.number(), answer, "ASSESSED", "deltagare:" + assessed.id());
        log.add(caseFile.number(), "ASSESSED_UNIT", participantOf(contact).name() + " → " + unit.name());
        askFamily(caseFile, assessed);
    }

    /** There is an ongoing contact now: the unit is called like any other (HAL-84). */
    void applied(String key) {
        ContactFirst contact = byKey(key);
        CaseFile caseFile = cases.byNumber(contact.caseNumber());
        Participant asked = participants.save(participantOf(contact).withRoute("APPLIED").withKnownThere(true));
        if (consents.coversUnit(caseFile.number(), asked.id(), LocalDate.now(clock))) {
            invitations.startFor(caseFile.number(), asked.id());
        } else {
            askFamily(caseFile, asked);
        }
    }

    /** Before consent is asked for, the unit is named in it like the others. */
    private void askFamily(CaseFile caseFile, Participant participant) {
        if (AFTER_CONSENT.contains(caseFile.phase())) {
            processes.correlate(caseFile.number(), "enhet_tillkommer",
                    Map.of(ProcessVariable.SUBJECT, String.valueOf(participant.id())));
        }
    }

    /** A week before the recommended date the starter hears that it is still open. Nothing is aborted. */
    void warn(String key) {
        ContactFirst contact = contacts.save(byKey(key).withWarnedAt(LocalDateTime.now(clock)));
        notices.tell(contact.caseNumber(), NoticeKind.CONTACT_OPEN,
                List.of(Addressee.unit(cases.byNumber(contact.caseNumber()).convenerUnit())));
    }

    @EventListener
    void over(CaseEnded ended) {
        for (ContactFirst contact : of(ended.caseNumber())) {
            if (contact.isOpen()) {
                contacts.save(contact.withEndedAt(LocalDateTime.now(clock)));
                processes.cancel(ended.caseNumber(), contact.sort().process(), "case ended");
            }
        }
    }

    /** A contact that the ending broke off goes on where it was. */
    @EventListener
    void goesOn(CaseResumed resumed) {
        for (ContactFirst contact : of(resumed.caseNumber())) {
            if (contact.isOpen() || contact.outcome() != null) {
                continue;
            }
            contacts.save(contact.withEndedAt(null));
            String county = cases.byNumber(resumed.caseNumber()).county();
            if (contact.contactedOn() == null) {
                processes.start(contact.sort().process(), county, contact.caseNumber(), variables(contact));
            } else {
                processes.startBefore(contact.sort().process(), AWAIT_ASSESSMENT, county, contact.caseNumber(),
                        variables(contact));
            }
        }
    }

    /** One outside the unit register is logged under its participant's key. */
    private static String recipientId(Participant participant) {
        return participant.unitId() == null ? "deltagare-" + participant.id() : participant.unitId();
    }
}
