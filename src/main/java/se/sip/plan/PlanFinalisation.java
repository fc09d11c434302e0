package se.sip.plan;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseLog;
import se.sip.meeting.LiveConsent;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;

/** Makes a written plan final, and does what follows from that: who may read it, and who is reminded of what. */
@Service
class PlanFinalisation {

    private final Plans plans;
    private final Parties parties;
    private final LiveConsent consent;
    private final FollowUpCall followUpCall;
    private final MainResponsible responsible;
    private final PlanLetters letters;
    private final ApplicationEventPublisher events;
    private final CaseLog log;
    private final Clock clock;

    PlanFinalisation(Plans plans, Parties parties, LiveConsent consent, FollowUpCall followUpCall,
            MainResponsible responsible, PlanLetters letters, ApplicationEventPublisher events, CaseLog log, Clock clock) {
        this.plans = plans;
        this.parties = parties;
        this.consent = consent;
        this.followUpCall = followUpCall;
        this.responsible = responsible;
        this.letters = letters;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    PlanVersion finalise(String caseNumber, String county) {
        LocalDate today = LocalDate.now(clock);
        LocalDate followUpOn = plans.draftOf(caseNumber).orElseThrow(
                () -> new IllegalStateException("No plan is written in case " + caseNumber)).followUpOn();
        String before = plans.current(caseNumber).map(PlanVersion::responsibleUnit)
                .orElse(responsible.of(caseNumber).unit());
        PlanVersion plan = plans.finalise(caseNumber, followUpCall.dayFor(county, followUpOn, today));
        for (Party party : parties.of(caseNumber)) {
            share(caseNumber, party, today);
            remindToDocument(caseNumber, party);
        }
        letters.send(plan);
        noteShortConsent(plan);
        if (before != null && !before.equals(plan.responsibleUnit())) {
            noteNewResponsible(plan);
        }
        return plan;
    }

    /** The meeting has decided on another main responsible than the one there was or was to be (HAL-96). */
    private void noteNewResponsible(PlanVersion plan) {
        log.add(plan.caseNumber(), "MAIN_RESPONSIBLE_CHANGED", plan.responsiblePerson()
                + (plan.responsibleWhy() == null ? "" : ": " + plan.responsibleWhy()));
        events.publishEvent(new MainResponsibleChanged(plan.caseNumber(), plan.responsibleUnit()));
    }

    /** Who takes part reads the plan, as far as the consent names them. */
    private void share(String caseNumber, Party party, LocalDate today) {
        if (party.participantId() != null && party.unitId() != null) {
            consent.disclose(caseNumber, party, today, "PLAN");
        }
    }

    /** The plan does not take the place of each party's own documentation (VGU-122). */
    private void remindToDocument(String caseNumber, Party party) {
        if (party.isPrincipals()) {
            log.add(caseNumber, "DOCUMENT_IN_OWN_SYSTEM",
                    party.name() + " påminns om att dokumentera planen i sitt eget system (VGU-122, HAL-109).");
        }
    }

    private void noteShortConsent(PlanVersion plan) {
        consent.endsOn(plan.caseNumber()).filter(last -> last.isBefore(plan.followUpOn()))
                .ifPresent(last -> log.add(plan.caseNumber(), "CONSENT_ENDS_BEFORE_FOLLOW_UP",
                        "Samtycket gäller till och med " + last + ", uppföljningen är " + plan.followUpOn() + "."));
    }
}
