package se.sip.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Codes;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;
import se.sip.casefile.PersonRepository;
import se.sip.engine.ProcessVariable;
import se.sip.need.NeedAssessments;
import se.sip.preparation.Preparation.Participation;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Takes in the form {@code forbered}. */
@Component
class PreparationIntake implements FormIntake<PreparationForm> {

    private final Preparations preparations;
    private final ProposedParticipants proposals;
    private final CaseFiles cases;
    private final PersonRepository persons;
    private final UnitRepository units;
    private final Routing routing;
    private final FamilyMeetings familyMeetings;
    private final NeedAssessments assessments;
    private final Mapping mapping;

    PreparationIntake(Preparations preparations, ProposedParticipants proposals, CaseFiles cases,
            PersonRepository persons, UnitRepository units, Routing routing,
            FamilyMeetings familyMeetings, NeedAssessments assessments, Mapping mapping) {
        this.assessments = assessments;
        this.familyMeetings = familyMeetings;
        this.preparations = preparations;
        this.proposals = proposals;
        this.cases = cases;
        this.persons = persons;
        this.units = units;
        this.routing = routing;
        this.mapping = mapping;
    }

    @Override
    public String form() {
        return "forbered";
    }

    @Override
    public Class<PreparationForm> type() {
        return PreparationForm.class;
    }

    @Override
    public void check(PreparationForm form, FormSituation where, Faults faults) {
        faults.addIf(form.informedOn() != null && form.informedOn().isAfter(where.today()), "informedOn",
                "Dagen kan inte ligga framåt i tiden.")
                .addIf(Boolean.FALSE.equals(form.understood()) && isBlank(form.understoodNote()), "understoodNote",
                        "Skriv vad som ännu inte är klart och vad ni gör åt det.")
                .addIf(form.childHeard() != null && isBlank(form.childVoice()), "childVoice",
                        Boolean.TRUE.equals(form.childHeard()) ? "Skriv vad personen har sagt eller visat (VGU-43)."
                                : "Skriv varför, och hur personens röst ändå kommer fram (VGU-43).")
                .addIf(form.participation() != null && form.participation() != Participation.WHOLE
                        && isBlank(form.participationNote()), "participationNote",
                        "Beskriv vad ni har kommit överens om (VGU-116).")
                .addIf(form.meetingForm() != null && form.meetingForm().isDigital()
                        && !Boolean.TRUE.equals(form.digitalConsent()), "digitalConsent",
                        "Ett digitalt möte kräver att den det gäller samtycker till det (VGU-91). "
                                + "Välj annars ett fysiskt möte.")
                .addIf(Boolean.TRUE.equals(form.withheldFromGuardian()) && isBlank(form.withheldWhat()),
                        "withheldWhat", "Skriv vad som inte får lämnas till vårdnadshavaren och varför.");
        familyMeetings.check(form, cases.byNumber(where.caseNumber()), where.today(), faults);
        mapping.check(form, cases.byNumber(where.caseNumber()), faults);
        checkNeeds(form, where, faults);
        checkGuardians(form, where, faults);
        unit(form.healthCentreId()).ifPresentOrElse(
                u -> faults.addIf(!u.county().equals(where.county()) || u.kind() != UnitKind.HEALTH_CENTRE,
                        "healthCentreId", "Välj en vårdcentral."),
                () -> faults.addIf(!isBlank(form.healthCentreId()), "healthCentreId",
                        "Vårdcentralen finns inte i registret."));
    }

    private void checkNeeds(PreparationForm form, FormSituation where, Faults faults) {
        for (int i = 0; i < form.needs().size(); i++) {
            var row = form.needs().get(i);
            var unit = unit(row.unitId());
            String field = "needs[" + i + "].unitId";
            if (!isBlank(row.unitId())) {
                faults.addIf(unit.isEmpty() || !unit.get().county().equals(where.county()), field,
                        "Enheten finns inte i registret.")
                        .addIf(unit.isPresent() && !unit.get().validOn(where.today()), field,
                                "Enheten finns inte längre. Välj en annan.")
                        .addIf(unit.isPresent() && row.kind() != null
                                && unit.get().principal() != row.kind().principal(), field,
                                "Enheten hör till en annan huvudman än den sorts verksamhet du har valt.");
            } else {
                faults.addIf(Boolean.TRUE.equals(row.knownThere()) && isBlank(row.outsideName()), field,
                        "Välj enheten som känner barnet, eller skriv namnet om den inte finns i registret.");
            }
        }
    }

    private void checkGuardians(PreparationForm form, FormSituation where, Faults faults) {
        List<Guardian> guardians = guardians(where);
        for (int i = 0; i < form.guardians().size(); i++) {
            var row = form.guardians().get(i);
            faults.addIf(guardians.stream().noneMatch(g -> isOf(row, g)), "guardians[" + i + "].name",
                    "Raden hör inte till någon av barnets vårdnadshavare.")
                    .addIf((Boolean.FALSE.equals(row.suitable()) || Boolean.TRUE.equals(row.youthObjects()))
                            && isBlank(row.note()), "guardians[" + i + "].note",
                            "Skriv skälet (VGU-110).");
        }
        faults.addIf(guardians.stream().anyMatch(g -> form.guardians().stream().noneMatch(r -> isOf(r, g))),
                "guardians", "Svara för varje vårdnadshavare.");
    }

    @Override
    public void accept(PreparationForm form, FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        remember(cases.personOf(caseFile), form);
        var kept = preparations.keep(new Preparation(null, where.caseNumber(), form.informedOn(),
                Codes.of(form.informedWhom()), Codes.of(form.informedHow()), form.informedLanguage(),
                form.informedAdaptations(), form.understood(), form.understoodNote(), form.important(),
                form.longTermGoal(), form.purpose(), form.childHeard(), form.childVoice(), form.participation(),
                form.participationNote(), form.meetingForm(), form.digitalConsent(), form.digitalConsentBy(),
                form.meetingWishes(), Boolean.TRUE.equals(form.withheldFromGuardian()), form.withheldWhat(),
                blankToNull(form.healthCentreId()), form.notWished(), blankToNull(form.strengthsAndDifficulties()),
                blankToNull(form.ownResponsibility()), null, null,
                form.needs().stream().map(n -> new Preparation.Need(n.kind(), n.need(), n.knownThere(),
                        blankToNull(n.unitId()), blankToNull(n.outsideName()),
                        Boolean.TRUE.equals(n.informationOnly()))).toList(),
                form.questions().stream().map(q -> new Preparation.Question(q.question())).toList(),
                form.relatives().stream().map(r -> new Preparation.Relative(r.name(), r.relation(),
                        blankToNull(r.email()), blankToNull(r.postalAddress()))).toList(),
                form.otherPlans().stream().map(p -> new Preparation.OtherPlan(p.kind(), p.holder())).toList(),
                guardians(where).stream().flatMap(g -> form.guardians().stream().filter(r -> isOf(r, g)).limit(1)
                        .map(r -> new Preparation.GuardianPart(g.id(), g.name(), r.suitable(), r.youthObjects(),
                                r.takesPart() == null ? Preparation.TakesPart.UNDECIDED : r.takesPart(), r.note())))
                        .toList()));
        familyMeetings.keep(form, caseFile, where);
        proposals.startAnew(kept);
        where.variables().set(ProcessVariable.NEEDS, new ArrayList<>(
                IntStream.range(0, kept.needs().size()).mapToObj(String::valueOf).toList()));
    }

    /** Language and adaptations are the person's and hold for every later contact. */
    private void remember(Person person, PreparationForm form) {
        if (!Objects.equals(person.interpreterLanguage(), form.informedLanguage())
                || !Objects.equals(person.adaptations(), form.informedAdaptations())) {
            persons.save(new Person(person.id(), person.county(), person.idNumber(), person.idKind(),
                    person.birthDate(), person.givenName(), person.familyName(), person.address(),
                    person.municipalityCode(), person.placingMunicipalityCode(), person.protection(),
                    blankToNull(form.informedLanguage()), blankToNull(form.informedAdaptations())));
        }
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Person person = cases.personOf(caseFile);
        var earlier = preparations.of(where.caseNumber());
        Map<String, Object> known = new HashMap<>();
        known.put("asksContact", routing.asksContact(where.county()));
        known.put("informedLanguage", person.interpreterLanguage());
        known.put("informedAdaptations", person.adaptations());
        known.put("purpose", caseFile.needDescription());
        known.put("needs", caseFile.needsFrom().values().stream().map(this::row).toList());
        earlier.ifPresent(p -> recall(p, known));
        familyMeetings.recall(caseFile, known);
        known.put("guardians", guardians(where).stream().map(g -> row(g, earlier)).toList());
        return known;
    }

    private Map<String, Object> row(String kindOrPrincipal) {
        return Arrays.stream(UnitKind.values()).anyMatch(k -> k.name().equals(kindOrPrincipal))
                ? Map.of("kind", kindOrPrincipal) : Map.of();
    }

    private static Map<String, Object> row(Guardian guardian, Optional<Preparation> earlier) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guardianId", guardian.id());
        row.put("name", guardian.name());
        earlier.flatMap(p -> p.guardians().stream().filter(g -> g.guardianId().equals(guardian.id())).findFirst())
                .ifPresent(g -> {
                    row.put("suitable", g.suitable());
                    row.put("youthObjects", g.youthObjects());
                    row.put("takesPart", g.takesPart());
                    row.put("note", g.note());
                });
        return row;
    }

    private static void recall(Preparation p, Map<String, Object> known) {
        known.put("informedOn", p.informedOn());
        known.put("informedWhom", p.informedWhom().values());
        known.put("informedHow", p.informedHow().values());
        known.put("understood", p.understood());
        known.put("understoodNote", p.understoodNote());
        known.put("important", p.important());
        known.put("longTermGoal", p.longTermGoal());
        known.put("purpose", p.purpose());
        known.put("childHeard", p.childHeard());
        known.put("childVoice", p.childVoice());
        known.put("participation", p.participation());
        known.put("participationNote", p.participationNote());
        known.put("meetingForm", p.meetingForm());
        known.put("digitalConsent", p.digitalConsent());
        known.put("digitalConsentBy", p.digitalConsentBy());
        known.put("meetingWishes", p.meetingWishes());
        known.put("withheldFromGuardian", p.withheldFromGuardian());
        known.put("withheldWhat", p.withheldWhat());
        known.put("healthCentreId", p.healthCentreId());
        known.put("notWished", p.notWished());
        known.put("strengthsAndDifficulties", p.strengthsAndDifficulties());
        known.put("ownResponsibility", p.ownResponsibility());
        known.put("needs", p.needs());
        known.put("questions", p.questions());
        known.put("relatives", p.relatives());
        known.put("otherPlans", p.otherPlans());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Map<String, Object> choices = new HashMap<>();
        choices.put("unitKinds", UnitKind.takingPart().stream().filter(k -> k != UnitKind.RELATIVE)
                .map(k -> Map.of("value", k.name(), "label", k.swedish())).toList());
        choices.put("missing", assessments.missing(where.caseNumber()));
        choices.put("rules", Map.of("mapping", mapping.of(caseFile).shown()));
        choices.put("discovered", List.of("Behovet upptäcktes " + caseFile.discoveredOn() + "."));
        return choices;
    }

    private List<Guardian> guardians(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        return cases.personOf(caseFile).isAdultOn(where.today()) ? List.of() : cases.guardiansOf(caseFile);
    }

    private Optional<Unit> unit(String id) {
        return isBlank(id) ? Optional.empty() : units.findById(id);
    }

    private static boolean isOf(PreparationForm.GuardianRow row, Guardian guardian) {
        return row.guardianId() != null ? row.guardianId().equals(guardian.id())
                : guardian.name().equalsIgnoreCase(row.name());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String blankToNull(String text) {
        return isBlank(text) ? null : text;
    }
}
