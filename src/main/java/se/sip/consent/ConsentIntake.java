package se.sip.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Guardian;
import se.sip.casefile.Participant;
import se.sip.consent.AnswerRow.FieldNames;
import se.sip.consent.Consent.Kind;
import se.sip.consent.ConsentAnswer.Answerer;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.UnitRepository;

/** Takes in a form about consent. The four forms differ in whom they ask about and in what they carry over. */
abstract class ConsentIntake implements FormIntake<ConsentForm> {

    /** What names nobody and nothing (VGU-61, HAL-47, BOR-35). */
    private static final Pattern GENERAL = Pattern.compile(
            "(?iu)\\s*(alla?|allt|alla (berörda|inblandade|enheter|parter|uppgifter|verksamheter)"
                    + "|all(t|a)? (slags )?(information|info)( som behövs)?|allt som behövs|berörda"
                    + "|(all )?relevant information|det som behövs|övrigt)\\s*\\.?\\s*");

    private final Kind kind;
    private final Consents consents;
    private final CaseFiles cases;
    private final UnitRepository units;
    private final DecisionRecords decisions;
    private final ConsentQuestions questions;

    ConsentIntake(Kind kind, Consents consents, CaseFiles cases, UnitRepository units,
            DecisionRecords decisions, ConsentQuestions questions) {
        this.kind = kind;
        this.consents = consents;
        this.cases = cases;
        this.units = units;
        this.decisions = decisions;
        this.questions = questions;
    }

    @Override
    public Class<ConsentForm> type() {
        return ConsentForm.class;
    }

    /** The participants the form asks about. */
    List<Participant> askedAbout(FormSituation where) {
        return consents.standing(where.caseNumber());
    }

    /** What an earlier version says that this one starts from. */
    Optional<Consent> earlier(FormSituation where) {
        return consents.newest(where.caseNumber()).filter(c -> c.kind() == kind && !c.isWithdrawn())
                .or(() -> consents.current(where.caseNumber()));
    }

    Optional<Long> extended(FormSituation where) {
        return Optional.empty();
    }

    @Override
    public void check(ConsentForm form, FormSituation where, Faults faults) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        LocalDate notBefore = consents.earliestAnswer(caseFile);
        boolean adult = cases.personOf(caseFile).isAdultOn(where.today());
        if (adult) {
            checkAdult(form, notBefore, where, faults);
        } else {
            checkChild(form, cases.guardiansOf(caseFile), notBefore, where, faults);
        }
        if (kind != Kind.ASKED) {
            checkComplete(form, adult, faults);
        }
        checkSubstitute(form, adult, notBefore, where, faults);
        checkGround(form, where, faults);
        faults.addIf(form.informedOn() != null && form.informedOn().isAfter(where.today()), "informedOn",
                "Dagen kan inte ligga framåt i tiden.");
        if (form.somebodySaysYes() && !form.endsInANo()) {
            checkScope(form, where, faults);
            checkUntil(form, where, faults);
        }
        checkExclusions(form, where, faults);
    }

    private void checkAdult(ConsentForm form, LocalDate notBefore, FormSituation where, Faults faults) {
        if (form.capacity() == null) {
            faults.add("capacity", "Svara på om personen själv kan ta ställning.");
        } else if (form.capacity()) {
            form.child().check(FieldNames.prefixed("child"), notBefore, where.today(), twoParts(where), faults);
        } else {
            faults.addIf(isBlank(form.capacityReason()), "capacityReason",
                    "Skriv hur det visar sig och vem som har bedömt det.");
            if (form.childAnswer() != null && form.childAnswer() != ExchangeAnswer.PENDING) {
                form.child().check(FieldNames.prefixed("child"), notBefore, where.today(), twoParts(where), faults);
            }
        }
        faults.addIf(form.childAnswer() == ExchangeAnswer.HINDERED, "childAnswer", "Välj ja, nej eller inget svar än.");
    }

    private void checkChild(ConsentForm form, List<Guardian> guardians, LocalDate notBefore, FormSituation where,
            Faults faults) {
        for (int i = 0; i < form.guardians().size(); i++) {
            AnswerRow row = form.guardians().get(i);
            if (guardians.stream().noneMatch(g -> isOf(row, g))) {
                faults.add("guardians[" + i + "].name", "Svaret hör inte till någon av barnets vårdnadshavare.");
            }
            faults.addIf(row.answer() == ExchangeAnswer.EXEMPT && !questions.guardianExemption(where.county(), false),
                    "guardians[" + i + "].answer", "Länets rutin har inget undantag från vårdnadshavares samtycke. Välj"
                            + " ett annat svar, eller ange hinder och annan grund.");
            row.check(FieldNames.row(i), notBefore, where.today(), twoParts(where), faults);
        }
        for (Guardian guardian : guardians) {
            faults.addIf(form.guardians().stream().filter(row -> isOf(row, guardian)).count() != 1, "guardians",
                    "Det ska finnas ett svar för var och en av vårdnadshavarna; ingen svarar för en annan.");
        }
        if (form.childAsked() == null) {
            faults.add("childAsked", "Svara på om barnet självt har tillfrågats (VGU-43, HAL-42, BOR-34).");
        } else if (form.childAsked()) {
            form.child().check(FieldNames.prefixed("child"), notBefore, where.today(), twoParts(where), faults);
            faults.addIf(form.childAnswer() == ExchangeAnswer.HINDERED, "childAnswer",
                    "Välj ja, nej eller inget svar än.");
        } else {
            faults.addIf(isBlank(form.childNotAsked()), "childNotAsked",
                    "Skriv varför barnet inte har tillfrågats, med hänsyn till ålder och mognad (VGU-43, HAL-42, BOR-34).");
        }
        if (form.maturity() != Maturity.NOT_ASSESSED) {
            faults.addIf(isBlank(form.maturityReason()), "maturityReason",
                    "Skriv vad bedömningen av mognaden bygger på. Åldern ensam räcker inte.")
                    .addIf(isBlank(form.maturityBy()), "maturityBy", "Skriv vem som har bedömt mognaden.");
        }
    }

    /** Only the first question comes back while answers are missing; the others wait as a draft until all are in. */
    private void checkComplete(ConsentForm form, boolean adult, Faults faults) {
        String wait = "Spara som utkast och slutför när svaret finns.";
        for (int i = 0; i < form.guardians().size() && !adult; i++) {
            faults.addIf(form.guardians().get(i).answer() == ExchangeAnswer.PENDING
                    && form.obstacle() == Obstacle.NONE && form.maturity() != Maturity.CAN_DECIDE,
                    "guardians[" + i + "].answer", wait);
        }
        faults.addIf(form.childAnswer() == ExchangeAnswer.PENDING
                && (adult ? !Boolean.FALSE.equals(form.capacity()) : form.maturity() == Maturity.CAN_DECIDE),
                "childAnswer", wait);
    }

    private void checkSubstitute(ConsentForm form, boolean adult, LocalDate notBefore, FormSituation where,
            Faults faults) {
        boolean adultWithoutCapacity = adult && Boolean.FALSE.equals(form.capacity());
        if (!adult) {
            faults.addIf(form.substitute() == Substitute.PRESUMED, "substitute",
                    "Presumerat samtycke kan aldrig användas för barn (VGU-58).")
                    .addIf(form.needsRepresentative() && form.substitute() != Substitute.APPOINTED_GUARDIAN,
                            "substitute", "Den sortens företrädare finns bara för vuxna.");
        } else {
            faults.addIf(form.substitute() == Substitute.APPOINTED_GUARDIAN, "substitute",
                    "Den sortens företrädare finns bara för barn.")
                    .addIf(!adultWithoutCapacity && form.substitute() != Substitute.NONE, "substitute",
                            "Den som själv kan ta ställning svarar själv.")
                    .addIf(form.substitute() == Substitute.PRESUMED && !questions.mayBePresumed(where.county(), true),
                            "substitute", "Presumerat samtycke finns inte i länets rutin. Pröva företrädare eller"
                                    + " menprövning (HAL-45, HAL-51).")
                    .addIf(form.substitute() == Substitute.PRESUMED && Boolean.TRUE.equals(form.informed())
                            && form.informedOn() == null, "informedOn",
                            "Ange dagen då personen informerades: ett presumerat samtycke räknas från den (VGU-58).");
        }
        if (form.needsRepresentative()) {
            faults.addIf(isBlank(form.representativeName()), "representativeName", "Skriv företrädarens namn.")
                    .addIf(form.representativeMandate() == null, "representativeMandate",
                            "Svara på om uppdraget omfattar den här frågan (VGU-67, HAL-52).");
            form.representative().check(FieldNames.prefixed("representative"), notBefore, where.today(), twoParts(where), faults);
        }
    }

    private void checkGround(ConsentForm form, FormSituation where, Faults faults) {
        faults.addIf(form.obstacle() != Obstacle.NONE && isBlank(form.obstacleReason()), "obstacleReason",
                "Skriv vad hindret består i och vem som har bedömt det.");
        boolean decided = form.ground() != Ground.NONE && form.ground() != Ground.HARM_TEST_PENDING;
        if (decided) {
            faults.addIf(isBlank(form.groundDecider()), "groundDecider", "Skriv vem som har beslutat.")
                    .addIf(isBlank(form.groundReason()), "groundReason", "Skriv skälen för beslutet.")
                    .addIf(form.groundOn() == null, "groundOn", "Ange dagen för beslutet.")
                    .addIf(form.groundOn() != null && form.groundOn().isAfter(where.today()), "groundOn",
                            "Dagen kan inte ligga framåt i tiden.");
        }
    }

    /** Consent can never be general: who is given what stands in it (VGU-61, HAL-47, BOR-35). */
    private void checkScope(ConsentForm form, FormSituation where, Faults faults) {
        List<Participant> asked = askedAbout(where);
        for (int i = 0; i < form.recipients().size(); i++) {
            var row = form.recipients().get(i);
            var participant = asked.stream().filter(p -> isOf(row, p)).findFirst();
            faults.addIf(participant.isEmpty(), "recipients[" + i + "].name",
                    "Ett samtycke gäller namngivna enheter som är bekräftade i ärendet, aldrig \"alla berörda\" (VGU-61, HAL-47, BOR-35).")
                    .addIf(participant.isPresent() && row.included() == null, "recipients[" + i + "].included",
                            "Svara ja eller nej för varje enhet.");
        }
        faults.addIf(form.recipients().stream().noneMatch(r -> Boolean.TRUE.equals(r.included())), "recipients",
                "Ett samtycke kan aldrig vara generellt: minst en namngiven enhet behövs (VGU-61, HAL-47, BOR-35).");
        for (int i = 0; i < form.information().size(); i++) {
            String what = form.information().get(i).what();
            faults.addIf(!isBlank(what) && GENERAL.matcher(what).matches(), "information[" + i + "].what",
                    "Skriv vilket slags information det gäller. Ett samtycke kan aldrig vara generellt (VGU-61, HAL-47, BOR-35).");
        }
        faults.addIf(form.information().stream().allMatch(i -> isBlank(i.what())), "information",
                "Ange minst ett slags information som får lämnas (VGU-61, HAL-47, BOR-35).");
    }

    private void checkUntil(ConsentForm form, FormSituation where, Faults faults) {
        if (kind == Kind.EXTENSION) {
            return;
        }
        if (form.until() == null) {
            faults.add("until", "Ange samtyckets sista dag. Samtycket är alltid tidsbegränsat (VGV-24, HAL-49, BOR-37).");
            return;
        }
        var first = Stream.concat(form.answers().filter(a -> a.answer() == ExchangeAnswer.YES)
                        .map(AnswerRow::givenOn), Stream.of(form.groundOn()).filter(d -> form.restsOnAnother()))
                .filter(Objects::nonNull).min(LocalDate::compareTo);
        var limit = consents.longest(where.county(), first.or(() -> Optional.of(where.today())));
        limit.filter(last -> form.until().isAfter(last)).ifPresent(last -> faults.add("until",
                "Ett samtycke gäller högst ett år: senast till och med " + last + " (VGU-63, HAL-49, BOR-37)."));
        faults.addIf(form.until().isBefore(where.today()), "until", "Den sista dagen har redan varit.");
    }

    private void checkExclusions(ConsentForm form, FormSituation where, Faults faults) {
        List<ConsentTerm> excluded = new ArrayList<>();
        for (int i = 0; i < form.excludedParties().size(); i++) {
            var row = form.excludedParties().get(i);
            if (!isBlank(row.unitId()) && units.findById(row.unitId())
                    .filter(u -> u.county().equals(where.county())).isEmpty()) {
                faults.add("excludedParties[" + i + "].unitId", "Enheten finns inte i registret.");
            } else if (!isBlank(row.unitId()) || !isBlank(row.name())) {
                excluded.add(term(row));
            }
        }
        List<Participant> asked = askedAbout(where);
        for (int i = 0; i < form.recipients().size(); i++) {
            var row = form.recipients().get(i);
            var participant = asked.stream().filter(p -> isOf(row, p)).findFirst();
            boolean barred = Boolean.TRUE.equals(row.included()) && participant.isPresent()
                    && excluded.stream().anyMatch(t -> Consents.excludes(t, participant.get().unitId(),
                            participant.get().name()));
            faults.addIf(barred, "recipients[" + i + "].included",
                    "Enheten står bland dem som inte får kallas och kan inte vara mottagare (VGV-08, HAL-41).");
        }
    }

    @Override
    public void accept(ConsentForm form, FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        boolean adult = cases.personOf(caseFile).isAdultOn(where.today());
        consents.keep(new Consent(null, where.caseNumber(), 0, kind, extended(where).orElse(null), form.informed(),
                form.informedOn(), until(form, where), adult || form.childAsked() == null || form.childAsked()
                        ? null : form.childNotAsked(),
                form.maturity(), form.maturityReason(), form.maturityBy(),
                !Boolean.FALSE.equals(form.capacity()), form.capacityReason(), form.substitute(),
                form.representativeMandate(), adult ? form.relativeView() : null, form.tellRefusing(), form.obstacle(),
                form.obstacleReason(), form.ground(), form.groundDecider(), form.groundReason(), form.groundOn(),
                null, null, null, null, null, answers(form, caseFile, adult, where), recipients(form, where),
                terms(form, where)));
    }

    private LocalDate until(ConsentForm form, FormSituation where) {
        return kind == Kind.EXTENSION ? consents.current(where.caseNumber()).map(Consent::validUntil).orElse(null)
                : form.until();
    }

    private List<ConsentAnswer> answers(ConsentForm form, CaseFile caseFile, boolean adult, FormSituation where) {
        boolean twoParts = twoParts(where);
        List<ConsentAnswer> answers = new ArrayList<>();
        if (!adult) {
            for (Guardian guardian : cases.guardiansOf(caseFile)) {
                form.guardians().stream().filter(row -> isOf(row, guardian)).findFirst()
                        .ifPresent(row -> answers.add(new AnswerRow(guardian.id(), guardian.name(), row.answer(),
                                row.plan(), row.givenOn(), row.manner(), row.note(), row.hinderedReason(),
                                row.hinderedDecider()).as(Answerer.GUARDIAN, guardian.name(), twoParts)));
            }
        }
        if (form.childAnswer() != null && (adult || Boolean.TRUE.equals(form.childAsked()))) {
            answers.add(form.child().as(Answerer.PERSON, null, twoParts));
        }
        if (form.needsRepresentative()) {
            answers.add(form.representative().as(Answerer.REPRESENTATIVE, form.representativeName(), twoParts));
        }
        return answers;
    }

    private List<ConsentRecipient> recipients(ConsentForm form, FormSituation where) {
        return askedAbout(where).stream().flatMap(p -> form.recipients().stream().filter(row -> isOf(row, p))
                .limit(1).map(row -> new ConsentRecipient(p.id(), p.name(), Boolean.TRUE.equals(row.included()),
                        row.limits()))).toList();
    }

    private List<ConsentTerm> terms(ConsentForm form, FormSituation where) {
        List<ConsentTerm> terms = new ArrayList<>();
        form.information().stream().filter(i -> !isBlank(i.what()))
                .forEach(i -> terms.add(new ConsentTerm(ConsentTerm.Kind.INFORMATION, i.what().strip(), null)));
        form.excludedTopics().stream().filter(t -> !isBlank(t.topic()))
                .forEach(t -> terms.add(new ConsentTerm(ConsentTerm.Kind.EXCLUDED_TOPIC, t.topic().strip(), null)));
        form.excludedParties().stream().filter(p -> !isBlank(p.unitId()) || !isBlank(p.name()))
                .forEach(p -> terms.add(term(p)));
        return terms;
    }

    private ConsentTerm term(ConsentForm.PartyRow row) {
        String unit = isBlank(row.unitId()) ? null : row.unitId();
        String name = unit == null ? row.name().strip() : units.findById(unit).orElseThrow().name();
        return new ConsentTerm(ConsentTerm.Kind.EXCLUDED_PARTY, name, unit);
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Map<String, Object> known = new HashMap<>();
        known.put("adult", cases.personOf(caseFile).isAdultOn(where.today()));
        var earlier = earlier(where);
        boolean again = earlier.filter(c -> answersStand(c, where)).isPresent();
        known.put("guardians", cases.guardiansOf(caseFile).stream()
                .map(g -> row(g, earlier.filter(c -> again).flatMap(c -> c.answerOf(g.id(), g.name())))).toList());
        known.put("recipients", askedAbout(where).stream().map(p -> row(p, earlier)).toList());
        earlier.ifPresent(c -> recall(c, again, known));
        return known;
    }

    /** Answers to something else, or that have run out, are asked for again: their dates are not filled in. */
    private boolean answersStand(Consent earlier, FormSituation where) {
        return earlier.kind() == kind && !earlier.isWithdrawn()
                && askedAbout(where).stream().allMatch(p -> earlier.recipients().stream()
                        .anyMatch(r -> r.participantId().equals(p.id())))
                && consents.facts(earlier).on(where.today()).get("expired") == Boolean.FALSE;
    }

    private Map<String, Object> row(Guardian guardian, Optional<ConsentAnswer> answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guardianId", guardian.id());
        row.put("name", guardian.name());
        answer.ifPresent(a -> {
            row.putAll(values(a, Function.identity()));
            row.put("hinderedReason", a.hinderedReason());
            row.put("hinderedDecider", a.hinderedDecider());
        });
        return row;
    }

    private Map<String, Object> row(Participant participant, Optional<Consent> earlier) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("participantId", participant.id());
        row.put("name", participant.name());
        earlier.flatMap(c -> c.recipients().stream().filter(r -> r.participantId().equals(participant.id()))
                .findFirst()).ifPresent(r -> {
                    row.put("included", r.included());
                    row.put("limits", r.limits());
                });
        return row;
    }

    private void recall(Consent earlier, boolean again, Map<String, Object> known) {
        known.put("information", earlier.texts(ConsentTerm.Kind.INFORMATION).stream()
                .map(t -> Map.of("what", t)).toList());
        known.put("excludedTopics", earlier.texts(ConsentTerm.Kind.EXCLUDED_TOPIC).stream()
                .map(t -> Map.of("topic", t)).toList());
        known.put("excludedParties", earlier.terms().stream()
                .filter(t -> t.kind() == ConsentTerm.Kind.EXCLUDED_PARTY)
                .map(t -> t.unitId() == null ? Map.of("name", t.text())
                        : Map.of("name", t.text(), "unitId", t.unitId())).toList());
        known.put("maturity", earlier.maturity());
        known.put("maturityReason", earlier.maturityReason());
        known.put("maturityBy", earlier.maturityBy());
        known.put("capacity", earlier.capacity());
        known.put("capacityReason", earlier.capacityReason());
        known.put("substitute", earlier.substitute());
        known.put("representativeMandate", earlier.representativeMandate());
        known.put("tellRefusing", earlier.tellRefusing());
        known.put("obstacle", earlier.obstacle());
        known.put("obstacleReason", earlier.obstacleReason());
        earlier.answerOf(Answerer.REPRESENTATIVE).ifPresent(a -> known.put("representativeName", a.name()));
        if (again) {
            known.put("informed", earlier.informed());
            known.put("informedOn", earlier.informedOn());
            known.put("until", earlier.validUntil());
            known.put("childNotAsked", earlier.childNotAsked());
            known.put("relativeView", earlier.relativeView());
            known.put("ground", earlier.ground());
            known.put("groundDecider", earlier.groundDecider());
            known.put("groundReason", earlier.groundReason());
            known.put("groundOn", earlier.groundOn());
            var own = earlier.answerOf(Answerer.PERSON);
            known.put("childAsked", own.isPresent());
            own.ifPresent(a -> known.putAll(values(a, FieldNames.prefixed("child")::of)));
            earlier.answerOf(Answerer.REPRESENTATIVE)
                    .ifPresent(a -> known.putAll(values(a, FieldNames.prefixed("representative")::of)));
        }
    }

    private static Map<String, Object> values(ConsentAnswer answer, Function<String, String> naming) {
        Map<String, Object> values = new HashMap<>();
        values.put(naming.apply("answer"), answer.exchange());
        values.put(naming.apply("plan"), answer.planPart());
        values.put(naming.apply("givenOn"), answer.givenOn());
        values.put(naming.apply("manner"), answer.manner());
        values.put(naming.apply("note"), answer.note());
        return values;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Map<String, Object> choices = new HashMap<>();
        newestDecision(where).ifPresent(d -> choices.put("decision",
                List.of(ConsentState.valueOf(d.outcome()).swedish() + " (" + String.join(", ", d.clauses().values())
                        + ").", d.why())));
        boolean adult = isAdult(where);
        choices.put("twoParts", twoParts(where));
        choices.put("manners", questions.manners(where.county(), adult));
        choices.put("exemption", questions.exemption(where.county(), adult));
        choices.put("presumed", questions.presumed(where.county(), adult));
        return choices;
    }

    private boolean isAdult(FormSituation where) {
        return cases.personOf(cases.byNumber(where.caseNumber())).isAdultOn(where.today());
    }

    private boolean twoParts(FormSituation where) {
        return questions.twoParts(where.county(), isAdult(where));
    }

    private Optional<DecisionRecord> newestDecision(FormSituation where) {
        return decisions.of(where.caseNumber()).stream().filter(d -> d.tableKey().equals(Consents.TABLE))
                .reduce((first, second) -> second);
    }

    private static boolean isOf(AnswerRow row, Guardian guardian) {
        return row.guardianId() != null ? row.guardianId().equals(guardian.id())
                : guardian.name().equalsIgnoreCase(row.name());
    }

    private static boolean isOf(ConsentForm.RecipientRow row, Participant participant) {
        return row.participantId() != null ? row.participantId().equals(participant.id())
                : participant.name().equalsIgnoreCase(row.name());
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    final Consents consents() {
        return consents;
    }
}
