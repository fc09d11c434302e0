package se.sip.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.Audience;
import se.sip.checklist.Checklist;
import se.sip.checklist.Checklist.Question;
import se.sip.deviation.Deviations;
import se.sip.dispute.Disputes;
import se.sip.engine.ProcessVariable;
import se.sip.event.MeetingChanges.Change;
import se.sip.meeting.MeetingLength;
import se.sip.need.OtherMeetings;
import se.sip.preparation.Routing;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.UnitKind;

/** Registers an event from Tasklist, by the same rules as the API. */
@Component
class HandelseIntake implements FormIntake<EventForm> {

    private final EventRules rules;
    private final CaseEvents events;
    private final MeetingChanges changes;
    private final OtherMeetings otherMeetings;
    private final Routing routing;
    private final Disputes disputes;
    private final Checklist checklist;
    private final Deviations deviations;
    private final MeetingLength length;

    HandelseIntake(EventRules rules, CaseEvents events, MeetingChanges changes, OtherMeetings otherMeetings,
            Routing routing, Disputes disputes, Deviations deviations, Checklist checklist,
            MeetingLength length) {
        this.checklist = checklist;
        this.deviations = deviations;
        this.disputes = disputes;
        this.changes = changes;
        this.otherMeetings = otherMeetings;
        this.routing = routing;
        this.length = length;
        this.rules = rules;
        this.events = events;
    }

    /** One alternative of a list. */
    record Choice(String value, String label) {
    }

    @Override
    public String form() {
        return "handelse";
    }

    @Override
    public Class<EventForm> type() {
        return EventForm.class;
    }

    @Override
    public void check(EventForm form, FormSituation where, Faults faults) {
        rules.check(form, where.staff(), faults);
    }

    @Override
    public void accept(EventForm form, FormSituation where) {
        where.variables().setCaseNumber(form.caseNumber());
        where.variables().set(ProcessVariable.SUBJECT, events.register(form, where.staff()));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return Map.of("lengthRule", length.rule(where.county()).orElse(""), "answerTo", Arrays.stream(AnsweredTo.values())
                        .map(t -> new Choice(t.name(), t.swedish())).toList(),
                "kinds", Arrays.stream(EventKind.values()).filter(k -> isKnown(k, where.county()))
                        .map(k -> new Choice(k.name(), k.swedish())).toList(),
                "partyKinds", UnitKind.takingPart().stream().map(k -> new Choice(k.name(), k.swedish()))
                        .toList(), "meetingTypes", otherMeetings.offeredIn(where.county()));
    }

    /** What the county does not know is not offered. */
    private boolean isKnown(EventKind kind, String county) {
        return switch (kind) {
            case MEETING_GIVES_WAY -> changes.of(county, Change.ACUTE_NEED).allowed();
            case OTHER_MEETING -> !otherMeetings.offeredIn(county).isEmpty();
            case DISPUTE -> disputes.hasLadder(county);
            case PRE_MEETING -> checklist.asks(county, Audience.CHILD, Question.PRE_MEETING);
            default -> true;
        };
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("lengthRuled", length.rule(where.county()).isPresent(), "asksContact", routing.asksContact(where.county()), "asksFamily",
                changes.of(where.county(), Change.MOVED).askFamily(),
                "asksPrincipals", deviations.isCopiedIn(where.county()));
    }
}
