package se.sip.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.EndKind;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.LiveConsent;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.Intervention.Confirmation;
import se.sip.plan.Intervention.Report;
import se.sip.plan.PlanForm.ContactRow;
import se.sip.plan.PlanForm.InterventionRow;
import se.sip.plan.PlanVersion.Status;
import se.sip.preparation.Preparation;
import se.sip.preparation.Preparations;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Principal;

/** Takes the plan in, as it is written at the meeting (VGV-19) and as it is revised at a follow-up (VGU-152). */
@Component
class PlanIntake implements FormIntake<PlanForm> {

    private static final int MOST_SUB_GOALS_TO_CHOOSE = 9;

    private final Plans plans;
    private final Meetings meetings;
    private final Parties parties;
    private final LiveConsent consent;
    private final PlanContents contents;
    private final MainResponsible responsible;
    private final PlanPapers papers;
    private final Preparations preparations;

    PlanIntake(Plans plans, Meetings meetings, Parties parties, LiveConsent consent, PlanContents contents,
            MainResponsible responsible, PlanPapers papers, Preparations preparations) {
        this.plans = plans;
        this.meetings = meetings;
        this.parties = parties;
        this.consent = consent;
        this.contents = contents;
        this.responsible = responsible;
        this.papers = papers;
        this.preparations = preparations;
    }

    @Override
    public String form() {
        return "plan";
    }

    @Override
    public Class<PlanForm> type() {
        return PlanForm.class;
    }

    @Override
    public void check(PlanForm form, FormSituation where, Faults faults) {
        rules(where).check(form, faults);
        if (!Boolean.FALSE.equals(form.familyAgrees())) {
            consent.faultOn(where.caseNumber(), where.today()).ifPresent(fault -> faults.add("", fault));
        }
    }

    @Override
    public void accept(PlanForm form, FormSituation where) {
        consent.decidePlan(where.caseNumber(), form.familyAgrees(), where.today());
        if (!form.familyAgrees()) {
            where.variables().set(ProcessVariable.MEETING_OUTCOME, "PLAN_REFUSED");
            where.variables().set(ProcessVariable.END_KIND, EndKind.CONSENT_REFUSED.name());
            return;
        }
        where.variables().set(ProcessVariable.MEETING_OUTCOME, "HELD");
        Written written = written(form, where);
        plans.draft(written.plan(), written.interventions());
    }

    /** The plan as the form says, not kept. */
    record Written(PlanVersion plan, List<Intervention> interventions) {
    }

    Written written(PlanForm form, FormSituation where) {
        PlanFormRules rules = rules(where);
        Map<String, Party> byKey = byKey(where);
        return new Written(version(form, where, rules.decidingMeeting(), byKey),
                form.interventions().stream().map(row -> intervention(row, where, rules, byKey)).toList());
    }

    private PlanVersion version(PlanForm form, FormSituation where, Optional<Meeting> meeting,
            Map<String, Party> byKey) {
        Set<String> wishing = form.copiesTo() == null ? Set.of() : Set.copyOf(form.copiesTo());
        PlanPapers.Channel channel = papers.channel(where.caseNumber());
        boolean viewsDiffer = Boolean.TRUE.equals(form.viewsDiffer());
        return new PlanVersion(null, where.caseNumber(), 0, Status.DRAFT, meeting.map(Meeting::id).orElse(null),
                form.ownPart(), form.needs(), form.longTermGoal(), form.responsiblePrincipal(),
                byKey.get(form.responsibleUnit()).unitId(), form.responsiblePerson(), form.responsibleWhy(),
                form.followUpOn(), form.followUpPlace(), null, null, viewsDiffer,
                viewsDiffer ? form.disagreement() : null, form.familyCopy(), channel.kind(), channel.name(),
                form.closerUnit() == null ? null : byKey.get(form.closerUnit()).unitId(), form.closerPerson(),
                form.familyContactUnit() == null ? null : byKey.get(form.familyContactUnit()).unitId(),
                form.familyContactPerson(),
                form.followUpUnit() == null || !responsible.callerFollowsUp(where.caseNumber()) ? null
                        : byKey.get(form.followUpUnit()).unitId(),
                form.describesNeeds(), form.describesNeedsNote(),
                null,
                meeting.map(Meeting::documenter).orElse(where.staff().userId()), null,
                form.goals() == null ? List.of() : form.goals().stream().map(g -> new PlanVersion.Goal(g.goal(), g.horizon(), g.how())).toList(),
                form.contacts().stream().filter(c -> c.person() != null)
                        .map(c -> new PlanVersion.Contact(c.party(), byKey.get(c.party()).name(), c.person(),
                                c.reachedAt()))
                        .toList(),
                form.otherMeasures() == null ? List.of() : form.otherMeasures().stream()
                        .map(m -> new PlanVersion.OtherMeasure(m.who(), m.what(), m.when())).toList(),
                papers.copies(where.caseNumber(), wishing, meeting.orElse(null)).stream()
                        .map(p -> new PlanVersion.Copy(p.key(), p.name())).toList());
    }

    private static Intervention intervention(InterventionRow row, FormSituation where, PlanFormRules rules,
            Map<String, Party> byKey) {
        Optional<Intervention> before = Optional.ofNullable(row.key()).map(rules.promisedBefore()::get);
        Optional<Intervention> earlierYes = rules.yesFromBefore(row);
        String confirmedBy = rules.decidingMeeting().flatMap(m -> m.confirmerOf(row.owner()))
                .map(a -> a.who()).or(() -> earlierYes.map(Intervention::confirmedBy)).orElse(null);
        LocalDateTime confirmedAt = rules.decidingMeeting().map(Meeting::heldTo).orElse(null);
        boolean yes = row.confirmed();
        return new Intervention(null, where.caseNumber(), null, before.map(Intervention::id).orElse(null),
                row.owner(), byKey.get(row.owner()).name(), row.what(),
                row.goalNo() == null ? 0 : row.goalNo(), row.performer(),
                row.startsOn(), row.doneBy(), row.howOften(), row.place(), row.separateDecision(),
                Boolean.TRUE.equals(row.notForGuardians()) ? row.notForGuardiansWhy() : null,
                yes ? Confirmation.CONFIRMED : Confirmation.UNCONFIRMED, yes ? confirmedBy : null,
                yes ? earlierYes.map(Intervention::confirmedAt).orElse(confirmedAt) : null, null, Report.NONE, null,
                null, null);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        var known = new LinkedHashMap<String, Object>();
        Optional<PlanVersion> before = before(where);
        Map<String, PlanVersion.Contact> contacts = before.map(p -> p.contacts().stream()
                .collect(Collectors.toMap(PlanVersion.Contact::party, Function.identity(), (a, b) -> a)))
                .orElse(Map.of());
        known.put("contacts", parties.of(where.caseNumber()).stream()
                .map(p -> Optional.ofNullable(contacts.get(p.key()))
                        .map(c -> new ContactRow(p.key(), p.name(), c.person(), c.reachedAt()))
                        .orElse(new ContactRow(p.key(), p.name(), null, null)))
                .toList());
        before.ifPresentOrElse(plan -> revise(plan, known), () -> meetings.lastHeld(where.caseNumber())
                .ifPresent(m -> known.put("longTermGoal", m.longTermGoal())));
        expectResponsible(where, known);
        boolean callerFollowsUp = responsible.callerFollowsUp(where.caseNumber());
        known.put("asksFollowUpCaller", callerFollowsUp);
        if (callerFollowsUp) {
            known.putIfAbsent("followUpUnit", parties.of(where.caseNumber()).get(0).key());
        }
        return known;
    }

    /** Whom the county expects to be main responsible is filled in; the meeting may decide on another. */
    private void expectResponsible(FormSituation where, Map<String, Object> known) {
        String expected = responsible.of(where.caseNumber()).unit();
        if (expected != null && !known.containsKey("responsibleUnit")) {
            parties.find(where.caseNumber(), expected).ifPresent(p -> {
                known.put("responsibleUnit", p.key());
                known.put("responsiblePrincipal", p.principal());
            });
        }
    }

    /**
     * Everything of the version before but what is done, and what each revision decides anew. What guardians are not
     * shown comes last, so that no number is missing where the plan stands on the wall of the meeting.
     */
    private void revise(PlanVersion plan, Map<String, Object> known) {
        known.put("longTermGoal", plan.longTermGoal());
        known.put("ownPart", plan.ownPart());
        known.put("needs", plan.needs());
        known.put("goals", plan.goals().stream().map(g -> new PlanForm.GoalRow(g.goal(), g.horizon(), g.how()))
                .toList());
        known.put("interventions", plans.interventionsOf(plan).stream()
                .filter(i -> i.report() != Report.DONE && i.confirmation() != Confirmation.DECLINED)
                .sorted(Comparator.comparing(Intervention::isWithheld))
                .map(i -> new InterventionRow(i.id().toString(), i.what(), i.goalNo(), i.party(), i.performer(),
                        i.startsOn(), i.doneBy(), i.howOften(), i.place(), i.separateDecision(),
                        i.isWithheld() ? true : null, i.withheldWhy(),
                        i.confirmation() == Confirmation.CONFIRMED))
                .toList());
        known.put("otherMeasures", plan.otherMeasures().stream()
                .map(m -> new PlanForm.OtherMeasureRow(m.who(), m.what(), m.whenDone())).toList());
        known.put("responsiblePrincipal", plan.responsiblePrincipal());
        known.put("responsibleUnit", plan.responsibleUnit());
        known.put("responsiblePerson", plan.responsiblePerson());
        known.put("responsibleWhy", plan.responsibleWhy());
        known.put("closerUnit", plan.closerUnit());
        known.put("closerPerson", plan.closerPerson());
        known.put("familyContactUnit", plan.familyContactUnit());
        known.put("familyContactPerson", plan.familyContactPerson());
        if (plan.followUpUnit() != null) {
            known.put("followUpUnit", plan.followUpUnit());
        }
        known.put("copiesTo", plan.copies().stream().map(PlanVersion.Copy::party).toList());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        var choices = new LinkedHashMap<String, Object>();
        List<Party> all = parties.of(where.caseNumber());
        choices.put("owners", all.stream().map(p -> choice(p.key(), p.name())).toList());
        choices.put("responsibleUnits", all.stream().filter(p -> p.unitId() != null && p.isPrincipals())
                .map(p -> choice(p.key(), p.name() + (p.principal() == Principal.REGION ? " (regionen)"
                        : " (kommunen)"))).toList());
        var goals = new ArrayList<Map<String, String>>();
        goals.add(choice("0", "Det långsiktiga målet"));
        for (int i = 1; i <= MOST_SUB_GOALS_TO_CHOOSE; i++) {
            goals.add(choice(String.valueOf(i), "Delmål " + i));
        }
        choices.put("goalNumbers", goals);
        choices.put("consentEnds", consent.endsOn(where.caseNumber()).map(PlanIntake::consentHint).orElse(""));
        choices.put("canConfirm", canConfirm(where, all));
        choices.put("mapped", preparations.of(where.caseNumber()).map(Preparation::mapped).orElse(List.of()));
        choices.put("channel", papers.channel(where.caseNumber()).name());
        MainResponsible.Expected expected = responsible.of(where.caseNumber());
        choices.put("responsibleRule", expected.why());
        var rules = new LinkedHashMap<>(contents.of(where.caseNumber()).shown());
        rules.put("responsibleWhy", expected.reasonShown());
        choices.put("rules", rules);
        choices.put("version", before(where).map(p -> "Ni reviderar planen. Den blir version "
                + (p.versionNo() + 1) + ". Version " + p.versionNo() + " sparas och kan inte längre ändras.")
                .orElse("Det här blir planens första version."));
        return choices;
    }

    private static String consentHint(LocalDate lastDay) {
        return "Samtycket gäller till och med " + lastDay + ". Ligger uppföljningen senare behöver samtycket förnyas "
                + "innan den hålls.";
    }

    private List<String> canConfirm(FormSituation where, List<Party> all) {
        Optional<Meeting> meeting = meetings.lastHeld(where.caseNumber());
        return all.stream().map(p -> meeting.flatMap(m -> m.confirmerOf(p.key()))
                .map(a -> p.name() + ": " + a.who() + " var med och har mandat.")
                .orElse(p.name() + ": ingen med mandat var med. Enheten får en uppgift att ta ställning.")).toList();
    }

    private PlanFormRules rules(FormSituation where) {
        Map<String, Intervention> promised = before(where).map(plans::interventionsOf).orElse(List.of()).stream()
                .collect(Collectors.toMap(i -> i.id().toString(), Function.identity()));
        return new PlanFormRules(parties.of(where.caseNumber()), meetings.lastHeld(where.caseNumber()), promised,
                contents.of(where.caseNumber()), responsible.of(where.caseNumber()),
                papers.familyGetsIt(where.caseNumber()), where.today());
    }

    private Optional<PlanVersion> before(FormSituation where) {
        return plans.current(where.caseNumber());
    }

    private Map<String, Party> byKey(FormSituation where) {
        return parties.of(where.caseNumber()).stream().collect(Collectors.toMap(Party::key, Function.identity()));
    }

    private static Map<String, String> choice(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
