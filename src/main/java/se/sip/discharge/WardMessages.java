package se.sip.discharge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Codes;
import se.sip.casefile.Disclosure.Ground;
import se.sip.casefile.Disclosures;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.deadline.CaseDates;
import se.sip.engine.CaseProcesses;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;

/** Messages from the ward after the admission notice: kept as they came, and done at once, in one transaction. */
@Service
@Transactional
class WardMessages {

    private final DischargeMessageRepository messages;
    private final Admissions admissions;
    private final CallClock calls;
    private final Transfers transfers;
    private final DischargeLimits limits;
    private final CaseDates dates;
    private final CaseFiles cases;
    private final CaseLog log;
    private final CaseProcesses processes;
    private final Disclosures disclosures;
    private final Notices notices;
    private final ObjectMapper json;
    private final Clock clock;

    WardMessages(DischargeMessageRepository messages, Admissions admissions, CallClock calls, Transfers transfers,
            DischargeLimits limits, CaseDates dates, CaseFiles cases, CaseLog log, CaseProcesses processes,
            Disclosures disclosures, Notices notices, ObjectMapper json, Clock clock) {
        this.messages = messages;
        this.admissions = admissions;
        this.calls = calls;
        this.transfers = transfers;
        this.limits = limits;
        this.dates = dates;
        this.cases = cases;
        this.log = log;
        this.processes = processes;
        this.disclosures = disclosures;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a checked message; nothing is done yet. A moment that is not given is now. */
    String register(WardMessageForm form, StaffMember staff) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime moment = form.moment(now);
        try {
            return String.valueOf(messages.save(new DischargeMessage(null, form.caseNumber(), form.kind(),
                    json.writeValueAsString(form.withOn(moment.toLocalDate()).withAt(moment.toLocalTime())), now,
                    staff.userId())).id());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written: " + form.kind());
        }
    }

    /** Does what a registered message means. */
    void perform(String key) {
        WardMessageForm form = byKey(key);
        String number = form.caseNumber();
        log.add(number, "WARD_MESSAGE_" + form.kind().name());
        switch (form.kind()) {
            case EXPECTED_DATE -> expected(form);
            case HOSPITAL_MEETING -> {
                log.add(number, "HOSPITAL_MEETING_WISHED", form.reason());
                notices.tell(number, NoticeKind.MEETING_AT_HOSPITAL,
                        List.of(Addressee.unit(cases.byNumber(number).convenerUnit())));
            }
            case READY -> ready(form);
            case READY_WITHDRAWN -> {
                calls.withdraw(number, form.reason());
                notices.tell(number, NoticeKind.READY_WITHDRAWN, admissions.told(number));
            }
            case DISCHARGED -> transfers.discharged(number, form.on().atTime(form.at()));
            case TRANSFER -> {
                transfers.transfer(form);
                transfers.endTask(number);
            }
            case CANCELLED -> {
                cases.save(cases.byNumber(number).withEndReason(form.reason()));
                processes.correlate(number, "arendet_avslutas_administrativt",
                        Map.of(ProcessVariable.END_KIND, form.endKind().name()));
            }
        }
    }

    private WardMessageForm byKey(String key) {
        try {
            return json.readValue(messages.findById(Long.valueOf(key)).orElseThrow().content(),
                    WardMessageForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registered message cannot be read: " + key);
        }
    }

    /** Told at once to all that got the admission notice (LUS 2:4). */
    private void expected(WardMessageForm form) {
        Admission admission = admissions.save(admissions.of(form.caseNumber()).withExpectedOn(form.expectedOn()));
        log.add(form.caseNumber(), "EXPECTED_DATE_CHANGED", "Beräknad utskrivning " + form.expectedOn() + ".");
        notices.tell(form.caseNumber(), NoticeKind.EXPECTED_DATE_CHANGED, admissions.told(form.caseNumber()));
        processes.recalculateTimers(form.caseNumber(), Map.of(ProcessVariable.CARE_CONTACT_DUE, EngineDates.endOf(
                admissions.careContactDue(admission, cases.byNumber(form.caseNumber()).county()))));
    }

    /** The three calendar days begin with the day it was sent (LUS 3:1, 4:3, VGU-99). */
    private void ready(WardMessageForm form) {
        String number = form.caseNumber();
        CaseFile caseFile = cases.byNumber(number);
        LocalDateTime sent = form.on().atTime(form.at());
        calls.save(new ReadyNotice(null, number, sent, limits.callDue(caseFile.county(), sent), form.secrecyBy(),
                form.secrecyNote(), Codes.of(form.withheld()), null, null, null, null, null, null, null, null, null));
        log.add(number, "READY_FOR_DISCHARGE", "Utskrivningsklar skickades " + Moments.text(sent) + ".");
        var to = new ArrayList<>(admissions.told(number));
        to.removeIf(r -> form.withheld().contains(r.key()));
        to.forEach(r -> disclosures.open(number, r.key(), Ground.STATUTORY_DUTY, "LUS 3:1", "READY_NOTICE"));
        notices.tell(number, NoticeKind.READY_FOR_DISCHARGE, to);
        meetingCountsFrom(caseFile, sent);
        calls.begin(number);
    }

    /** The meeting is held a time after the discharge: its recommended day counts from here (VGU-36). */
    private void meetingCountsFrom(CaseFile caseFile, LocalDateTime sent) {
        cases.save(caseFile.withMeetingDue(limits.lastDay(caseFile.county(), "motet", sent.toLocalDate())));
        if (caseFile.startDue() != null) {
            processes.recalculateTimers(caseFile.number(), dates.variables(caseFile.number()));
        }
    }
}
