package se.sip.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.EndKind;
import se.sip.closure.EndingSheets;
import se.sip.closure.Involved;
import se.sip.closure.NoticeKind;
import se.sip.closure.NoticeSheets;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Purpose;
import se.sip.invitation.MeetingChangeSheets;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.plan.Plans;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What an event that is registered sends: to whom, which way and why, with each letter as it will go. */
@Component
public class EventSheets implements FormSheets<EventForm> {

    private static final String[] TOLD_OF_MEETING = {"HAL-71", "HAL-72", "VGU-81"};

    private static final Set<EventKind> SENDING = EnumSet.of(EventKind.MEETING_MOVED, EventKind.MEETING_GIVES_WAY,
            EventKind.MEETING_CANCELLED, EventKind.CONSENT_WITHDRAWN, EventKind.ADMINISTRATIVE_END,
            EventKind.OTHER_MEETING, EventKind.LIFE_CHANGED, EventKind.HAND_OVER, EventKind.DISPUTE,
            EventKind.ANSWER_CHANGED);

    private final MeetingChangeSheets changes;
    private final EndingSheets endings;
    private final NoticeSheets notices;
    private final Involved involved;
    private final Meetings meetings;
    private final Plans plans;
    private final CaseFiles cases;
    private final EventRules rules;

    EventSheets(MeetingChangeSheets changes, EndingSheets endings, NoticeSheets notices, Involved involved,
            Meetings meetings, Plans plans, CaseFiles cases, EventRules rules) {
        this.changes = changes;
        this.endings = endings;
        this.notices = notices;
        this.involved = involved;
        this.meetings = meetings;
        this.plans = plans;
        this.cases = cases;
        this.rules = rules;
    }

    @Override
    public String form() {
        return "handelse";
    }

    /** Whether an event of the kind tells anybody at once. */
    public boolean sends(EventKind kind) {
        return SENDING.contains(kind);
    }

    @Override
    public List<Sheet> of(EventForm form, FormSituation where) {
        return of(form, where.staff());
    }

    /** @param form without faults; {@code who} is about to register it */
    public List<Sheet> of(EventForm form, StaffMember who) {
        CaseFile caseFile = cases.byNumber(form.caseNumber());
        String number = caseFile.number();
        return switch (form.kind()) {
            case MEETING_MOVED, MEETING_GIVES_WAY -> meetings.booked(number)
                    .map(m -> m.withStartsAt(form.newDate().atTime(form.newStart()))
                            .withEndsAt(form.newDate().atTime(form.newEnd())))
                    .map(m -> changed(caseFile, NoticeKind.MEETING_MOVED, Purpose.MEETING_CHANGED, m)).orElse(List.of());
            case MEETING_CANCELLED -> cancelled(caseFile);
            case CONSENT_WITHDRAWN -> ended(caseFile, EndKind.CONSENT_WITHDRAWN, null);
            case ADMINISTRATIVE_END -> ended(caseFile, form.endKind(), form.reason());
            case OTHER_MEETING -> ended(caseFile, EndKind.OTHER_MEETING, form.reason());
            case LIFE_CHANGED -> plans.current(number).map(p -> notices.of(caseFile.county(), number,
                    NoticeKind.EARLY_FOLLOW_UP, List.of(Addressee.unit(p.responsibleUnit())),
                    "Huvudansvarig kallar till uppföljningen.", "VGU-141", "HAL-116")).orElse(List.of());
            case HAND_OVER -> notices.of(caseFile.county(), number, NoticeKind.HANDED_OVER,
                    List.of(Addressee.unit(form.toUnit()), Addressee.managersOf(form.toUnit())),
                    "Enheten sammankallar från och med nu.", "PRODUKT");
            case DISPUTE -> notices.of(caseFile.county(), number, NoticeKind.DISPUTE_RAISED,
                    Stream.concat(rules.ownUnit(who, caseFile).stream(), Stream.of(form.unit()))
                            .map(Addressee::managersOf).toList(), "Närmaste chefer löser tvisten.", "BOR-83");
            case ANSWER_CHANGED -> notices.of(caseFile.county(), number, NoticeKind.ANSWER_CHANGED,
                    List.of(Addressee.unit(caseFile.convenerUnit())), "Den som sammankallar får veta.", "PRODUKT");
            default -> List.of();
        };
    }

    private List<Sheet> cancelled(CaseFile caseFile) {
        return meetings.booked(caseFile.number()).map(m -> changed(caseFile, NoticeKind.MEETING_CANCELLED,
                Purpose.MEETING_CANCELLED, m)).orElse(List.of());
    }

    private List<Sheet> ended(CaseFile caseFile, EndKind kind, String reason) {
        var sheets = new ArrayList<>(cancelled(caseFile));
        if (caseFile.isOpen()) {
            sheets.addAll(endings.of(caseFile.number(), kind, reason, null));
        }
        return sheets;
    }

    private List<Sheet> changed(CaseFile caseFile, NoticeKind kind, Purpose purpose, Meeting meeting) {
        List<Addressee> told = involved.all(caseFile.number());
        var sheets = new ArrayList<>(notices.of(caseFile.county(), caseFile.number(), kind,
                told.stream().filter(Addressee::readsHere).toList(),
                "Alla som är kallade får veta det genast, och tiden ändras i kalendern. Skälet lämnas inte ut.",
                TOLD_OF_MEETING));
        sheets.addAll(changes.of(purpose, meeting, told));
        return sheets;
    }
}
