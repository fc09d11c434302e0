package se.sip.casepage;

import java.util.Arrays;
import java.util.Optional;
import se.sip.event.AnsweredTo;
import se.sip.event.EventKind;

/** What can be done from the page of a case, beside its open tasks. Most are events at any time. */
enum CaseAction {
    WITHDRAW("aterkalla", EventKind.CONSENT_WITHDRAWN, "Samtycket återkallas", "Registrera återkallelsen",
            "Återkallelsen är registrerad."),
    LIFE("livet-forandras", EventKind.LIFE_CHANGED, "Livet har förändrats", "Registrera förändringen",
            "Förändringen är registrerad."),
    MOVE("flytta-motet", EventKind.MEETING_MOVED, "Flytta mötet", "Flytta mötet", "Mötet är flyttat."),
    CANCEL("stall-in-motet", EventKind.MEETING_CANCELLED, "Ställ in mötet", "Ställ in mötet", "Mötet är inställt."),
    GIVE_WAY("lamna-plats", EventKind.MEETING_GIVES_WAY, "Mötet lämnar plats för ett mer akut behov", "Flytta mötet",
            "Mötet är flyttat."),
    OTHER_MEETING("annan-motesform", EventKind.OTHER_MEETING, "Annan mötesform i stället för SIP",
            "Välj den andra mötesformen", "Ärendet är avslutat: det blir en annan mötesform."),
    ADD_UNIT("lagg-till-enhet", EventKind.ADD_UNIT, "Lägg till en enhet", "Lägg till enheten", "Enheten är tillagd."),
    ASK_ANEW("fornya-samtycket", EventKind.CONSENT_ASKED_ANEW, "Förnya eller ändra samtycket", "Fråga på nytt",
            "Frågan om samtycke är öppen."),
    CORRECT_DATE("ratta-datum", EventKind.DATE_CORRECTED, "Rätta ett datum", "Rätta datumet", "Datumet är rättat."),
    CHANGE_ANSWER("andra-svar", EventKind.ANSWER_CHANGED, "Ändra svaret på kallelsen", "Ändra svaret",
            "Svaret är ändrat."),
    CORRECT_ANSWER("ratta-svar", EventKind.ANSWER_CORRECTED, "Rätta ett svar på kallelsen", "Rätta svaret", "Svaret är rättat."),
    CORRECT_CONSENT("ratta-samtycke", EventKind.ANSWER_CORRECTED, "Rätta ett svar om samtycke", "Rätta svaret",
            "Svaret är rättat."),
    CORRECT_ATTENDANCE("ratta-narvaro", EventKind.ANSWER_CORRECTED, "Rätta vilka som var med på mötet",
            "Rätta närvaron", "Närvaron är rättad."),
    DEVIATION("avvikelse", EventKind.DEVIATION, "Anteckna en avvikelse", "Anteckna avvikelsen",
            "Avvikelsen är antecknad. Uppgiften att göra den i er egen rutin finns nu hos er enhet."),
    PRE_MEETING("formote", EventKind.PRE_MEETING, "Anteckna ett förmöte", "Anteckna förmötet", "Förmötet är antecknat."),
    DISPUTE("tvist", EventKind.DISPUTE, "Ta upp en tvist", "Ta upp tvisten",
            "Tvisten är upptagen. Närmaste chefer för båda enheterna har fått en gemensam uppgift."),
    COLLEAGUE("kollega", null, "Lämna över till en kollega", "Lämna över till kollegan",
            "Ärendet är överlämnat till kollegan."),
    HAND_OVER("lamna-over", EventKind.HAND_OVER, "Lämna över till en annan enhet", "Lämna över",
            "Ärendet är överlämnat."),
    END("avsluta-administrativt", EventKind.ADMINISTRATIVE_END, "Avsluta administrativt", "Avsluta ärendet",
            "Ärendet är avslutat."),
    UNDO("ta-tillbaka-avslutet", EventKind.UNDO, "Ta tillbaka avslutet", "Ta tillbaka avslutet",
            "Avslutet är taget tillbaka."),
    REOPEN("ateroppna", EventKind.REOPEN, "Återöppna ärendet", "Återöppna ärendet", "Ärendet är återöppnat.");

    private final String address;
    private final EventKind event;
    private final String title;
    private final String button;
    private final String done;

    CaseAction(String address, EventKind event, String title, String button, String done) {
        this.address = address;
        this.event = event;
        this.title = title;
        this.button = button;
        this.done = done;
    }

    /** Last part of its address. */
    public String address() {
        return address;
    }

    /** Which sort of answer it corrects; empty where it corrects none. */
    Optional<AnsweredTo> corrects() {
        return switch (this) {
            case CORRECT_ANSWER -> Optional.of(AnsweredTo.INVITATION);
            case CORRECT_CONSENT -> Optional.of(AnsweredTo.CONSENT);
            case CORRECT_ATTENDANCE -> Optional.of(AnsweredTo.MEETING);
            default -> Optional.empty();
        };
    }

    /** The event it registers; empty where it is none. */
    Optional<EventKind> event() {
        return Optional.ofNullable(event);
    }

    public String title() {
        return title;
    }

    public String button() {
        return button;
    }

    String done() {
        return done;
    }

    static Optional<CaseAction> at(String address) {
        return Arrays.stream(values()).filter(a -> a.address.equals(address)).findFirst();
    }
}
