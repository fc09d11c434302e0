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
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Principal;
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

    UnitsIntake(ProposedParticipants proposals, ParticipantRepository participants, Routing routing,
            DecisionRecords decisions, CaseFiles cases, CaseLog log, UnitRepository units) {
        this.proposals = proposals;
        this.participants = participants;
        this.routing = routing;
        this.decisions = decisions;
        this.cases = cases;
        this.log = log;
        this.units = units;
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
        List<Participant> standing = proposals.standing(where.caseNumber());
        Set<String> seen = new HashSet<>();
        Set<Principal> principals = new HashSet<>();
        for (int i = 0; i < form.proposals().size(); i++) {
            checkProposal(form.proposals().get(i), "proposals[" + i + "].", standing, where, faults, seen,
                    principals);
        }
        faults.addIf(standing.stream().anyMatch(p -> form.proposals().stream().noneMatch(r -> isOf(r, p))),
                "proposals", "Svara på varje förslag.");
        for (int i = 0; i < form.added().size(); i++) {
            checkAdded(form.added().get(i), "added[" + i + "].", where, faults, seen, principals);
        }
        units.findById(cases.byNumber(where.caseNumber()).convenerUnit()).map(Unit::principal)
                .ifPresent(principals::add);
        faults.addIf(!principals.contains(Principal.REGION) || !principals.contains(Principal.MUNICIPALITY), "",
                "En SIP görs när insatser behövs från båda huvudmännen (VGB-05): minst en enhet från regionen och "
                        + "en från kommunen ska vara med, den egna enheten inräknad.");
    }

    private void checkProposal(UnitsForm.ProposalRow row, String at, List<Participant> standing, FormSituation where,
            Faults faults, Set<String> seen, Set<Principal> principals) {
        var participant = standing.stream().filter(p -> isOf(row, p)).findFirst();
        if (participant.isEmpty()) {
            faults.add(at + "name", "Raden hör inte till något av förslagen.");
        } else if (Boolean.FALSE.equals(row.keep())) {
            faults.addIf(isBlank(row.removedBecause()), at + "removedBecause",
                    "Skriv varför enheten inte ska vara med.");
        } else if (!isBlank(row.unitId())) {
            checkUnit(row.unitId(), at, where, faults, seen)
                    .ifPresent(unit -> principals.add(unit.principal()));
        } else {
            faults.addIf(needsName(participant.get()) && isBlank(row.outsideName()), at + "unitId",
                    "Fråga familjen och välj enheten, eller skriv namnet om den inte finns i registret.")
                    .addIf(!isBlank(row.outsideName()) && NOBODY.matcher(row.outsideName()).matches(),
                            at + "outsideName", "Skriv namnet på en enhet eller person, aldrig \"alla berörda\".")
                    .addIf(participant.get().kind() != UnitKind.RELATIVE && isBlank(row.email())
                            && isBlank(row.postalAddress()), at + "email",
                            "Den som inte finns i registret behöver e-post eller postadress.");
            principals.add(participant.get().principal());
        }
    }

    private void checkAdded(UnitsForm.AddedRow row, String at, FormSituation where, Faults faults, Set<String> seen,
            Set<Principal> principals) {
        if (Boolean.TRUE.equals(row.inRegister())) {
            if (isBlank(row.unitId())) {
                faults.add(at + "unitId", "Välj enheten.");
            } else {
                checkUnit(row.unitId(), at, where, faults, seen).ifPresent(unit -> principals.add(unit.principal()));
            }
        } else if (Boolean.FALSE.equals(row.inRegister())) {
            faults.addIf(isBlank(row.name()), at + "name", "Skriv namnet.")
                    .addIf(!isBlank(row.name()) && NOBODY.matcher(row.name()).matches(), at + "name",
                            "Skriv namnet på en enhet eller person, aldrig \"alla berörda\".")
                    .addIf(row.kind() == null, at + "kind", "Välj vilken sorts verksamhet det är.")
                    .addIf(row.kind() != UnitKind.RELATIVE && isBlank(row.email()) && isBlank(row.postalAddress()),
                            at + "email", "Den som inte finns i registret behöver e-post eller postadress.");
            if (row.kind() != null) {
                principals.add(row.kind().principal());
            }
        }
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
                settled = at(settled, unit, routing.dutyOf(where.county(), unit.kind()));
            }
        } else {
            settled = settled.withUnitId(null).withEmail(blankToNull(row.email()))
                    .withPostalAddress(blankToNull(row.postalAddress()))
                    .withName(isBlank(row.outsideName()) ? proposal.name() : row.outsideName().strip());
        }
        participants.save(settled);
    }

    private void add(UnitsForm.AddedRow row, FormSituation where) {
        Unit unit = row.inRegister() ? units.findById(row.unitId()).orElseThrow() : null;
        UnitKind kind = unit == null ? row.kind() : unit.kind();
        DecisionAnswer answer = routing.dutyOf(where.county(), kind);
        var kept = participants.save(new Participant(null, where.caseNumber(), unit == null ? null : unit.id(),
                unit == null ? row.name().strip() : unit.name(), kind.principal(), kind,
                unit == null ? blankToNull(row.email()) : null,
                unit == null ? blankToNull(row.postalAddress()) : null, blankToNull(row.need()), true,
                Participant.Duty.valueOf(answer.text("duty")), "CHOSEN_BY_FAMILY", answer.clauses(),
                Status.CONFIRMED));
        decisions.store(where.caseNumber(), answer, "CHOSEN_BY_FAMILY", ProposedParticipants.subject(kept));
    }

    private static Participant at(Participant participant, Unit unit, DecisionAnswer answer) {
        return participant.withUnitId(unit.id()).withName(unit.name()).withKind(unit.kind())
                .withPrincipal(unit.principal()).withDuty(Participant.Duty.valueOf(answer.text("duty")))
                .withEmail(null).withPostalAddress(null);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        Map<String, Object> known = new HashMap<>();
        known.put("proposals", proposals.standing(where.caseNumber()).stream().map(UnitsIntake::row).toList());
        return known;
    }

    private static Map<String, Object> row(Participant p) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("participantId", p.id());
        row.put("name", p.name());
        row.put("title", p.name() + (p.duty() == Participant.Duty.CALLED ? " (kallas)" : " (bjuds in)"));
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
        choices.put("unitKinds", Arrays.stream(UnitKind.values())
                .map(k -> Map.of("value", k.name(), "label", k.swedish())).toList());
        return choices;
    }

    private static boolean needsName(Participant p) {
        return p.unitId() == null && p.name().endsWith("(fråga familjen vilken)");
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
