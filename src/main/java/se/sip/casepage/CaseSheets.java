package se.sip.casepage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CasePhase;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.caselist.CaseOverviews;
import se.sip.casepage.CaseSheet.DateLine;
import se.sip.casepage.CaseSheet.Phase.State;
import se.sip.consent.Consent;
import se.sip.consent.ConsentAnswer;
import se.sip.consent.ConsentState;
import se.sip.consent.ConsentTerm;
import se.sip.consent.Consents;
import se.sip.correspondence.Outbox;
import se.sip.deadline.Deadline;
import se.sip.deadline.Deadlines;
import se.sip.deadline.Strength;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.event.LateMeetings;
import se.sip.followup.FollowUps;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingClock;
import se.sip.meeting.MeetingClocks;
import se.sip.meeting.Meetings;
import se.sip.party.PartiesOfCase;
import se.sip.plan.Intervention;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.protection.SpecialInformation;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Gathers what the page of a case shows its reader. Each part is one question to the records, however long the case. */
@Component
@Transactional(readOnly = true)
class CaseSheets {

    /** Newest lines of the story that a page shows before it is asked for all. */
    static final int STORY = 30;
    private static final String PLAN = "PLAN";

    private final CaseOverviews overviews;
    private final CaseStory story;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Disclosures disclosures;
    private final ParticipantRepository participants;
    private final TaskLines tasks;
    private final Meetings meetings;
    private final MeetingClocks clocks;
    private final LateMeetings late;
    private final Invitations invitations;
    private final Consents consents;
    private final Plans plans;
    private final FollowUps followUps;
    private final Deadlines deadlines;
    private final DecisionRecords decisions;
    private final DisputeLines disputes;
    private final Outbox outbox;
    private final SpecialInformation special;
    private final UnitRepository units;
    private final PartiesOfCase parties;
    private final Clock clock;

    CaseSheets(CaseOverviews overviews, CaseStory story, CaseFiles cases, CaseLog log, Disclosures disclosures,
            ParticipantRepository participants, TaskLines tasks, Meetings meetings, MeetingClocks clocks, LateMeetings late,
            Invitations invitations, Consents consents, Plans plans, FollowUps followUps, Deadlines deadlines,
            DecisionRecords decisions, DisputeLines disputes, Outbox outbox, SpecialInformation special,
            UnitRepository units, PartiesOfCase parties, Clock clock) {
        this.parties = parties;
        this.overviews = overviews;
        this.story = story;
        this.cases = cases;
        this.log = log;
        this.disclosures = disclosures;
        this.participants = participants;
        this.tasks = tasks;
        this.meetings = meetings;
        this.clocks = clocks;
        this.late = late;
        this.invitations = invitations;
        this.consents = consents;
        this.plans = plans;
        this.followUps = followUps;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.disputes = disputes;
        this.outbox = outbox;
        this.special = special;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param reader who has been found to be allowed to read the case
     * @param wholeStory whether every line of the story is wanted, not only the newest
     */
    CaseSheet of(StaffMember reader, CaseFile caseFile, boolean wholeStory) {
        String number = caseFile.number();
        boolean whole = overviews.convenes(reader, caseFile) || disclosures.opensWhole(reader, caseFile);
        Set<String> disclosed = disclosures.of(number).stream()
                .filter(d -> d.closedAt() == null && reader.units().contains(d.unitId())).map(d -> d.what())
                .collect(Collectors.toSet());
        boolean seesPlan = whole || disclosed.contains(PLAN);
        List<CaseEvent> events = log.of(number);
        List<DecisionRecord> decided = decisions.of(number);
        List<CaseSheet.TaskLine> open = tasks.of(reader, number, whole);
        Optional<PlanVersion> plan = plan(number);
        List<CaseStory.Told> told = story.of(reader, number, events, whole);
        return new CaseSheet(head(caseFile, whole, special.isFor(reader, caseFile, true)), whole, phases(caseFile, events),
                dates(caseFile, whole, plan.filter(p -> seesPlan), open),
                open,
                meeting(number, whole || !disclosed.isEmpty()), recipients(caseFile, reader, whole, decided),
                consent(caseFile, reader, whole, decided), seesPlan ? plan.map(p -> planSheet(number, p)).orElse(null) : null,
                seesPlan ? followUps(number) : List.of(), disputes.of(reader, number, whole), whole ? outbox.viewsOf(number) : List.of(),
                whole ? decided.stream().filter(d -> !d.why().isBlank()).map(d -> new CaseSheet.Decision(
                        d.decidedAt().toLocalDate(), d.why(), d.clauses().values())).toList() : List.of(),
                told.stream().limit(wholeStory ? told.size() : STORY).map(t -> story.line(t, caseFile.county())).toList(),
                told.size(),
                events.isEmpty() ? 0 : events.get(events.size() - 1).id());
    }

    /** @param toldAll whether the reader sees what only the convener and the called are told (BOR-44) */
    private CaseSheet.Head head(CaseFile caseFile, boolean whole, boolean toldAll) {
        Person person = cases.personOf(caseFile);
        LocalDate today = LocalDate.now(clock);
        boolean isLate = caseFile.isOpen() && late.isPassed(caseFile.number())
                && meetings.lastHeld(caseFile.number()).isEmpty();
        return new CaseSheet.Head(caseFile.number(), caseFile.audience().swedish(), person.name(), person.idNumber(),
                person.ageOn(today), toldAll ? person.interpreterLanguage() : null,
                toldAll ? person.adaptations() : null, toldAll ? protection(person.protection()) : null,
                person.isAdultOn(today) ? List.of() : cases.guardiansOf(caseFile).stream()
                        .map(g -> new CaseSheet.Guardian(g.name(), whole ? g.phone() : null,
                                toldAll ? g.interpreterLanguage() : null))
                        .toList(),
                unitName(caseFile.convenerUnit()), caseFile.discoveredOn(), caseFile.isOpen(),
                caseFile.endKind() == null ? null : caseFile.endKind().swedish(), isLate,
                isLate ? deadlines.of(caseFile, "motet", caseFile.discoveredOn()).why() : null,
                caseFile.previousNumber(), parties.localAgreement(caseFile.number()).orElse(null));
    }

    private static String protection(Protection level) {
        return switch (level) {
            case NONE -> null;
            case CONFIDENTIAL_MARKING -> "Sekretessmarkering";
            case PROTECTED_REGISTRATION -> "Skyddad folkbokföring";
            case ASSUMED_IDENTITY -> "Fingerade personuppgifter";
        };
    }

    /** The phases in their order, with the day the case came to each. A case that ended went no further. */
    private static List<CaseSheet.Phase> phases(CaseFile caseFile, List<CaseEvent> events) {
        var since = new EnumMap<CasePhase, LocalDate>(CasePhase.class);
        since.put(CasePhase.DISCOVER, caseFile.openedOn());
        events.stream().filter(e -> e.kind().startsWith("PHASE_")).forEach(e -> {
            String phase = e.kind().substring("PHASE_".length());
            if (Set.of(CasePhase.values()).stream().anyMatch(p -> p.name().equals(phase))) {
                since.put(CasePhase.valueOf(phase), e.happenedAt().toLocalDate());
            }
        });
        int now = caseFile.phase() == CasePhase.ENDED
                ? since.keySet().stream().mapToInt(Enum::ordinal).max().orElse(0) + 1 : caseFile.phase().ordinal();
        return List.of(CasePhase.values()).stream().filter(p -> p != CasePhase.ENDED)
                .map(p -> new CaseSheet.Phase(p.swedish(), p.ordinal() < now ? State.DONE
                        : p.ordinal() == now && caseFile.isOpen() ? State.NOW : State.TO_COME,
                        p.ordinal() <= now ? since.get(p) : null))
                .toList();
    }

    private List<DateLine> dates(CaseFile caseFile, boolean whole, Optional<PlanVersion> plan,
            List<CaseSheet.TaskLine> open) {
        if (!caseFile.isOpen()) {
            return List.of();
        }
        String number = caseFile.number();
        LocalDate today = LocalDate.now(clock);
        var dates = new ArrayList<DateLine>();
        boolean held = meetings.lastHeld(number).isPresent();
        if (!held && caseFile.meetingDue() != null) {
            Deadline due = deadlines.of(caseFile, "motet", caseFile.discoveredOn());
            dates.add(new DateLine(caseFile.meetingDue(), due.strength() == Strength.MUST ? "Senaste dag för mötet"
                    : "Rekommenderad senaste dag för mötet", due.why(), due.clauses().values(),
                    caseFile.meetingDue().isBefore(today)));
        }
        meetings.booked(number).ifPresent(m -> dates.add(new DateLine(m.startsAt().toLocalDate(),
                m.occasion() == Meeting.Occasion.PLANNING ? "SIP-möte" : "Uppföljningsmöte", null, List.of(), false)));
        plan.ifPresent(p -> dates.add(new DateLine(p.followUpOn(), "Uppföljning av planen", null, List.of(),
                p.followUpOn().isBefore(today))));
        if (whole) {
            consents.endsOn(number).ifPresent(d -> dates.add(new DateLine(d, "Samtycket gäller till och med", null,
                    List.of(), d.isBefore(today))));
        }
        open.stream().filter(t -> t.due() != null).map(t -> new DateLine(t.due(), t.name() + " (" + t.waitsFor() + ")", null, List.of(), t.due().isBefore(today))).forEach(dates::add);
        dates.sort(Comparator.comparing(DateLine::day));
        return dates;
    }

    private CaseSheet.Meeting meeting(String number, boolean invited) {
        if (!invited) {
            return null;
        }
        return meetings.booked(number).or(() -> meetings.lastHeld(number)).map(m -> {
            boolean held = m.status() == Meeting.Status.HELD;
            return new CaseSheet.Meeting(held, m.occasion() == Meeting.Occasion.PLANNING ? "SIP-möte"
                    : "Uppföljningsmöte", held ? m.heldFrom() : m.startsAt(), held ? m.heldTo() : m.endsAt(),
                    m.form().swedish(), m.place(), m.documenter(),
                    clocks.of(m.id()).map(MeetingClock::inWords).orElse(""), m.purpose(), m.longTermGoal(), m.questions());
        }).orElse(null);
    }

    private List<CaseSheet.Recipient> recipients(CaseFile caseFile, StaffMember reader, boolean whole,
            List<DecisionRecord> decided) {
        String number = caseFile.number();
        Map<Long, Invitation> asked = invitations.of(number).stream()
                .filter(i -> i.status() != Invitation.Status.CANCELLED)
                .collect(Collectors.toMap(Invitation::participantId, Function.identity(), (a, b) -> b));
        return participants.findByCaseNumberAndStatusOrderById(number, Participant.Status.CONFIRMED).stream()
                .map(p -> recipient(p, asked.get(p.id()), caseFile.convenerUnit().equals(p.unitId()), whole || reader.units().contains(p.unitId()), decided))
                .toList();
    }

    private CaseSheet.Recipient recipient(Participant p, Invitation asked, boolean convenes, boolean details,
            List<DecisionRecord> decided) {
        List<DecisionRecord> about = decided.stream()
                .filter(d -> String.valueOf(p.id()).equals(d.subject()) || ("deltagare:" + p.id()).equals(d.subject()))
                .toList();
        Set<String> clauses = new LinkedHashSet<>(p.clauses().values());
        about.forEach(d -> clauses.addAll(d.clauses().values()));
        String route = details ? about.stream().map(DecisionRecord::why).filter(w -> !w.isBlank()).distinct()
                .collect(Collectors.joining(" ")) : "";
        String way = asked == null || asked.channel() == null ? null : asked.channel().swedish();
        return new CaseSheet.Recipient(p.name(), p.duty() == Participant.Duty.CALLED ? "Kallad" : "Inbjuden",
                join(route, details && way != null ? "Kallelsen gick via " + lowerFirst(way) + "." : null), clauses,
                convenes ? "Sammankallar" : asked == null ? "Ännu inte kallad" : asked.status().swedish(),
                asked == null || asked.answer() == null ? null : asked.answer().kind().swedish(),
                asked == null ? null : asked.attendees().stream().map(a -> a.name() + ", " + a.workRole())
                        .collect(Collectors.joining("; ")),
                asked != null && details ? asked.contribution() : null);
    }

    private CaseSheet.Consent consent(CaseFile caseFile, StaffMember reader, boolean whole,
            List<DecisionRecord> decided) {
        String number = caseFile.number();
        Optional<Consent> current = consents.current(number);
        if (current.isEmpty()) {
            return null;
        }
        Consent c = current.get();
        ConsentState state = consents.stateOn(number, LocalDate.now(clock));
        Set<Long> own = participants.findByCaseNumberOrderById(number).stream()
                .filter(p -> p.unitId() != null && reader.units().contains(p.unitId())).map(Participant::id)
                .collect(Collectors.toSet());
        List<Consent> counting = consents.versions(number).stream()
                .filter(v -> v.id().equals(c.id()) || c.id().equals(v.extendsId())).toList();
        return new CaseSheet.Consent(state.swedish(), state == ConsentState.VALID,
                consents.endsOn(number).orElse(null),
                whole ? counting.stream().flatMap(v -> v.answers().stream()).map(a -> answer(a, caseFile)).toList()
                        : List.of(),
                counting.stream().flatMap(v -> v.recipients().stream())
                        .filter(r -> whole || own.contains(r.participantId()))
                        .map(r -> new CaseSheet.Consent.Scope(r.name(), r.included(), r.limits())).toList(),
                counting.stream().flatMap(v -> v.texts(ConsentTerm.Kind.INFORMATION).stream()).distinct().toList(),
                consents.excludedTopics(number), whole ? c.texts(ConsentTerm.Kind.EXCLUDED_PARTY) : List.of(),
                c.isWithdrawn() ? "Återkallat " + c.withdrawnAt().toLocalDate()
                        + (whole && c.withdrawnBy() != null ? " av " + lowerFirst(c.withdrawnBy().swedish()) : "") : null,
                decided.stream().filter(d -> d.tableKey().equals("samtycke"))
                        .reduce((a, b) -> b).map(d -> d.clauses().values()).orElse(Set.of()));
    }

    private CaseSheet.Consent.Answer answer(ConsentAnswer a, CaseFile caseFile) {
        String who = switch (a.answerer()) {
            case GUARDIAN -> a.name() + " (vårdnadshavare)";
            case REPRESENTATIVE -> a.name() + " (företrädare)";
            case PERSON -> cases.personOf(caseFile).name();
        };
        return new CaseSheet.Consent.Answer(who, a.exchange().swedish(), a.givenOn(),
                a.manner() == null ? null : a.manner().swedish());
    }

    private Optional<PlanVersion> plan(String number) {
        return plans.current(number).or(() -> plans.versions(number).stream()
                .filter(p -> p.status() == PlanVersion.Status.CLOSED).reduce((a, b) -> b));
    }

    private CaseSheet.Plan planSheet(String number, PlanVersion plan) {
        List<String> goals = plan.goals().stream().map(PlanVersion.Goal::goal).toList();
        return new CaseSheet.Plan(plan.versionNo(), status(plan.status()), plan.longTermGoal(), goals, plan.ownPart(),
                plan.needs(), plans.interventionsOf(plan).stream().map(i -> intervention(i, goals)).toList(),
                plan.responsiblePerson() + ", " + unitName(plan.responsibleUnit()), plan.familyContactPerson() == null ? null
                        : plan.familyContactPerson() + ", " + unitName(plan.familyContactUnit()), plan.followUpOn(),
                plan.followUpPlace(), plan.disagreement(),
                (int) plans.versions(number).stream().filter(p -> p.versionNo() > 0).count());
    }

    private static String status(PlanVersion.Status status) {
        return switch (status) {
            case DRAFT -> "Utkast";
            case CURRENT -> "Gäller";
            case RESTING -> "Vilande, samtycke saknas";
            case SUPERSEDED -> "Ersatt";
            case CLOSED -> "Avslutad";
        };
    }

    private static CaseSheet.Intervention intervention(Intervention i, List<String> goals) {
        return new CaseSheet.Intervention(i.what(), i.goalNo() == 0 || i.goalNo() > goals.size()
                ? "Det långsiktiga målet" : goals.get(i.goalNo() - 1), i.ownerName(), i.performer(),
                "Från " + i.startsOn() + (i.doneBy() == null ? "" : " till " + i.doneBy()) + ", " + i.howOften(),
                i.place(), i.separateDecision() ? "Ansökan eller utredning, beslutas separat" : switch (i.confirmation()) {
                    case CONFIRMED -> "Bekräftad" + (i.confirmedBy() == null ? "" : " av " + i.confirmedBy());
                    case UNCONFIRMED -> "Ej bekräftad";
                    case DECLINED -> "Enheten har sagt nej" + (i.declineWhy() == null ? "" : ": " + i.declineWhy());
                }, switch (i.report()) {
                    case NONE -> "Pågår";
                    case DONE -> "Genomförd";
                    case FAILED -> "Blev inte av";
                } + (i.reportNote() == null ? "" : ": " + i.reportNote()), i.report() == Intervention.Report.FAILED, i.withheldText());
    }

    private List<CaseSheet.FollowUp> followUps(String number) {
        return followUps.of(number).stream().map(f -> new CaseSheet.FollowUp(f.notedAt().toLocalDate(), f.goals(),
                f.effect(), f.newInformation(), f.outcome() == null ? null : switch (f.outcome()) {
                    case REVISE -> "Planen revideras";
                    case RESTART -> "Ny SIP startas";
                    case CLOSE -> "SIP:en avslutas";
                })).toList();
    }

    private String unitName(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }

    private static String join(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).filter(t -> !t.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() || text.startsWith("IT") ? text : text.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + text.substring(1);
    }
}
