package se.sip.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Participant;
import se.sip.casefile.Participant.Status;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule;
import se.sip.party.PartiesRule.Moment;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Takes in the form {@code enheter}. */
@Component
class UnitsIntake implements FormIntake<UnitsForm> {

    private static final Pattern NOBODY = Pattern.compile("(?iu)\\s*alla( .*)?|berörda( .*)?|övriga( .*)?");
    private final ProposedParticipants proposals;
    private final ParticipantRepository participants;
    private final Routing routing;
    private final DecisionRecords decisions;
    private final CaseFiles cases;
    private final CaseLog log;
    private final UnitRepository units;
    private final PartiesRule parties;
    private final PartiesOfCase verdicts;

    UnitsIntake(ProposedParticipants proposals, ParticipantRepository participants, Routing routing,
            DecisionRecords decisions, CaseFiles cases, CaseLog log, UnitRepository units,
            PartiesRule parties, PartiesOfCase verdicts) {
        this.verdicts = verdicts;
        this.proposals = proposals;
        this.participants = participants;
        this.routing = routing;
        this.decisions = decisions;
        this.cases = cases;
        this.log = log;
        this.units = units;
        this.parties = parties;
    }

    @Override
    public String form() {
        return "enheter";
    }

    @Override
    public Class<UnitsForm> type() {
        return UnitsForm.class;
    }

    @Override
    public void check(UnitsForm form, FormSituation where, Faults faults) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        List<Participant> standing = proposals.standing(where.caseNumber());
        Set<String> seen = new HashSet<>();
        List<UnitKind> taking = new ArrayList<>();
        for (int i = 0; i < form.proposals().size(); i++) {
            checkProposal(form.proposals().get(i), "proposals[" + i + "].", standing, where, faults, seen, taking);
        }
        faults.addIf(standing.stream().anyMatch(p -> form.proposals().stream().noneMatch(r -> isOf(r, p))),
                "proposals", "Svara på varje förslag.");
        for (int i = 0; i < form.added().size(); i++) {
            checkAdded(form.added().get(i), "added[" + i + "].", where, faults, seen, taking);
        }
        units.findById(caseFile.convenerUnit()).map(Unit::kind).ifPresent(taking::add);
        var verdict = parties.of(caseFile, Moment.PLANNED, taking);
        faults.addIf(!verdict.enough(), "", verdict.why() + " Den egna enheten räknas. Lägg till den som "
                + "saknas. Blir det ingen SIP, registrera det som händelse i ärendet.");
    }

    private void checkProposal(UnitsForm.ProposalRow row, String at, List<Participant> standing, FormSituation where,
            Faults faults, Set<String> seen, List<UnitKind> taking) {
        var participant = standing.stream().filter(p -> isOf(row, p)).findFirst();
        if (participant.isEmpty()) {
            faults.add(at + "name", "Raden hör inte till något av förslagen.");
        } else if (Boolean.FALSE.equals(row.keep())) {
            faults.addIf(isBlank(row.removedBecause()), at + "removedBecause",
                    "Skriv varför enheten inte ska vara med.");
        } else if (!isBlank(row.unitId())) {
            checkUnit(row.unitId(), at, where, faults, seen).ifPresent(unit -> {
                if (unit.id().equals(participant.get().unitId())) {
                    addTo(taking, participant.get());
                } else {
                    askContact(row.knownThere(), unit.kind(), at, where, faults);
                    taking.add(unit.kind());
                }
            });
        } else {
            faults.addIf(needsName(participant.get()) && isBlank(row.outsideName()), at + "unitId",
                    "Fråga den det gäller och välj enheten, eller skriv namnet om den inte finns i registret.")
                    .addIf(!isBlank(row.outsideName()) && NOBODY.matcher(row.outsideName()).matches(),
                            at + "outsideName", "Skriv namnet på en enhet eller person, aldrig \"alla berörda\".")
                    .addIf(participant.get().kind() != UnitKind.RELATIVE && isBlank(row.email())
                            && isBlank(row.postalAddress()), at + "email",
                            "Den som inte finns i registret behöver e-post eller postadress.");
            addTo(taking, participant.get());
        }
    }

    private static void addTo(List<UnitKind> taking, Participant participant) {
        if (participant.mayTakePart()) {
            taking.add(participant.kind());
        }
    }

    private void checkAdded(UnitsForm.AddedRow row, String at, FormSituation where, Faults faults, Set<String> seen,
            List<UnitKind> taking) {
        Optional<UnitKind> kind = Optional.empty();
        if (Boolean.TRUE.equals(row.inRegister())) {
            if (isBlank(row.unitId())) {
                faults.add(at + "unitId", "Välj enheten.");
            } else {
                kind = checkUnit(row.unitId(), at, where, faults, seen).map(Unit::kind);
            }
        } else if (Boolean.FALSE.equals(row.inRegister())) {
            faults.addIf(isBlank(row.name()), at + "name", "Skriv namnet.")
                    .addIf(!isBlank(row.name()) && NOBODY.matcher(row.name()).matches(), at + "name",
                            "Skriv namnet på en enhet eller person, aldrig \"alla berörda\".")
                    .addIf(row.kind() == null, at + "kind", "Välj vilken sorts verksamhet det är.")
                    .addIf(row.kind() != UnitKind.RELATIVE && isBlank(row.email()) && isBlank(row.postalAddress()),
                            at + "email", "Den som inte finns i registret behöver e-post eller postadress.");
            kind = Optional.ofNullable(row.kind());
        }
        kind.ifPresent(k -> {
            askContact(row.knownThere(), k, at, where, faults);
            var answer = answerFor(row, k, where);
            if (Routing.contactFirst(answer).filter(Participant.ROUTE_HELP_CONTACT::equals).isEmpty()) {
                taking.add(k);
            }
        });
    }

    private void askContact(Boolean known, UnitKind kind, String at, FormSituation where, Faults faults) {
        faults.addIf(known == null && routing.asksContact(cases.byNumber(where.caseNumber()), kind),
                at + "knownThere", "Svara på om barnet har en pågående kontakt där. Utan den tas kontakt först, och "
                        + "enheten kallas inte (HAL-14, HAL-16).");
    }

    /** Where the county does not ask, the unit is taken as known. */
    private DecisionAnswer answerFor(UnitsForm.AddedRow row, UnitKind kind, FormSituation where) {
        return routing.ofAdded(cases.byNumber(where.caseNumber()), kind, !Boolean.FALSE.equals(row.knownThere()),
                Boolean.TRUE.equals(row.informationOnly()));
    }

    private Optional<Unit> checkUnit(String id, String at, FormSituation where, Faults faults, Set<String> seen) {
        var unit = units.findById(id).filter(u -> u.county().equals(where.county()));
        faults.addIf(unit.isEmpty(), at + "unitId", "Enheten finns inte i registret.")
                .addIf(unit.isPresent() && !unit.get().validOn(where.today()), at + "unitId",
                        "Enheten finns inte längre. Välj en annan.")
                .addIf(!seen.add(id), at + "unitId", "Enheten är redan med.");
        return unit;
    }

    @Override
    public void accept(UnitsForm form, FormSituation where) {
        for (Participant proposal : proposals.standing(where.caseNumber())) {
            form.proposals().stream().filter(r -> isOf(r, proposal)).findFirst()
                    .ifPresent(row -> settle(proposal, row, where));
        }
        for (var row : form.added()) {
            add(row, where);
        }
        log.add(where.caseNumber(), "UNITS_CONFIRMED");
    }

    private void settle(Participant proposal, UnitsForm.ProposalRow row, FormSituation where) {
        if (!row.keep()) {
            participants.save(proposal.withStatus(Status.REMOVED));
            log.add(where.caseNumber(), "UNIT_REMOVED", proposal.name() + ": " + row.removedBecause());
            return;
        }
        Participant settled = proposal.withStatus(Status.CONFIRMED)
                .withNeed(isBlank(row.need()) ? proposal.need() : row.need());
        if (!isBlank(row.unitId())) {
            Unit unit = units.findById(row.unitId()).orElseThrow();
            if (!unit.id().equals(proposal.unitId())) {
                CaseFile caseFile = cases.byNumber(where.caseNumber());
                settled = at(settled, unit, routing.ofAdded(caseFile, unit.kind(),
                        !Boolean.FALSE.equals(row.knownThere()), false), caseFile);
            }
        } else {
            settled = settled.withUnitId(null).withEmail(blankToNull(row.email()))
                    .withPostalAddress(blankToNull(row.postalAddress()))
                    .withName(isBlank(row.outsideName()) ? proposal.name() : row.outsideName().strip());
        }
        participants.save(settled);
    }

    private void add(UnitsForm.AddedRow row, FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Unit unit = row.inRegister() ? units.findById(row.unitId()).orElseThrow() : null;
        UnitKind kind = unit == null ? row.kind() : unit.kind();
        DecisionAnswer answer = answerFor(row, kind, where);
        Participant asked = new Participant(null, where.caseNumber(), unit == null ? null : unit.id(),
                unit == null ? row.name().strip() : unit.name(), kind.principal(), kind,
                unit == null ? blankToNull(row.email()) : null,
                unit == null ? blankToNull(row.postalAddress()) : null, blankToNull(row.need()),
                !Boolean.FALSE.equals(row.knownThere()), Participant.Duty.valueOf(answer.text("duty")),
                "CHOSEN_BY_FAMILY", answer.clauses(), Status.CONFIRMED);
        Participant placed = placed(asked, answer, caseFile);
        Participant kept = participants.save(proposals.standing(where.caseNumber()).stream()
                .filter(p -> placed.isContactedFirst() && placed.unitId() != null
                        && placed.unitId().equals(p.unitId())).findFirst()
                .map(p -> p.withNeed(Routing.joined(p.need(), placed.need())).withStatus(Status.CONFIRMED))
                .orElse(placed));
        decisions.store(where.caseNumber(), answer, kept.route(), ProposedParticipants.subject(kept));
    }

    private Participant at(Participant participant, Unit unit, DecisionAnswer answer, CaseFile caseFile) {
        return placed(participant.withUnitId(unit.id()).withName(unit.name()).withKind(unit.kind())
                .withPrincipal(unit.principal()).withDuty(Participant.Duty.valueOf(answer.text("duty")))
                .withRoute("CHOSEN_BY_FAMILY").withClauses(answer.clauses())
                .withEmail(null).withPostalAddress(null), answer, caseFile);
    }

    /** A unit that cannot be called yet is replaced by the one where contact is taken (HAL-85, HAL-88, HAL-89). */
    private Participant placed(Participant asked, DecisionAnswer answer, CaseFile caseFile) {
        return Routing.contactFirst(answer).map(route -> {
            Optional<Unit> instead = routing.contactUnit(caseFile, answer);
            String need = Routing.cut(asked.name() + (isBlank(asked.need()) ? "" : ": " + asked.need()));
            return instead.map(u -> asked.withUnitId(u.id()).withName(u.name()).withKind(u.kind())
                    .withPrincipal(u.principal())).orElse(asked).withRoute(route).withNeed(need)
                    .withKnownThere(false);
        }).orElse(asked);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        Map<String, Object> known = new HashMap<>();
        known.put("asksContact", routing.asksContact(where.county()));
        known.put("proposals", proposals.standing(where.caseNumber()).stream().map(UnitsIntake::row).toList());
        return known;
    }

    private static Map<String, Object> row(Participant p) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("participantId", p.id());
        row.put("name", p.name());
        row.put("title", p.name() + standingOf(p));
        row.put("keep", p.status() == Status.CONFIRMED ? Boolean.TRUE : null);
        row.put("unitId", p.unitId());
        row.put("outsideName", p.unitId() == null && !needsName(p) ? p.name() : null);
        row.put("email", p.email());
        row.put("postalAddress", p.postalAddress());
        row.put("need", p.need());
        return row;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Map<String, Object> choices = new HashMap<>();
        List<String> own = new ArrayList<>();
        units.findById(caseFile.convenerUnit()).ifPresent(u -> own.add("Er egen enhet, " + u.name()
                + ", sammankallar och är med utan att stå i listan."));
        choices.put("own", own);
        Map<String, String> whyBySubject = decisions.of(where.caseNumber()).stream()
                .filter(d -> d.tableKey().equals(Routing.TABLE) && d.subject() != null)
                .collect(Collectors.toMap(DecisionRecord::subject,
                        d -> d.why() + " (" + String.join(", ", d.clauses().values()) + ")",
                        (one, other) -> one.contains(other) ? one : one + " " + other));
        choices.put("reasons", proposals.standing(where.caseNumber()).stream()
                .filter(p -> whyBySubject.containsKey(ProposedParticipants.subject(p)))
                .map(p -> p.name() + ": " + whyBySubject.get(ProposedParticipants.subject(p))).toList());
        choices.put("unitKinds", UnitKind.takingPart().stream()
                .map(k -> Map.of("value", k.name(), "label", k.swedish())).toList());
        return choices;
    }

    private static String standingOf(Participant p) {
        if (p.isContactedFirst()) {
            return p.mayTakePart() ? " (kontaktas först, kallas inte än)" : " (hjälp med kontakt, kallas inte)";
        }
        return p.duty() == Participant.Duty.CALLED ? " (kallas)" : " (bjuds in)";
    }

    private static boolean needsName(Participant p) {
        return p.unitId() == null && p.name().endsWith("(fråga vilken)");
    }

    private static boolean isOf(UnitsForm.ProposalRow row, Participant participant) {
        return row.participantId() != null ? row.participantId().equals(participant.id())
                : participant.name().equalsIgnoreCase(row.name());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String blankToNull(String text) {
        return isBlank(text) ? null : text;
    }
}
