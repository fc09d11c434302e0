package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.casefile.Disclosure.Ground;
import se.sip.casefile.Disclosures;
import se.sip.casefile.EndKind;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.closure.Closures;
import se.sip.closure.EndingLetters;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.discharge.NoticedUnit.Receipt;
import se.sip.discharge.Planning.OfferAnswer;
import se.sip.discharge.Planning.Outcome;
import se.sip.discharge.ReadyNotice.CalledHow;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseVariables;
import se.sip.engine.ProcessVariable;
import se.sip.followup.FollowUps;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** What the permanent care contact plans, and what follows: a SIP, an existing one followed up, or none. */
@Service
@Transactional
class Plannings {

    private static final String ADMINISTRATIVE_END = "arendet_avslutas_administrativt";
    private final PlanningRepository plannings;
    private final ExistingFollowUpRepository existing;
    private final DischargeLimits limits;
    private final Admissions admissions;
    private final Transfers transfers;
    private final CallClock calls;
    private final CaseFiles cases;
    private final CaseLog log;
    private final CaseProcesses processes;
    private final Closures closures;
    private final EndingLetters letters;
    private final Disclosures disclosures;
    private final FollowUps followUps;
    private final Notices notices;
    private final ParticipantRepository participants;
    private final UnitRepository units;
    private final Clock clock;

    Plannings(PlanningRepository plannings, ExistingFollowUpRepository existing, DischargeLimits limits,
            Admissions admissions, Transfers transfers, CallClock calls, CaseFiles cases, CaseLog log, CaseProcesses processes, Closures closures, EndingLetters letters,
            Disclosures disclosures, FollowUps followUps, Notices notices, ParticipantRepository participants,
            UnitRepository units, Clock clock) {
        this.plannings = plannings;
        this.existing = existing;
        this.limits = limits;
        this.admissions = admissions;
        this.transfers = transfers;
        this.calls = calls;
        this.cases = cases;
        this.log = log;
        this.processes = processes;
        this.closures = closures;
        this.letters = letters;
        this.disclosures = disclosures;
        this.followUps = followUps;
        this.notices = notices;
        this.participants = participants;
        this.units = units;
        this.clock = clock;
    }

    Optional<Planning> latest(String caseNumber) {
        return plannings.findFirstByCaseNumberOrderByIdDesc(caseNumber);
    }

    void keep(Planning planning, StaffMember staff) {
        plannings.save(planning.withDecidedBy(staff.userId()).withDecidedAt(LocalDateTime.now(clock)));
        cases.save(cases.byNumber(planning.caseNumber()).withConvenerUser(staff.userId()));
        log.add(planning.caseNumber(), "DISCHARGE_PLANNED", planning.offeredOn() == null ? null
                : "SIP erbjöds " + planning.offeredOn() + ".");
    }

    /** The table has answered. Where no call is due, nobody waits for one any longer. */
    void decided(String caseNumber, Outcome outcome, CaseVariables variables) {
        Planning planning = plannings.save(latest(caseNumber).orElseThrow().withOutcome(outcome));
        log.add(caseNumber, "DISCHARGE_DECIDED", outcome.swedish());
        if (outcome == Outcome.NOT_NEEDED || outcome == Outcome.CARE_PLAN) {
            calls.stop(caseNumber);
        }
        if (outcome == Outcome.FOLLOW_UP && !admissions.of(caseNumber).existingSip()) {
            disclosures.open(caseNumber, planning.existingUnit(), Ground.STATUTORY_DUTY, "LUS 2:1",
                    "ADMISSION_NOTICE");
            notices.tell(caseNumber, NoticeKind.ADMITTED_WITH_SIP, List.of(Addressee.unit(planning.existingUnit())));
        }
    }

    /** Those that got the admission notice take part, and those that were added; the convener's own unit always does. */
    void beginSip(String caseNumber) {
        Planning planning = latest(caseNumber).orElseThrow();
        Admission admission = admissions.of(caseNumber);
        var taking = new LinkedHashSet<>(admissions.askedUnits(admission));
        taking.addAll(planning.moreUnits().values());
        if (planning.atHospital()) {
            taking.add(admission.wardUnit());
        }
        participants.findByCaseNumberOrderById(caseNumber).stream().map(Participant::unitId).forEach(taking::remove);
        for (String id : taking) {
            Unit unit = units.findById(id).orElseThrow();
            participants.save(new Participant(null, caseNumber, id, unit.name(), unit.principal(), unit.kind(), null,
                    null, null, true, unit.principal() == se.sip.unit.Principal.OTHER ? Participant.Duty.INVITED
                            : Participant.Duty.CALLED, "ADMISSION_NOTICE",
                    Codes.of(List.of("VGU-35", "VGU-98")), Participant.Status.CONFIRMED));
        }
        CaseFile caseFile = cases.byNumber(caseNumber);
        Optional<CaseFile> old = planning.outcome() == Outcome.RESTART ? existingCase(caseNumber) : Optional.empty();
        LocalDate from = calls.current(caseNumber).map(r -> r.sentAt().toLocalDate()).orElse(LocalDate.now(clock));
        cases.save(caseFile.withMeetingDue(limits.lastDay(caseFile.county(), "motet", from))
                .withNeedDescription(planning.important())
                .withPreviousNumber(old.map(CaseFile::number).orElse(caseFile.previousNumber())));
        old.ifPresent(o -> replace(o, caseNumber));
        log.add(caseNumber, "DISCHARGE_SIP_BEGINS", planning.atHospital() ? "Möte på sjukhuset (VGU-92)." : null);
    }

    /** The SIP whose goal has changed markedly ends; the new one has a consent of its own (VGU-38, VGU-79). */
    private void replace(CaseFile old, String caseNumber) {
        cases.save(old.withEndReason("Ersatt av " + caseNumber + " vid utskrivning från sjukhus."));
        log.add(old.number(), "REPLACED_AT_DISCHARGE", caseNumber);
        processes.correlate(old.number(), ADMINISTRATIVE_END,
                Map.of(ProcessVariable.END_KIND, EndKind.REPLACED_AT_DISCHARGE.name()));
    }

    /** The person's running SIP in this system, beside the discharge itself. */
    private Optional<CaseFile> existingCase(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return cases.of(caseFile.county(), cases.personOf(caseFile).idNumber()).stream()
                .filter(CaseFile::isOpen).filter(c -> !c.number().equals(caseNumber)).findFirst();
    }

    /** Every unit that got the admission notice gets the judgement, and is asked for its receipt (VGU-101). */
    void tellNotNeeded(String caseNumber, CaseVariables variables) {
        var now = LocalDateTime.now(clock);
        admissions.noticedIn(caseNumber).forEach(u -> admissions.save(u.withAskedAt(now).withReceipt(null)
                .withReceiptAt(null).withReceiptBy(null).withObjection(null)));
        notices.tell(caseNumber, NoticeKind.SIP_NOT_NEEDED, admissions.told(caseNumber));
        variables.set(ProcessVariable.RECEIPT, "NONE");
        variables.set(ProcessVariable.DISCHARGE_UNITS,
                new ArrayList<>(admissions.askedUnits(admissions.of(caseNumber))));
    }

    void receipt(String caseNumber, String unitId, Receipt receipt, String objection, StaffMember staff) {
        admissions.save(admissions.noticedUnit(caseNumber, unitId).withReceipt(receipt)
                .withReceiptAt(LocalDateTime.now(clock)).withReceiptBy(staff.userId()).withObjection(objection));
        log.add(caseNumber, receipt == Receipt.OBJECTED ? "NOT_NEEDED_OBJECTED" : "NOT_NEEDED_ACCEPTED",
                units.findById(unitId).map(Unit::name).orElse(unitId));
    }

    void confirmNotNeeded(String caseNumber) {
        Planning planning = latest(caseNumber).orElseThrow();
        notices.tell(caseNumber, NoticeKind.SAFE_DISCHARGE, admissions.told(caseNumber));
        end(caseNumber, planning.offerAnswer() == OfferAnswer.NO ? EndKind.SIP_DECLINED : EndKind.SIP_NOT_NEEDED,
                planning.notNeededReason());
        letters.send(caseNumber);
    }

    /** The judgement is taken up again; the three days count from the day the notice was sent (VGU-99). */
    void reconsider(String caseNumber) {
        plannings.save(latest(caseNumber).orElseThrow().withOutcome(null));
        log.add(caseNumber, "NOT_NEEDED_RECONSIDERED");
        notices.tell(caseNumber, NoticeKind.SIP_RECONSIDERED, admissions.told(caseNumber));
        calls.begin(caseNumber);
    }

    void carePlan(String caseNumber) {
        notices.tell(caseNumber, NoticeKind.COORDINATED_CARE_PLAN, everybody(caseNumber));
        end(caseNumber, EndKind.COORDINATED_CARE_PLAN, "Öppen psykiatrisk tvångsvård (LUS 4:1, LPT 7 a §).");
    }

    void answered(ExistingFollowUp answer) {
        existing.save(answer);
        log.add(answer.caseNumber(), answer.consent() ? "EXISTING_SIP_CALLED" : "EXISTING_SIP_NO_CONSENT");
    }

    /** The existing SIP is followed up early; its main responsible has called, and the three days are kept or broken. */
    void followUpExisting(String caseNumber) {
        ExistingFollowUp answer = existing.findFirstByCaseNumberOrderByIdDesc(caseNumber).orElseThrow();
        existingCase(caseNumber).ifPresent(old -> {
            followUps.callEarly(old.number(), "Inskriven på sjukhus. Uppföljning " + answer.followUpOn() + ".",
                    answer.givenBy());
            notices.tell(old.number(), NoticeKind.EARLY_FOLLOW_UP,
                    List.of(Addressee.unit(latest(caseNumber).orElseThrow().existingUnit())));
        });
        if (calls.awaitsCall(caseNumber)) {
            calls.called(caseNumber, answer.calledOn().atStartOfDay(), CalledHow.HERE);
        }
        calls.stop(caseNumber);
        notices.tell(caseNumber, NoticeKind.EXISTING_SIP_FOLLOW_UP, everybody(caseNumber));
        end(caseNumber, EndKind.EXISTING_SIP_FOLLOWED_UP, null);
    }

    /** No new SIP; the old one stands as the person wishes, and all are told (VGU-39). */
    void noRevision(String caseNumber) {
        calls.stop(caseNumber);
        existingCase(caseNumber).ifPresent(old -> notices.tell(old.number(), NoticeKind.NO_NEW_SIP,
                List.of(Addressee.unit(latest(caseNumber).orElseThrow().existingUnit()))));
        notices.tell(caseNumber, NoticeKind.NO_NEW_SIP, everybody(caseNumber));
        end(caseNumber, EndKind.SIP_DECLINED, null);
    }

    private List<Addressee> everybody(String caseNumber) {
        var all = new ArrayList<>(admissions.told(caseNumber));
        all.add(Addressee.unit(admissions.of(caseNumber).wardUnit()));
        return all;
    }

    private void end(String caseNumber, EndKind kind, String reason) {
        cases.save(cases.byNumber(caseNumber).withEndReason(reason));
        closures.register(caseNumber, kind);
        transfers.closeReading(caseNumber);
    }
}
