package se.sip.casepage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.closure.Involved;
import se.sip.closure.Notice;
import se.sip.consent.ConsentState;
import se.sip.consent.Consents;
import se.sip.engine.CaseTasks;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Says in words what an action is about to do in the case as it is now, and what it has done. */
@Component
@Transactional(readOnly = true)
class Consequences {

    private static final List<String> NUMBERS = List.of("ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju",
            "åtta", "nio", "tio", "elva", "tolv");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("sv"));

    private final CaseFiles cases;
    private final Involved involved;
    private final Consents consents;
    private final Meetings meetings;
    private final Plans plans;
    private final CaseTasks tasks;
    private final UnitRepository units;
    private final Clock clock;

    Consequences(CaseFiles cases, Involved involved, Consents consents, Meetings meetings, Plans plans,
            CaseTasks tasks, UnitRepository units, Clock clock) {
        this.cases = cases;
        this.involved = involved;
        this.consents = consents;
        this.meetings = meetings;
        this.plans = plans;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    /** What the action will do, one sentence each: "Mötet 20 mars ställs in, fyra enheter meddelas." */
    List<String> of(CaseAction action, CaseFile caseFile) {
        String number = caseFile.number();
        String told = told(number);
        return switch (action) {
            case WITHDRAW -> List.of("Samtycket upphör genast och helt.", meeting(number, " ställs in. ", "") + told
                    + " Skälet lämnas inte ut.", "Andra enheter kan inte längre läsa ärendet här. "
                    + (caseFile.isOpen() ? "Ärendet avslutas. " : "") + "Ingen insats avslutas.");
            case LIFE -> List.of(plans.current(number).map(p -> "Uppföljningen " + day(p.followUpOn())
                    + " tidigareläggs: " + unitName(p.responsibleUnit()) + " får uppgiften att kalla till den nu.")
                    .orElse("Uppföljningen tidigareläggs."));
            case MOVE, GIVE_WAY -> List.of(meeting(number, " flyttas. ", "Mötet flyttas. ") + told + " Skälet lämnas inte ut.",
                    "De som har kallats kallas på nytt till den nya tiden.", letter(caseFile), recommended(caseFile));
            case CANCEL -> List.of(meeting(number, " ställs in. ", "Mötet ställs in. ") + told
                    + " Skälet lämnas inte ut.", letter(caseFile), "En ny kallelse behöver skrivas.",
                    recommended(caseFile));
            case ADD_UNIT -> List.of("Samtycket behöver utökas först: uppgiften att fråga "
                    + family(caseFile) + " skapas genast.", "Enheten ser ingenting innan samtycket omfattar den."
                    + meetings.booked(number).map(m -> " Därefter kallas den till mötet " + day(m.startsAt()) + ".")
                            .orElse(""));
            case CORRECT_DATE -> List.of("Ärendets datum och påminnelser räknas om från den rätta dagen."
                    + (caseFile.meetingDue() == null ? "" : " Nu är sista dag för mötet " + day(caseFile.meetingDue())
                            + "."));
            case CHANGE_ANSWER -> List.of("Det nya svaret gäller i stället för det gamla. Den som sammankallar får besked.");
            case CORRECT_ANSWER -> List.of("Svaret ändras i ärendet. Det tidigare svaret och skälet finns kvar bland "
                    + "händelserna. Ingen meddelas.");
            case CORRECT_CONSENT -> List.of("Dagen eller formen ändras, aldrig vad någon har svarat: den som har ändrat "
                    + "sig återkallar samtycket.", "Samtyckets sista dag räknas om. Det som stod tidigare och skälet "
                    + "finns kvar bland händelserna. Ingen meddelas.");
            case CORRECT_ATTENDANCE -> List.of("Det som stod tidigare och skälet finns kvar bland händelserna.",
                    "Om enheten inte var med, eller saknade mandat, är dess insatser inte längre bekräftade. Enheten "
                    + "får då uppgiften att ta ställning till dem.");
            case ASK_ANEW -> List.of("Uppgiften Förnya samtycket öppnas hos " + renews(caseFile) + ". Där frågas "
                    + family(caseFile) + " på nytt: vilka enheter, vilken information och till vilken dag.",
                    consents.endsOn(number).filter(d -> consents.stateOn(number, LocalDate.now(clock))
                            == ConsentState.VALID).map(d -> "Det samtycke som finns gäller till och med " + day(d)
                            + " om svaret dröjer eller blir nej.").orElse("Inget delas förrän samtycket är förnyat."),
                    "En enhet som inte längre omfattas kan inte läsa ärendet här när svaret är registrerat.");
            case PRE_MEETING -> List.of("Förmötet antecknas i ärendets historik. Ingen meddelas.");
            case DISPUTE -> List.of("Närmaste chefer för båda enheterna får en gemensam uppgift att lösa tvisten. Löser de "
                    + "den inte i tid lyfts den i varje huvudmans linjeorganisation.", "Ärendet fortsätter under tiden.");
            case OTHER_MEETING -> List.of("Ärendet avslutas som annan mötesform. Inget nekas. "
                    + meeting(number, " ställs in. ", "") + told);
            case DEVIATION -> List.of("Din enhet får uppgiften att göra avvikelsen i sin egen rutin, utan dröjsmål.",
                    "Ärendet fortsätter. Ingen annan enhet meddelas.");
            case COLLEAGUE -> List.of("Kollegan blir handläggare i ärendet, och uppgifter som du har tagit går över "
                    + "till kollegan. Enheten sammankallar som förut.");
            case HAND_OVER -> List.of("Den nya enheten sammankallar från och med nu och får "
                    + openTasks(caseFile) + ". Den och dess chef får besked.", "Din enhet ser inte längre ärendet.");
            case END -> List.of("Ärendet avslutas genast och kan inte tas tillbaka.",
                    meeting(number, " ställs in. ", "") + told + " Ingen insats avslutas.");
            case UNDO -> List.of("Ärendet fortsätter där det var. Ingen har fått besked om avslutet.");
            case REOPEN -> List.of("Ärendet fortsätter i det steg där det var när det avslutades. " + told);
        };
    }

    /** What was done: who reads of it here, and whom the convener has to tell. */
    String receipt(CaseAction action, List<Notice> notices) {
        long shown = notices.stream().filter(n -> n.status() == Notice.Status.SHOWN).map(Notice::recipient).distinct()
                .count();
        long toTell = notices.stream().filter(n -> n.status() == Notice.Status.TO_TELL).map(Notice::recipient)
                .distinct().count();
        return action.done() + (shown == 0 ? "" : " " + upperFirst(count(shown, "mottagare", "mottagare"))
                + " har fått besked här.")
                + (toTell == 0 ? "" : " " + upperFirst(count(toTell, "person", "personer"))
                        + " utan inloggning behöver få besked av den som sammankallar.");
    }

    private String renews(CaseFile caseFile) {
        return unitName(plans.current(caseFile.number()).map(PlanVersion::responsibleUnit)
                .filter(u -> units.findById(u).map(Unit::hasLogin).orElse(false)).orElse(caseFile.convenerUnit()));
    }

    private String letter(CaseFile caseFile) {
        return "Brev till " + family(caseFile) + " läggs fram att posta. Det som väntar på att postas med den gamla "
                + "tiden tas bort.";
    }

    private String told(String number) {
        int called = involved.called(number).size();
        String family = family(cases.byNumber(number));
        return called == 0 ? upperFirst(family) + " får besked."
                : upperFirst(count(called, "enhet", "enheter")) + " meddelas och " + family + " får besked.";
    }

    private String family(CaseFile caseFile) {
        return cases.personOf(caseFile).isAdultOn(LocalDate.now(clock)) ? "personen" : "familjen";
    }

    private String meeting(String number, String happens, String otherwise) {
        return meetings.booked(number).map(m -> (m.occasion() == Meeting.Occasion.PLANNING ? "Mötet "
                : "Uppföljningsmötet ") + day(m.startsAt()) + happens).orElse(otherwise);
    }

    private static String recommended(CaseFile caseFile) {
        return caseFile.meetingDue() == null ? "Tiden för mötet räknas som förut."
                : "Tiden räknas fortfarande från den dag behovet upptäcktes: mötet bör hållas senast "
                        + day(caseFile.meetingDue()) + ".";
    }

    private String openTasks(CaseFile caseFile) {
        long open = tasks.of(List.of(caseFile.number())).getOrDefault(caseFile.number(), List.of()).stream()
                .filter(t -> t.groups().contains(caseFile.convenerUnit())).count();
        return open == 0 ? "ärendet" : count(open, "öppen uppgift", "öppna uppgifter");
    }

    private String unitName(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }

    private static String count(long number, String one, String many) {
        return (number < NUMBERS.size() ? NUMBERS.get((int) number) : String.valueOf(number)) + " "
                + (number == 1 ? one : many);
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }

    private static String day(LocalDateTime moment) {
        return moment.format(DAY);
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
