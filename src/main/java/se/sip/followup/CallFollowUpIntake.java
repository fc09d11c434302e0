package se.sip.followup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.Outbox;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.meeting.Agenda;
import se.sip.meeting.Booking;
import se.sip.meeting.LiveConsent;
import se.sip.meeting.Meeting.Occasion;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingForm;
import se.sip.meeting.MeetingLength;
import se.sip.meeting.Meetings;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.preparation.Preparations;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Books the follow-up and notes who is called to it. */
@Component
class CallFollowUpIntake implements FormIntake<CallFollowUpForm> {

    private final Meetings meetings;
    private final Plans plans;
    private final Parties parties;
    private final LiveConsent consent;
    private final FollowUps followUps;
    private final Agenda agenda;
    private final MeetingLength length;
    private final Preparations preparations;
    private final FollowUpLetters letters;
    private final Outbox outbox;
    private final CaseLog log;

    CallFollowUpIntake(Meetings meetings, Plans plans, Parties parties, LiveConsent consent, FollowUps followUps,
            Agenda agenda, MeetingLength length, Preparations preparations,
            FollowUpLetters letters, Outbox outbox, CaseLog log) {
        this.meetings = meetings;
        this.plans = plans;
        this.parties = parties;
        this.consent = consent;
        this.followUps = followUps;
        this.agenda = agenda;
        this.length = length;
        this.preparations = preparations;
        this.letters = letters;
        this.outbox = outbox;
        this.log = log;
    }

    @Override
    public String form() {
        return "kalla_uppfoljning";
    }

    @Override
    public Class<CallFollowUpForm> type() {
        return CallFollowUpForm.class;
    }

    @Override
    public void check(CallFollowUpForm form, FormSituation where, Faults faults) {
        consent.faultOn(where.caseNumber(), where.today()).ifPresent(fault -> faults.add("", fault));
        PlanVersion plan = plan(where);
        if (form.meetsOn() != null) {
            faults.addIf(form.meetsOn().isBefore(where.today()), "meetsOn", "Uppföljningen kan inte ligga bakåt.");
            faults.addIf(!form.meetsOn().equals(plan.followUpOn()) && plan.earlyFollowUpWhy() == null
                    && isBlank(form.changedWhy()), "changedWhy",
                    "Planen säger " + plan.followUpOn() + ". Skriv varför dagen ändras.");
        }
        faults.addIf(form.startsAt() != null && form.endsAt() != null && !form.endsAt().isAfter(form.startsAt()),
                "endsAt", "Uppföljningen slutar efter att den har börjat.");
        length.check(where.county(), form.startsAt(), form.endsAt(), "breakPlanned", form.breakPlanned(),
                form.lengthWhy(), faults);
        faults.addIf(form.meetingForm() != null && form.meetingForm().isDigital()
                && isBlank(form.digitalPreparation()), "digitalPreparation",
                "Skriv vad deltagarna behöver förbereda för det digitala mötet.");
        faults.addIf(form.meetingForm() != null && form.meetingForm().isDigital()
                && !Boolean.TRUE.equals(form.digitalConsent()), "digitalConsent",
                "Ett digitalt möte kräver att den det gäller samtycker till det (VGU-91, HAL-97). Välj annars fysiskt "
                        + "möte.");
        faults.addIf(Boolean.FALSE.equals(form.suitsFamily()) && isBlank(form.suitsNote()), "suitsNote",
                "Skriv hur den det gäller ändå kan vara med, eller välj en annan tid.");
        faults.addIf(form.invited() != null && !parties.of(where.caseNumber()).stream().map(Party::key).toList()
                .containsAll(form.invited()), "invited", "Välj bland dem som deltar.");
    }

    @Override
    public void accept(CallFollowUpForm form, FormSituation where) {
        plans.wake(where.caseNumber());
        PlanVersion plan = plan(where);
        Meeting booked = meetings.bookFollowUp(where.caseNumber(), booking(form, where.caseNumber(), plan));
        letters.calls(where.caseNumber(), FollowUpLetters.subjectOf(booked), form.invited()).forEach(outbox::send);
        if (form.breakPlanned() != null || form.lengthWhy() != null) {
            length.keep(booked.id(), form.breakPlanned(), form.lengthWhy());
        }
        log.add(where.caseNumber(), "FOLLOW_UP_CALLED", (form.meetingForm().isDigital()
                ? "Samtycke till digitalt möte finns. " : "") + "Den det gäller, " + parties.of(where.caseNumber()).stream()
                .filter(p -> form.invited().contains(p.key())).map(Party::name).collect(Collectors.joining(", ")));
        where.variables().set(ProcessVariable.FOLLOW_UP_ON, EngineDates.endOf(form.meetsOn()));
        followUps.booked(where.caseNumber(), form.meetsOn());
    }

    /** The meeting as it will be booked. */
    Booking booking(CallFollowUpForm form, String caseNumber, PlanVersion plan) {
        return new Booking(form.meetsOn().atTime(form.startsAt()), form.meetsOn().atTime(form.endsAt()), form.place(),
                form.meetingForm(), form.digitalPreparation(), form.documenter(), "Följa upp planen",
                plan.longTermGoal(), String.join("\n", agenda.of(caseNumber, Occasion.FOLLOW_UP)));
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        PlanVersion plan = plan(where);
        var known = new LinkedHashMap<String, Object>();
        if (plan.earlyFollowUpWhy() == null && !plan.followUpOn().isBefore(where.today())) {
            known.put("meetsOn", plan.followUpOn());
        }
        known.put("place", plan.followUpPlace());
        known.put("documenter", plan.writtenBy());
        known.put("lengthRuled", length.rule(where.county()).isPresent());
        preparations.of(where.caseNumber()).ifPresent(p -> known.put("digitalConsent", p.digitalConsent()));
        known.put("meetingForm", MeetingForm.IN_PERSON);
        known.put("invited", parties.of(where.caseNumber()).stream().map(Party::key).toList());
        return known;
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        PlanVersion plan = plan(where);
        var choices = new LinkedHashMap<String, Object>();
        choices.put("planned", "Enligt planen: " + plan.followUpOn() + ", " + plan.followUpPlace() + ".");
        choices.put("early", plan.earlyFollowUpWhy() == null ? ""
                : "Uppföljningen kallas tidigare än planerat: " + plan.earlyFollowUpWhy());
        choices.put("consentEnds", consent.endsOn(where.caseNumber())
                .map(last -> "Samtycket gäller till och med " + last + ". Uppföljningen kan bara hållas medan det gäller.")
                .orElse(""));
        choices.put("lengthRule", length.rule(where.county()).orElse(""));
        choices.put("agenda", agenda.of(where.caseNumber(), Occasion.FOLLOW_UP));
        choices.put("parties", parties.of(where.caseNumber()).stream()
                .map(p -> Map.of("value", p.key(), "label", p.name())).toList());
        return choices;
    }

    private PlanVersion plan(FormSituation where) {
        return plans.current(where.caseNumber()).orElseThrow(
                () -> new IllegalStateException("Case " + where.caseNumber() + " has no plan in force"));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
