package se.sip.casepage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.access.Colleagues;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.casepage.ActionField.Option;
import se.sip.consent.ConsentAnswer;
import se.sip.consent.Consents;
import se.sip.consent.Manner;
import se.sip.consent.WhoWithdrew;
import se.sip.event.EventForm;
import se.sip.event.TypedEvents;
import se.sip.invitation.AnswerKind;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingLength;
import se.sip.meeting.Meetings;
import se.sip.meeting.Parties;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** What each action asks for, with what the case already knows filled in. */
@Component
class ActionForms {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<Option> YES_NO = List.of(new Option("true", "Ja"), new Option("false", "Nej"));
    private static final String WHEN_PRESENT = "Behövs när enheten var med.";
    private static final String NOT_PASSED_ON = "Skälet lämnas inte ut i några besked.";

    private final CaseFiles cases;
    private final Consents consents;
    private final Meetings meetings;
    private final MeetingLength length;
    private final Invitations invitations;
    private final UnitRepository units;
    private final Colleagues colleagues;
    private final TypedEvents events;
    private final Parties parties;
    private final Clock clock;

    ActionForms(CaseFiles cases, Consents consents, Meetings meetings, MeetingLength length,
            Invitations invitations, UnitRepository units, Colleagues colleagues, TypedEvents events, Parties parties, Clock clock) {
        this.parties = parties;
        this.cases = cases;
        this.consents = consents;
        this.meetings = meetings;
        this.length = length;
        this.invitations = invitations;
        this.units = units;
        this.colleagues = colleagues;
        this.events = events;
        this.clock = clock;
    }

    List<ActionField> of(CaseAction action, CaseFile caseFile, StaffMember reader) {
        String number = caseFile.number();
        return switch (action) {
            case WITHDRAW -> List.of(ActionField.choice("who", "Vem återkallar?", whoWithdraws(caseFile)),
                    ActionField.choice("manner", "Hur?", Arrays.stream(EventForm.Manner.values())
                            .map(m -> new Option(m.name(), m.swedish())).toList()),
                    ActionField.date("on", "Vilken dag?", LocalDate.now(clock).toString()),
                    ActionField.time("at", "Vilket klockslag?", LocalDateTime.now(clock).format(TIME)),
                    ActionField.area("reason", "Anteckning", false, NOT_PASSED_ON));
            case LIFE -> List.of(ActionField.area("reason", "Vad har förändrats?", true, NOT_PASSED_ON));
            case MOVE, GIVE_WAY -> moved(caseFile);
            case OTHER_MEETING -> List.of(
                    ActionField.area("assessment", "Er individuella bedömning", true, null),
                    ActionField.choice("meetingType", "Mötesform", events.otherMeetings(caseFile).entrySet().stream()
                            .map(m -> new Option(m.getKey(), m.getValue())).toList()),
                    ActionField.area("reason", "Varför blir det inte en SIP?", true, null));
            case PRE_MEETING -> List.of(
                    ActionField.select("unit", "Med vilken enhet?", true, null, others(caseFile, reader)),
                    ActionField.date("on", "Vilken dag hölls förmötet?", LocalDate.now(clock).toString()),
                    ActionField.area("reason", "Vad talade ni om, och vad kom ni fram till?", true,
                            "Till exempel hur kostnaden delas vid placering i HVB."));
            case DISPUTE -> List.of(
                    ActionField.select("unit", "Vilken enhet är ni inte överens med?", true, null,
                            others(caseFile, reader)),
                    ActionField.area("reason", "Vad är ni inte överens om?", true,
                            "Skriv inga uppgifter om personen. Cheferna i linjen läser det här."));
            case DEVIATION -> Stream.concat(events.asksPrincipals(caseFile.county()) ? Stream.of(ActionField.select(
                    "unit", "Berör den också en enhet hos den andra huvudmannen?", false,
                    "Den får då också uppgiften att göra avvikelsen, i sin huvudmans system.",
                    others(caseFile, reader))) : Stream.empty(),
                    Stream.of(ActionField.area("reason", "Vad hände?", true, null))).toList();
            case CANCEL -> List.of(ActionField.area("reason", "Varför ställs mötet in?", true, NOT_PASSED_ON));
            case ADD_UNIT -> Stream.concat(Stream.of(
                    ActionField.select("unit", "Vilken enhet?", false, null, units(caseFile, false)),
                    ActionField.text("partyName", "Eller någon som inte finns i listan", false, null),
                    ActionField.select("partyKind", "Vad är det?", false, "Bara för någon som inte finns i listan.",
                            UnitKind.takingPart().stream().map(k -> new Option(k.name(), k.swedish())).toList()),
                    ActionField.text("partyEmail", "E-post", false, "Bara för någon som inte finns i listan."),
                    ActionField.area("need", "Vad behövs enheten för?", true, null)), contact(caseFile)).toList();
            case CORRECT_DATE -> List.of(
                    ActionField.date("discoveredOn", "Vilken dag upptäcktes behovet?", caseFile.discoveredOn().toString()),
                    ActionField.area("reason", "Varför rättas datumet?", true, null));
            case CHANGE_ANSWER -> Stream.concat(reader.worksIn(caseFile.convenerUnit()) ? Stream.of(whose(number))
                            : Stream.empty(), answer("Vad svarar enheten nu?", "Varför?", false)).toList();
            case CORRECT_ANSWER -> Stream.concat(Stream.of(whose(number)),
                    answer("Rätt svar", "Varför rättas svaret?", true)).toList();
            case ASK_ANEW -> List.of(ActionField.area("reason", "Varför frågas det på nytt?", false, NOT_PASSED_ON));
            case CORRECT_CONSENT -> List.of(
                    ActionField.select("whose", "Vems svar?", true, null, consents.given(number).stream()
                            .map(a -> new Option(TypedEvents.whose(a), asGiven(a, caseFile))).toList()),
                    ActionField.dateOrNone("answeredOn", "Rätt dag", "Lämna tomt om dagen var rätt."),
                    ActionField.select("answeredHow", "Hur lämnades svaret?", false, "Välj bara om det stod fel.",
                            Arrays.stream(Manner.values()).map(m -> new Option(m.name(), upperFirst(m.swedish())))
                                    .toList()),
                    ActionField.area("reason", "Varför rättas svaret?", true, null));
            case CORRECT_ATTENDANCE -> List.of(
                    ActionField.select("whose", "Vilken enhet?", true, null, meetings.lastHeld(number).stream()
                            .flatMap(m -> m.attendance().stream()).map(a -> new Option(a.party(), a.name() + ": "
                                    + (a.present() ? a.who() + " var med" : "var inte med"))).toList()),
                    ActionField.choice("present", "Var enheten med på mötet?", YES_NO),
                    ActionField.text("name", "Vem kom?", false, WHEN_PRESENT),
                    ActionField.text("workRole", "Roll", false, "Till exempel kurator. " + WHEN_PRESENT),
                    ActionField.select("mandate", "Hade hen mandat att besluta om enhetens insatser?", false,
                            WHEN_PRESENT, YES_NO),
                    ActionField.area("absentWhy", "Varför kom ingen?", false, "Behövs när en kallad enhet inte var med."),
                    ActionField.area("reason", "Varför rättas närvaron?", true, null));
            case COLLEAGUE -> List.of(
                    ActionField.select("colleague", "Vilken kollega?", true, null,
                            colleagues.in(caseFile.convenerUnit()).stream().map(c -> new Option(c.userId(), c.name()))
                                    .toList()),
                    ActionField.area("reason", "Vad behöver kollegan veta?", false, null));
            case HAND_OVER -> List.of(
                    ActionField.select("toUnit", "Ny sammankallande enhet", true, null, units(caseFile, true)),
                    ActionField.area("reason", "Varför lämnas ärendet över?", true, null));
            case END -> List.of(ActionField.choice("endKind", "Varför?", List.of(
                            new Option(EndKind.DECEASED.name(), "Personen har avlidit"),
                            new Option(EndKind.MOVED.name(), "Personen har flyttat"),
                            new Option(EndKind.REGISTERED_IN_ERROR.name(), "Ärendet är felregistrerat"))),
                    ActionField.area("reason", "Vad blev fel?", false, "Behövs när ärendet är felregistrerat."));
            case UNDO -> List.of(ActionField.area("reason", "Varför tas avslutet tillbaka?", true, null));
            case REOPEN -> List.of(ActionField.area("reason", "Varför återöppnas ärendet?", true, null));
        };
    }

    private String asGiven(ConsentAnswer answer, CaseFile caseFile) {
        String who = switch (answer.answerer()) {
            case GUARDIAN -> answer.name() + " (vårdnadshavare)";
            case REPRESENTATIVE -> answer.name() + " (företrädare)";
            case PERSON -> cases.personOf(caseFile).name();
        };
        return who + ": " + answer.exchange().swedish().toLowerCase(Locale.ROOT) + " " + answer.givenOn()
                + (answer.manner() == null ? "" : ", " + answer.manner().swedish());
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Whether anybody has answered about consent, so that there is something to correct. */
    boolean consentAnswered(String caseNumber) {
        return !consents.given(caseNumber).isEmpty();
    }

    boolean meetingHeld(String caseNumber) {
        return meetings.lastHeld(caseNumber).isPresent();
    }

    /** Answers that stand and can be corrected. */
    Stream<Invitation> answered(String caseNumber) {
        return invitations.current(caseNumber).stream().filter(i -> i.status() == Invitation.Status.ANSWERED);
    }

    private List<ActionField> moved(CaseFile caseFile) {
        Optional<Meeting> booked = meetings.booked(caseFile.number());
        var asked = new ArrayList<>(List.of(
                ActionField.date("newDate", "Ny dag", booked.map(m -> m.startsAt().toLocalDate().toString()).orElse("")),
                ActionField.time("newStart", "Börjar", booked.map(m -> m.startsAt().format(TIME)).orElse("")),
                ActionField.time("newEnd", "Slutar", booked.map(m -> m.endsAt().format(TIME)).orElse(""))));
        length.rule(caseFile.county()).ifPresent(rule -> {
            asked.add(ActionField.select("breakPlanned", "Är en paus inplanerad?", false, rule, YES_NO));
            asked.add(ActionField.area("lengthWhy", "Varför behöver mötet vara längre, eller utan paus?", false,
                    "Behövs när mötet är längre än så, eller lika långt utan paus."));
        });
        if (events.asksFamily(caseFile.county())) {
            asked.add(ActionField.choice("suitsFamily", "Familjen är tillfrågad. Passar den nya dagen?", YES_NO));
            asked.add(ActionField.area("familySays", "Vad har familjen sagt?", false, "Behövs när dagen inte passar."));
            asked.add(ActionField.area("lateReason", "Skäl om dagen ligger efter den rekommenderade", false, null));
        }
        asked.add(ActionField.area("reason", "Varför flyttas mötet?", true, NOT_PASSED_ON));
        return asked;
    }

    private Stream<ActionField> contact(CaseFile caseFile) {
        return !events.asksContact(caseFile.county()) ? Stream.empty() : Stream.of(
                ActionField.select("knownThere", "Har personen en pågående kontakt där?", false,
                        "Utan det tas kontakt först, och enheten kallas inte.", YES_NO),
                ActionField.select("informationOnly", "Behövs bara information därifrån?", false,
                        "Behövs utan pågående kontakt.", YES_NO));
    }

    private ActionField whose(String number) {
        return ActionField.select("whose", "Vems svar?", true, null, answered(number).map(i -> new Option(
                TypedEvents.whose(i.unitId(), i.name()), i.name() + ": " + i.answer().kind().swedish())).toList());
    }

    private static Stream<ActionField> answer(String label, String reason, boolean demanded) {
        String whenSomebodyComes = "Behövs när någon deltar.";
        return Stream.of(ActionField.choice("answer", label, Stream.of(AnswerKind.ATTENDS, AnswerKind.PREVENTED,
                        AnswerKind.DECLINES).map(k -> new Option(k.name(), k.swedish())).toList()),
                ActionField.text("name", "Vem kommer?", false, "Namnet. " + whenSomebodyComes),
                ActionField.text("workRole", "Roll", false, "Till exempel kurator. " + whenSomebodyComes),
                ActionField.select("mandate", "Får hen besluta om insatser för enheten?", false, whenSomebodyComes,
                        YES_NO),
                ActionField.area("reason", reason, demanded, null));
    }

    private List<Option> whoWithdraws(CaseFile caseFile) {
        boolean adult = cases.personOf(caseFile).isAdultOn(LocalDate.now(clock));
        return Arrays.stream(WhoWithdrew.values()).filter(w -> !adult || w != WhoWithdrew.GUARDIAN)
                .map(w -> new Option(w.name(), w == WhoWithdrew.PERSON && caseFile.audience() != Audience.CHILD
                        ? "Den enskilde" : w.swedish())).toList();
    }

    /** Units of the principals that take part, but the reader's own. */
    private List<Option> others(CaseFile caseFile, StaffMember reader) {
        return parties.of(caseFile.number()).stream().filter(p -> p.unitId() != null && p.isPrincipals()
                && !reader.worksIn(p.unitId())).map(p -> new Option(p.unitId(), p.name())).toList();
    }

    private List<Option> units(CaseFile caseFile, boolean toConvene) {
        LocalDate today = LocalDate.now(clock);
        return units.findByCountyOrderByName(caseFile.county()).stream()
                .filter(u -> u.validOn(today) && !u.kind().isLine() && !u.id().equals(caseFile.convenerUnit()))
                .filter(u -> !toConvene || u.hasLogin() && u.principal() != Principal.OTHER)
                .map((Unit u) -> new Option(u.id(), u.name())).toList();
    }
}
