package se.sip.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import se.sip.access.StaffDirectory;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Disclosure;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.casefile.Person;
import se.sip.consent.Consent.Kind;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;

/**
 * Consent as a live condition: what it is worth is asked of the table {@code samtycke} on the day it matters, by what
 * was answered, the person's age that day and whether it was taken back.
 */
@Service
public class Consents {

    static final String TABLE = "samtycke";
    private final ConsentRepository consents;
    private final PlanAnswerRepository planAnswers;
    private final ParticipantRepository participants;
    private final CaseFiles cases;
    private final CaseLog log;
    private final DecisionTables tables;
    private final ConsentPeriod period;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(ConsentRepository consents, PlanAnswerRepository planAnswers, ParticipantRepository participants,
            CaseFiles cases, CaseLog log, DecisionTables tables, ConsentPeriod period, StaffDirectory staff,
            ApplicationEventPublisher events, Clock clock) {
        this.consents = consents;
        this.planAnswers = planAnswers;
        this.participants = participants;
        this.cases = cases;
        this.log = log;
        this.tables = tables;
        this.period = period;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** What a case's consent is worth on a day. A consent holds to the end of its last day. */
    public ConsentState stateOn(String caseNumber, LocalDate day) {
        return inForce(caseNumber, day).state();
    }

    /** Whether what is named may be shared with a participant on a day. */
    public boolean coversUnit(String caseNumber, long participantId, LocalDate day) {
        return groundFor(caseNumber, participantId, day).isPresent();
    }

    /** The ground on which a participant may be given information on a day; empty where there is none. */
    public Optional<SharingGround> groundFor(String caseNumber, long participantId, LocalDate day) {
        var held = inForce(caseNumber, day);
        if (held.state() != ConsentState.VALID
                || standing(caseNumber).stream().noneMatch(p -> p.id() == participantId)) {
            return Optional.empty();
        }
        return extensionsOf(caseNumber, held.consent()).stream().filter(e -> e.names(participantId))
                .map(e -> judged(e, day)).filter(j -> j.state() == ConsentState.VALID).findFirst()
                .or(() -> held.consent().names(participantId) ? Optional.of(held) : Optional.empty())
                .map(j -> new SharingGround(Disclosure.Ground.valueOf(j.answer().text("ground")),
                        refOf(j.consent())));
    }

    /** Whether somebody whose answer counts has yet to answer about units that came later: they are asked again. */
    public boolean awaitsExtension(String caseNumber, LocalDate day) {
        return newest(caseNumber).filter(c -> c.kind() == Kind.EXTENSION).map(c -> judged(c, day).state())
                .filter(s -> s != ConsentState.VALID && s != ConsentState.REFUSED_ACCEPT
                        && s != ConsentState.WITHDRAWN && s != ConsentState.NO_GROUND).isPresent();
    }

    /** Whether the family has said that a unit, or somebody of that name, may not be called. */
    public boolean excludes(String caseNumber, String unitIdOrName) {
        return current(caseNumber).stream().flatMap(c -> c.terms().stream())
                .filter(t -> t.kind() == ConsentTerm.Kind.EXCLUDED_PARTY)
                .anyMatch(t -> excludes(t, unitIdOrName, unitIdOrName));
    }

    /** A unit is met by its key; a name by being part of the other, as "habiliteringen" of a unit's full name. */
    static boolean excludes(ConsentTerm term, String unitId, String name) {
        if (term.unitId() != null && term.unitId().equals(unitId)) {
            return true;
        }
        String excluded = term.text().strip().toLowerCase(Locale.ROOT);
        String asked = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return !excluded.isEmpty() && !asked.isEmpty()
                && (asked.equals(excluded) || excluded.length() > 3 && asked.contains(excluded));
    }

    /** Whether the person is of age, or a child assessed as mature to decide alone (HAL-56). */
    public boolean isMature(String caseNumber) {
        return cases.personOf(cases.byNumber(caseNumber)).isAdultOn(LocalDate.now(clock))
                || current(caseNumber).filter(c -> c.maturity() == Maturity.CAN_DECIDE).isPresent();
    }

    /** The consent that holds now, or the newest where none does; extensions are no consents of their own. */
    public Optional<Consent> current(String caseNumber) {
        return Optional.ofNullable(inForce(caseNumber, LocalDate.now(clock)).consent());
    }

    /** Every version, oldest first. */
    public List<Consent> versions(String caseNumber) {
        return consents.findByCaseNumberOrderByVersionNo(caseNumber);
    }

    /** The last day of the consent that holds now. */
    public Optional<LocalDate> endsOn(String caseNumber) {
        return current(caseNumber).filter(c -> !c.isWithdrawn())
                .flatMap(c -> period.lastDay(cases.byNumber(caseNumber).county(), c));
    }

    /** The day to remind that the consent is about to end. */
    public Optional<LocalDate> reminderOn(String caseNumber) {
        return endsOn(caseNumber).map(last -> period.reminder(cases.byNumber(caseNumber).county(), last));
    }

    /**
     * From which day a participant may be contacted: an oral contact before it is refused. For an extension the day
     * of its last yes.
     */
    public Optional<LocalDate> inForceFrom(String caseNumber, long participantId) {
        var today = LocalDate.now(clock);
        var held = inForce(caseNumber, today);
        if (held.state() != ConsentState.VALID) {
            return Optional.empty();
        }
        if (held.consent().names(participantId)) {
            return firstAskedSince(caseNumber, held.consent(), participantId);
        }
        return extensionsOf(caseNumber, held.consent()).stream()
                .filter(e -> e.names(participantId) && judged(e, today).state() == ConsentState.VALID)
                .findFirst().flatMap(Consent::inForceFrom);
    }

    /** Topics that may not be taken up, for whoever writes an invitation or an agenda. */
    public List<String> excludedTopics(String caseNumber) {
        return current(caseNumber).map(c -> c.texts(ConsentTerm.Kind.EXCLUDED_TOPIC)).orElse(List.of());
    }

    /** The second part of consent, by those whose answer decides; the newest answer at a meeting goes before. */
    public PlanConsent planPart(String caseNumber) {
        return planAnswers.findFirstByCaseNumberOrderByIdDesc(caseNumber).map(PlanAnswer::answer)
                .or(() -> current(caseNumber).map(c -> planPart(c, caseNumber)))
                .orElse(PlanConsent.DECIDES_AT_MEETING);
    }

    /**
     * Notes what the family answered about the plan itself (VGU-65, VGU-139).
     *
     * @param how who answered and how, in the convener's words
     */
    public void decidePlanPart(String caseNumber, PlanConsent answer, LocalDate on, String how) {
        planAnswers.save(new PlanAnswer(null, caseNumber, answer, on, how, LocalDateTime.now(clock), worker()));
        log.add(caseNumber, "PLAN_CONSENT_" + answer.name());
    }

    /**
     * Takes the consent back, at once and for all of it (VGV-25, VGU-158). What was consented to stays on record.
     *
     * @param how by telephone, letter ...
     * @param at when it was taken back, which may be before it was registered
     */
    public void withdraw(String caseNumber, WhoWithdrew who, String how, LocalDateTime at) {
        versions(caseNumber).stream().filter(c -> !c.isWithdrawn())
                .forEach(c -> consents.save(c.withWithdrawnAt(at).withWithdrawnBy(who).withWithdrawnHow(how)));
        log.add(caseNumber, "CONSENT_WITHDRAWN");
    }

    /**
     * An answer as it was given last, whatever it was given to.
     *
     * @param name which guardian; needed where more than one has answered
     */
    public Optional<ConsentAnswer> given(String caseNumber, ConsentAnswer.Answerer by, String name) {
        return lastWith(caseNumber, by, name).flatMap(c -> answer(c, by, name));
    }

    /** Every answer as it was given last, one for each who has answered. */
    public List<ConsentAnswer> given(String caseNumber) {
        var last = new LinkedHashMap<List<Object>, ConsentAnswer>();
        versions(caseNumber).stream().flatMap(c -> c.answers().stream()).filter(a -> a.givenOn() != null)
                .forEach(a -> last.put(Arrays.asList(a.answerer(), a.name()), a));
        return List.copyOf(last.values());
    }

    /**
     * The day or the form of an answer was typed in wrongly. The answer itself is never changed: who has changed their
     * mind withdraws.
     *
     * @param on null where the day was right
     * @param how null where the form was right
     */
    public void correct(String caseNumber, ConsentAnswer.Answerer by, String name, LocalDate on, Manner how,
            String reason) {
        Consent version = lastWith(caseNumber, by, name).orElseThrow();
        ConsentAnswer before = answer(version, by, name).orElseThrow();
        ConsentAnswer right = before.corrected(on, how);
        consents.save(version.withAnswers(version.answers().stream().map(a -> a == before ? right : a).toList()));
        log.add(caseNumber, "CONSENT_ANSWER_CORRECTED", "%s. Tidigare: %s. %s".formatted(right.asGiven(),
                before.asGiven(), reason));
        events.publishEvent(new ConsentChanged(caseNumber));
    }

    /** An answer from before this day belongs to an earlier process (VGU-154). */
    public LocalDate earliestAnswer(CaseFile caseFile) {
        return Optional.ofNullable(caseFile.previousNumber()).flatMap(cases::find).map(CaseFile::endedAt)
                .map(LocalDateTime::toLocalDate).filter(ended -> ended.isAfter(caseFile.discoveredOn()))
                .orElse(caseFile.discoveredOn());
    }

    private Optional<Consent> lastWith(String caseNumber, ConsentAnswer.Answerer by, String name) {
        return versions(caseNumber).stream().filter(c -> answer(c, by, name).isPresent())
                .reduce((first, second) -> second);
    }

    /** Empty where it is not clear whose is meant. */
    private static Optional<ConsentAnswer> answer(Consent consent, ConsentAnswer.Answerer by, String name) {
        var all = consent.answers().stream().filter(a -> a.answerer() == by && a.givenOn() != null)
                .filter(a -> name == null || by != ConsentAnswer.Answerer.GUARDIAN
                        || name.strip().equalsIgnoreCase(a.name())).toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Keeps a new version. */
    Consent keep(Consent consent) {
        int next = versions(consent.caseNumber()).size() + 1;
        var kept = consents.save(consent.withVersionNo(next).withSavedAt(LocalDateTime.now(clock))
                .withSavedBy(worker()));
        log.add(consent.caseNumber(), "CONSENT_" + consent.kind().name());
        if (consent.answers().stream().anyMatch(a -> a.isYes() && a.manner() != Manner.WRITTEN)) {
            log.add(consent.caseNumber(), "DOCUMENT_IN_OWN_SYSTEM",
                    "Samtycke på annat sätt än skriftligt: dokumentera det även i verksamhetens eget system (VGU-59, HAL-46, BOR-40).");
        }
        events.publishEvent(new ConsentChanged(consent.caseNumber()));
        return kept;
    }

    /** The newest version of all, extensions included. */
    Optional<Consent> newest(String caseNumber) {
        var all = versions(caseNumber);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The version a decision is about: the newest until it has been judged, thereafter the one in force. */
    Consent toJudge(String caseNumber, Set<String> judgedBefore, LocalDate day) {
        return newest(caseNumber).filter(c -> !judgedBefore.contains(refOf(c)))
                .or(() -> Optional.ofNullable(inForce(caseNumber, day).consent()))
                .orElseThrow(() -> new IllegalStateException("The case has no consent to judge"));
    }

    static String refOf(Consent consent) {
        return "samtycke:" + consent.id();
    }

    /** Keys of participants that are to take part and that no valid ground covers. */
    List<Participant> uncovered(String caseNumber, LocalDate day) {
        return standing(caseNumber).stream().filter(p -> !coversUnit(caseNumber, p.id(), day)).toList();
    }

    List<Participant> standing(String caseNumber) {
        return participants.findByCaseNumberAndStatusOrderById(caseNumber, Participant.Status.CONFIRMED);
    }

    void remove(Participant participant) {
        participants.save(participant.withStatus(Participant.Status.REMOVED));
    }

    /** Everything the table asks about a version. */
    ConsentFacts facts(Consent consent) {
        CaseFile caseFile = cases.byNumber(consent.caseNumber());
        Person person = cases.personOf(caseFile);
        Set<Long> standing = standing(consent.caseNumber()).stream().map(Participant::id).collect(Collectors.toSet());
        return new ConsentFacts(consent, person, cases.guardiansOf(caseFile), standing,
                period.lastDay(caseFile.county(), consent).orElse(null));
    }

    Optional<LocalDate> longest(String county, Optional<LocalDate> givenOn) {
        return givenOn.map(day -> period.longest(county, day));
    }

    /** @param answer null where the state is outside the table */
    record Judged(ConsentState state, Consent consent, DecisionAnswer answer) {
    }

    private Judged judged(Consent consent, LocalDate day) {
        if (consent.isWithdrawn() && !day.isBefore(consent.withdrawnAt().toLocalDate())) {
            return new Judged(ConsentState.WITHDRAWN, consent, null);
        }
        var facts = facts(consent);
        var answer = tables.evaluateFor(consent.caseNumber(), facts.person().county(), null, TABLE, facts.on(day));
        return new Judged(state(consent, answer), consent, answer);
    }

    /** What the table says; where it asks for another ground, whether there is one is what those who asked found. */
    static ConsentState state(Consent consent, DecisionAnswer answer) {
        ConsentState said = ConsentState.valueOf(answer.text("outcome"));
        return said == ConsentState.ALT_GROUND_REQUIRED && consent.ground() == Ground.NO_OTHER
                ? ConsentState.NO_GROUND : said;
    }

    /** A renewal that is not valid (yet) leaves the consent before it to run to its own end. */
    private Judged inForce(String caseNumber, LocalDate day) {
        var own = new ArrayList<>(versions(caseNumber).stream().filter(c -> c.kind() != Kind.EXTENSION).toList());
        Judged newest = null;
        while (!own.isEmpty()) {
            var last = own.remove(own.size() - 1);
            var state = judged(last, day);
            if (state.state() == ConsentState.VALID) {
                return state;
            }
            newest = newest == null ? state : newest;
            if (last.kind() != Kind.RENEWAL) {
                break;
            }
        }
        return newest == null ? new Judged(ConsentState.NONE, null, null) : newest;
    }

    private List<Consent> extensionsOf(String caseNumber, Consent base) {
        return versions(caseNumber).stream()
                .filter(c -> c.kind() == Kind.EXTENSION && base.id().equals(c.extendsId())).toList();
    }

    /** A renewal or a later version with the same answers does not move the day a participant was first covered. */
    private Optional<LocalDate> firstAskedSince(String caseNumber, Consent held, long participantId) {
        return versions(caseNumber).stream()
                .filter(c -> c.versionNo() <= held.versionNo() && c.names(participantId) && !c.isWithdrawn())
                .filter(c -> c.id().equals(held.id()) || c.inForceFrom().isPresent()
                        && judged(c, c.inForceFrom().get()).state() == ConsentState.VALID)
                .map(Consent::inForceFrom).flatMap(Optional::stream).min(LocalDate::compareTo);
    }

    private PlanConsent planPart(Consent consent, String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        boolean adult = cases.personOf(caseFile).isAdultOn(LocalDate.now(clock));
        boolean alone = adult ? consent.capacity() : consent.maturity() == Maturity.CAN_DECIDE;
        var deciding = consent.answers().stream()
                .filter(a -> a.exchange() == ExchangeAnswer.YES || a.exchange() == ExchangeAnswer.NO)
                .filter(a -> (a.answerer() == ConsentAnswer.Answerer.PERSON) == alone).toList();
        if (deciding.stream().anyMatch(a -> a.planPart() == PlanConsent.NO)) {
            return PlanConsent.NO;
        }
        return !deciding.isEmpty() && deciding.stream().allMatch(a -> a.planPart() == PlanConsent.YES)
                ? PlanConsent.YES : PlanConsent.DECIDES_AT_MEETING;
    }

    private String worker() {
        return staff.current().map(StaffDirectory.StaffMember::userId).orElse("systemet");
    }

    /** @param ref key of the ground's record, for the disclosure log */
    public record SharingGround(Disclosure.Ground ground, String ref) {
    }
}
