package se.sip.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sip.Clause;
import se.sip.meeting.Attendance;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingForm;
import se.sip.meeting.Party;
import se.sip.plan.Intervention.Confirmation;
import se.sip.plan.Intervention.Report;
import se.sip.plan.PlanForm.ContactRow;
import se.sip.plan.PlanForm.GoalRow;
import se.sip.plan.PlanForm.InterventionRow;
import se.sip.plan.PlanVersion.FamilyCopy;
import se.sip.plan.PlanVersion.Horizon;
import se.sip.tasklist.Faults;
import se.sip.tasklist.Faults.Fault;
import se.sip.unit.Principal;

class PlanFormRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 19);
    private static final Party SCHOOL = party("skolan", Principal.MUNICIPALITY);
    private static final Party PSYCHIATRY = party("bup", Principal.REGION);
    private static final Party AUNT = new Party("deltagare-7", null, 7L, "Moster", Principal.OTHER, false, false);

    /** Västra Götaland, as its tables say. */
    private static final PlanContents.Rules VGR = contents("familyContact", "describesNeeds", "closer");
    private static final MainResponsible.Expected CHOSEN = new MainResponsible.Expected(null, true, List.of(), "");
    /** Halland, as its tables say; the school convenes. */
    private static final PlanContents.Rules HALLAND = contents("familyContact", "longTermGoal", "goals", "performer", "howOften",
            "place", "viewsDiffer");
    private static final MainResponsible.Expected SCHOOL_CONVENES =
            new MainResponsible.Expected("skolan", false, List.of(), "");

    private final PlanFormRules rules = new PlanFormRules(List.of(SCHOOL, PSYCHIATRY, AUNT),
            Optional.of(meeting(came("skolan", true), stayedAway("bup"))), Map.of(), VGR, CHOSEN, true, TODAY);

    @Test
    void aPlanWithEverythingIsFinal() {
        assertThat(faults(plan())).isEmpty();
    }

    @Test
    @Clause({"VGU-123", "VGU-124", "VGU-125", "VGU-126", "VGU-127", "VGU-128", "VGU-129", "VGU-130", "VGU-131",
            "VGU-132", "VGU-133", "VGU-134", "VGU-137"})
    void aPlanThatLacksEverythingHasAllItsFaultsAtOnce() {
        var empty = new PlanForm(true, null, null, null, null, null, null, null,
                plan().contacts().stream().map(c -> new ContactRow(c.party(), c.name(), null, null)).toList(), null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(faults(empty)).extracting(Fault::field).containsExactlyInAnyOrder("longTermGoal", "goals",
                "ownPart", "needs", "interventions", "contacts[0].person", "contacts[1].person",
                "responsiblePrincipal", "responsibleUnit", "responsiblePerson", "responsibleWhy", "followUpOn",
                "followUpPlace", "viewsDiffer", "familyCopy");
    }

    @Test
    @Clause("VGU-139")
    void whereTheFamilySaysNoOnlyWhatTheySayNoToIsAsked() {
        var refused = new PlanForm(false, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(faults(refused)).extracting(Fault::field).containsExactly("refusalNote");
    }

    @Test
    @Clause("VGU-124")
    void nobodyConfirmsForAnother() {
        assertThat(faults(with(row("bup", true)))).extracting(Fault::field)
                .containsExactly("interventions[0].confirmed");
    }

    @Test
    @Clause("VGU-124")
    void anAbsentOwnersInterventionStandsUnconfirmed() {
        assertThat(faults(with(row("bup", false)))).isEmpty();
    }

    @Test
    @Clause("VGU-124")
    void aRepresentativeWithoutMandateConfirmsNothing() {
        var withoutMandate = new PlanFormRules(rules.parties(),
                Optional.of(meeting(came("skolan", false), stayedAway("bup"))), Map.of(), VGR, CHOSEN, true, TODAY);

        assertThat(faults(withoutMandate, with(row("skolan", true)))).extracting(Fault::field)
                .containsExactly("interventions[0].confirmed");
    }

    @Test
    @Clause("VGU-124")
    void aYesFromBeforeCarriesOverOnlyWhileTheSameIsPromised() {
        var earlier = promised("bup");
        var revising = new PlanFormRules(rules.parties(), rules.decidingMeeting(), Map.of("41", earlier), VGR, CHOSEN, true,
                TODAY);
        var same = new InterventionRow("41", earlier.what(), earlier.goalNo(), "bup", earlier.performer(),
                earlier.startsOn(), null, earlier.howOften(), earlier.place(), false, null, null, true);
        var more = new InterventionRow("41", "Något större", earlier.goalNo(), "bup", earlier.performer(),
                earlier.startsOn(), null, earlier.howOften(), earlier.place(), false, null, null, true);

        assertThat(faults(revising, with(same))).isEmpty();
        assertThat(faults(revising, with(more))).extracting(Fault::field)
                .containsExactly("interventions[0].confirmed");
    }

    @Test
    @Clause("VGU-43")
    void whatGuardiansAreNotShownHasAReason() {
        assertThat(faults(with(withheld(true, " ")))).extracting(Fault::field)
                .containsExactly("interventions[0].notForGuardiansWhy");
        assertThat(faults(with(withheld(true, "Alva kan råka illa ut")))).isEmpty();
        assertThat(faults(with(withheld(false, null)))).isEmpty();
    }

    private static InterventionRow withheld(boolean notForGuardians, String why) {
        var row = row("skolan", true);
        return new InterventionRow(null, row.what(), 1, row.owner(), row.performer(), row.startsOn(), null,
                row.howOften(), row.place(), false, notForGuardians, why, true);
    }

    @Test
    @Clause("VGU-123")
    void anInterventionServesAGoalOfThePlan() {
        var row = row("skolan", true);
        var lost = new InterventionRow(null, row.what(), 2, row.owner(), row.performer(), row.startsOn(), null,
                row.howOften(), row.place(), false, null, null, true);

        assertThat(faults(with(lost))).extracting(Fault::field).containsExactly("interventions[0].goalNo");
    }

    @Test
    @Clause("VGU-127")
    void onlyWhoTakesPartIsResponsibleForAnIntervention() {
        assertThat(faults(with(row("habiliteringen", false)))).extracting(Fault::field)
                .containsExactly("interventions[0].owner");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @Clause({"VGU-130", "VGU-133"})
    @CsvSource({"REGION, bup, ", "MUNICIPALITY, skolan, ", "REGION, skolan, responsibleUnit",
            "MUNICIPALITY, bup, responsibleUnit", "OTHER, skolan, responsiblePrincipal",
            "REGION, deltagare-7, responsibleUnit"})
    void oneOfTheTwoPrincipalsIsMainResponsible(Principal principal, String unit, String fault) {
        var p = plan();
        var form = new PlanForm(true, null, p.longTermGoal(), p.goals(), p.ownPart(), p.needs(), p.interventions(),
                null, p.contacts(), principal, unit, "Bo", "Mest kontakt", p.followUpOn(), p.followUpPlace(), false,
                null, FamilyCopy.HANDED_OVER, null, null, null, null, null, null, null, null, null);

        if (fault == null) {
            assertThat(faults(form)).isEmpty();
        } else {
            assertThat(faults(form)).extracting(Fault::field).contains(fault);
        }
    }

    @ParameterizedTest(name = "followed up on {0}")
    @Clause({"VGU-129", "VGU-137"})
    @CsvSource({"2026-03-18, true", "2026-03-19, true", "2026-03-20, false"})
    void theFollowUpLiesAhead(LocalDate day, boolean faulty) {
        var p = plan();
        var form = new PlanForm(true, null, p.longTermGoal(), p.goals(), p.ownPart(), p.needs(), p.interventions(),
                null, p.contacts(), p.responsiblePrincipal(), p.responsibleUnit(), "Bo", "Mest kontakt", day,
                p.followUpPlace(), false, null, FamilyCopy.HANDED_OVER, null, null, null, null, null, null, null, null, null);

        assertThat(faults(form).stream().anyMatch(f -> f.field().equals("followUpOn"))).isEqualTo(faulty);
    }

    @Test
    @Clause("VGU-143")
    void disagreementIsToldInWords() {
        var p = plan();
        var silent = new PlanForm(true, null, p.longTermGoal(), p.goals(), p.ownPart(), p.needs(),
                p.interventions(), null, p.contacts(), p.responsiblePrincipal(), p.responsibleUnit(), "Bo",
                "Mest kontakt", p.followUpOn(), p.followUpPlace(), true, " ", FamilyCopy.HANDED_OVER, null, null, null, null, null, null, null, null, null);

        assertThat(faults(silent)).extracting(Fault::field).containsExactly("disagreement");
    }

    @Test
    @Clause("VGU-128")
    void aRelativeNeedsNoContactPerson() {
        var contacts = new ArrayList<>(plan().contacts());
        assertThat(contacts.get(2).person()).isNull();
        assertThat(faults(plan())).isEmpty();
    }

    private List<Fault> faults(PlanForm form) {
        return faults(rules, form);
    }

    private static List<Fault> faults(PlanFormRules rules, PlanForm form) {
        var faults = new Faults();
        rules.check(form, faults);
        return faults.list();
    }

    private static PlanForm plan() {
        return with(row("skolan", true));
    }

    private static PlanForm with(InterventionRow row) {
        return new PlanForm(true, null, "Gå i skolan", List.of(new GoalRow("Två dagar i veckan", Horizon.SHORT_TERM,
                "Stegvis")), "Komma upp på morgonen", "Stöd i skolan", List.of(row), null,
                List.of(new ContactRow("skolan", "skolan", "Anna", "070"), new ContactRow("bup", "bup", "Bo", null),
                        new ContactRow("deltagare-7", "Moster", null, null)),
                Principal.REGION, "bup", "Bo", "Mest kontakt", LocalDate.of(2026, 6, 11), "Skolan", false, null,
                FamilyCopy.HANDED_OVER, List.of("skolan"), null, null, null, null, null, null, null, null);
    }

    private static InterventionRow row(String owner, boolean confirmed) {
        return new InterventionRow(null, "Samtal", 1, owner, "Kuratorn", LocalDate.of(2026, 3, 23), null,
                "En gång i veckan", "I skolan", false, null, null, confirmed);
    }

    private static Intervention promised(String party) {
        return new Intervention(41L, "SIP-2026-000001", 1L, null, party, party, "Samtal", 1, "Psykologen",
                LocalDate.of(2026, 1, 12), null, "Varannan vecka", "BUP", false, null, Confirmation.CONFIRMED, "Bo",
                LocalDateTime.of(2026, 1, 8, 14, 0), null, Report.NONE, null, null, null);
    }

    private static Party party(String key, Principal principal) {
        return new Party(key, key, 1L, key, principal, true, true);
    }

    private static Attendance came(String party, boolean mandate) {
        return new Attendance(party, party, true, "Anna", "Kurator", mandate, false, null);
    }

    private static Attendance stayedAway(String party) {
        return new Attendance(party, party, false, null, null, null, false, "Sjuk");
    }

    private static Meeting meeting(Attendance... attendance) {
        var at = LocalDateTime.of(2026, 3, 19, 13, 0);
        return new Meeting(1L, "SIP-2026-000001", Meeting.Occasion.PLANNING, Meeting.Status.HELD, at,
                at.plusHours(1), "Skolan", MeetingForm.IN_PERSON, null, "Anna", "Plan", "Mål", "Frågor", null, at,
                at.plusHours(1), null, true, null, null, null, null, true, null, null, List.of(attendance));
    }

    /** Every field demanded but those. */
    private static PlanContents.Rules contents(String... free) {
        return new PlanContents.Rules(Stream.of("needs", "ownPart", "longTermGoal", "goals", "performer", "startsOn",
                "howOften", "place", "contacts", "followUpPlace", "viewsDiffer", "describesNeeds", "closer", "familyContact")
                .collect(Collectors.toMap(f -> f, f -> new PlanContents.FieldRule(List.of(free).contains(f)
                        ? PlanContents.Demand.FRITT : PlanContents.Demand.SKA, List.of(), ""))));
    }

    private PlanFormRules inHalland() {
        return new PlanFormRules(rules.parties(), rules.decidingMeeting(), Map.of(), HALLAND, SCHOOL_CONVENES, true,
                TODAY);
    }

    @Test
    @Clause({"HAL-101", "HAL-102", "HAL-103", "HAL-104", "HAL-108", "HAL-114", "HAL-125"})
    void whatHallandsPlanMustHoldIsNotWhatVastraGotalandsMust() {
        var empty = new PlanForm(true, null, null, null, null, null,
                List.of(new InterventionRow(null, "Samtal", null, "bup", null, null, null, null, null, true, null, null,
                        false)),
                null, plan().contacts().stream().map(c -> new ContactRow(c.party(), c.name(), null, null)).toList(),
                Principal.MUNICIPALITY, "skolan", "Anna", null, TODAY.plusDays(90), null, null, null,
                FamilyCopy.BY_POST, null, null, null, null, null, null, null, null, null);

        assertThat(faults(inHalland(), empty)).extracting(Fault::field).containsExactlyInAnyOrder("ownPart", "needs",
                "interventions[0].startsOn", "contacts[0].person", "contacts[1].person", "followUpPlace",
                "describesNeeds", "closerUnit", "closerPerson");
    }

    @Test
    @Clause({"HAL-94", "HAL-96"})
    void theConvenerIsMainResponsibleAndAnotherNeedsAReason() {
        assertThat(faults(inHalland(), halland("skolan", Principal.MUNICIPALITY, null, "skolan", true, null)))
                .isEmpty();
        assertThat(faults(inHalland(), halland("bup", Principal.REGION, null, "skolan", true, null)))
                .extracting(Fault::field).containsExactly("responsibleWhy");
        assertThat(faults(inHalland(), halland("bup", Principal.REGION, "Har mest kontakt", "skolan", true, null)))
                .isEmpty();
    }

    @Test
    @Clause("HAL-108")
    void whereThePlanDoesNotDescribeTheNeedsWhatIsMissingIsWritten() {
        assertThat(faults(inHalland(), halland("skolan", Principal.MUNICIPALITY, null, "skolan", false, " ")))
                .extracting(Fault::field).containsExactly("describesNeedsNote");
    }

    @Test
    @Clause("HAL-125")
    void onlyAPrincipalsUnitCloses() {
        assertThat(faults(inHalland(), halland("skolan", Principal.MUNICIPALITY, null, "deltagare-7", true, null)))
                .extracting(Fault::field).containsExactly("closerUnit");
    }

    private PlanForm halland(String responsible, Principal principal, String why, String closer, boolean describes,
            String note) {
        PlanForm p = plan();
        return new PlanForm(true, null, null, null, p.ownPart(), p.needs(),
                List.of(new InterventionRow(null, "Samtal", null, "skolan", null, TODAY, null, null, null, false, null, null,
                        true)),
                null, p.contacts(), principal, responsible, "Bo", why, p.followUpOn(), p.followUpPlace(), null, null,
                FamilyCopy.BY_POST, null, closer, "Anna", describes, note, null, null, null, null);
    }
}
