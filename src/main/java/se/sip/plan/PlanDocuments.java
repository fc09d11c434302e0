package se.sip.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.sip.consent.Consents;
import se.sip.correspondence.document.Discretion;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.DocumentSource;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.Documents.Reader.Role;
import se.sip.correspondence.document.Paper;
import se.sip.correspondence.document.PlanPaper;
import se.sip.correspondence.document.Swedish;
import se.sip.ownfield.OwnAnswer;
import se.sip.ownfield.OwnAnswers;
import se.sip.party.PartiesOfCase;
import se.sip.preparation.Preparation;
import se.sip.preparation.Preparations;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What a plan says on paper, and what is new in a revised one. */
@Component
class PlanDocuments implements DocumentSource {

    private static final String SUBJECT = "plan:";
    private static final String LOCAL_AGREEMENT = "SIP enligt lokal överenskommelse. Den omfattar inte insatser från båda"
            + " huvudmännen och är därför inte den plan som lagen kräver (HSL 16:4, SoL 10:8).";

    private final Plans plans;
    private final Preparations preparations;
    private final UnitRepository units;
    private final Discretion discretion;
    private final Consents consents;
    private final PartiesOfCase parties;
    private final OwnAnswers own;

    PlanDocuments(Plans plans, Preparations preparations, UnitRepository units, Discretion discretion,
            Consents consents, PartiesOfCase parties, OwnAnswers own) {
        this.own = own;
        this.parties = parties;
        this.plans = plans;
        this.preparations = preparations;
        this.units = units;
        this.discretion = discretion;
        this.consents = consents;
    }

    static String subjectOf(PlanVersion plan) {
        return SUBJECT + plan.id();
    }

    @Override
    public Set<DocumentKind> kinds() {
        return EnumSet.of(DocumentKind.PLAN, DocumentKind.PLAN_REVISED);
    }

    @Override
    public Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader) {
        return plans.versions(caseNumber).stream().filter(p -> subjectOf(p).equals(subject)).findFirst()
                .map(plan -> paper(plan, plans.interventionsOf(plan), reader.role()));
    }

    /** @param plan kept, or as it would be kept */
    PlanPaper paper(PlanVersion plan, List<Intervention> interventions, Role reader) {
        String number = plan.caseNumber();
        Predicate<Intervention> shown = shownTo(reader, number);
        return new PlanPaper(responsible(plan), plan.longTermGoal(),
                preparations.of(number).map(Preparation::important).orElse(null), plan.ownPart(), plan.needs(),
                plan.goals().stream().map(g -> new PlanPaper.SubGoal(g.goal(),
                        g.horizon() == null ? "" : g.horizon().swedish(), text(g.how()))).toList(),
                interventions.stream().filter(shown).filter(i -> i.confirmation() != Intervention.Confirmation.DECLINED)
                        .map(i -> promised(number, i)).toList(),
                plan.otherMeasures().stream().map(m -> new PlanPaper.Other(m.who(), m.what(), text(m.whenDone())))
                        .toList(),
                joined(Swedish.day(plan.followUpOn()), discretion.place(number, plan.followUpPlace())),
                plan.contacts().stream().filter(c -> isShown(c.party(), interventions, shown)).map(c -> new PlanPaper.Contact(
                        discretion.party(number, unitOf(c.party()), c.name()), c.person(),
                        text(discretion.isProtected(number) ? null : c.reachedAt()))).toList(),
                plan.disagreement(), changes(plan, interventions, shown), familyContact(plan), ownAnswers(number),
                parties.localAgreement(number).map(why -> LOCAL_AGREEMENT).orElse(null));
    }

    /** A letter to a child who is not mature is opened by the guardians, and so holds what theirs do (OSL 12:3). */
    private Predicate<Intervention> shownTo(Role reader, String number) {
        boolean whole = switch (reader) {
            case PARTICIPANT -> true;
            case PERSON -> consents.isMature(number);
            case GUARDIAN -> false;
        };
        return i -> whole || !i.isWithheld();
    }

    /** A unit that does nothing but what is withheld would by its mere name tell of it. */
    private static boolean isShown(String party, List<Intervention> interventions, Predicate<Intervention> shown) {
        List<Intervention> own = interventions.stream().filter(i -> party.equals(i.party())).toList();
        return own.isEmpty() || own.stream().anyMatch(shown);
    }

    private PlanPaper.Promised promised(String number, Intervention i) {
        String who = joined(discretion.party(number, unitOf(i.party()), i.ownerName()), i.performer());
        String when = (i.startsOn() == null ? "" : "från " + Swedish.day(i.startsOn()))
                + (i.doneBy() == null ? "" : " till " + Swedish.day(i.doneBy()));
        String note = i.separateDecision() ? "Ansökan eller utredning, beslutas separat"
                : i.confirmation() == Intervention.Confirmation.UNCONFIRMED ? "Ej bekräftad" : null;
        return new PlanPaper.Promised(i.what(), who, when.strip(), text(i.howOften()),
                text(discretion.place(number, i.place())), note);
    }

    /** New, changed and dropped interventions since the version before. What is withheld from now on is not dropped. */
    private List<String> changes(PlanVersion plan, List<Intervention> now, Predicate<Intervention> shown) {
        Optional<PlanVersion> before = plans.versions(plan.caseNumber()).stream()
                .filter(p -> p.versionNo() > 0 && (plan.versionNo() == 0 || p.versionNo() < plan.versionNo())).reduce((a, b) -> b);
        if (before.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<String>();
        List<Intervention> then = plans.interventionsOf(before.get()).stream().filter(shown).toList();
        for (Intervention i : now.stream().filter(shown).toList()) {
            Optional<Intervention> same = then.stream().filter(t -> t.id().equals(i.carriedFrom())).findFirst();
            if (same.isEmpty()) {
                changes.add("Nytt: " + i.what());
            } else if (!promised(plan.caseNumber(), same.get()).equals(promised(plan.caseNumber(), i))) {
                changes.add("Ändrat: " + i.what());
            }
        }
        then.stream().filter(t -> now.stream().noneMatch(i -> t.id().equals(i.carriedFrom())))
                .forEach(t -> changes.add("Står inte längre i planen: " + t.what()));
        if (!plan.longTermGoal().equals(before.get().longTermGoal())) {
            changes.add("Det långsiktiga målet är nytt.");
        }
        if (!plan.followUpOn().equals(before.get().followUpOn())) {
            changes.add("Ny dag för uppföljning: " + Swedish.day(plan.followUpOn()));
        }
        return changes;
    }

    private String responsible(PlanVersion plan) {
        String principal = switch (plan.responsiblePrincipal()) {
            case REGION -> "regionen";
            case MUNICIPALITY -> "kommunen";
            case OTHER -> "annan";
        };
        String unit = units.findById(plan.responsibleUnit()).map(Unit::name).orElse("");
        return joined(plan.responsiblePerson(), discretion.party(plan.caseNumber(), plan.responsibleUnit(), unit),
                principal);
    }

    private String familyContact(PlanVersion plan) {
        return plan.familyContactPerson() == null ? null : joined(plan.familyContactPerson(),
                plan.familyContactUnit() == null ? null : discretion.party(plan.caseNumber(), plan.familyContactUnit(),
                        units.findById(plan.familyContactUnit()).map(Unit::name).orElse("")));
    }

    private List<PlanPaper.OwnAnswered> ownAnswers(String number) {
        return own.of(number).stream().filter(OwnAnswer::inPlan)
                .map(a -> new PlanPaper.OwnAnswered(a.label(), a.shown())).toList();
    }

    private String unitOf(String party) {
        return units.findById(party).map(Unit::id).orElse(null);
    }

    private static String joined(String... parts) {
        return String.join(", ", java.util.Arrays.stream(parts).filter(p -> p != null && !p.isBlank()).toList());
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
