package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.CaseOrigin;
import se.sip.casefile.CasePhase;
import se.sip.casefile.CaseStatus;
import se.sip.casefile.Codes;
import se.sip.casefile.Disclosure.Ground;
import se.sip.casefile.Disclosures;
import se.sip.casefile.Guardian;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.casefile.Person;
import se.sip.casefile.Protection;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.engine.CaseVariables;
import se.sip.engine.EngineDates;
import se.sip.engine.ProcessVariable;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Stays at a hospital: the admission notice, who got it on which ground, and the permanent care contact. */
@Service
@Transactional
class Admissions {

    private static final String ADMISSION_GROUND = "LUS 2:1";
    private final AdmissionRepository admissions;
    private final NoticedUnitRepository noticed;
    private final DischargeLimits limits;
    private final CallClock calls;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Disclosures disclosures;
    private final Notices notices;
    private final Plans plans;
    private final UnitRepository units;
    private final Clock clock;
    private final IdNumbers numbers;

    Admissions(AdmissionRepository admissions, NoticedUnitRepository noticed, DischargeLimits limits, CallClock calls,
            CaseFiles cases, CaseLog log, Disclosures disclosures, Notices notices, Plans plans,
            UnitRepository units, Clock clock, IdNumbers numbers) {
        this.numbers = numbers;
        this.admissions = admissions;
        this.noticed = noticed;
        this.limits = limits;
        this.calls = calls;
        this.cases = cases;
        this.log = log;
        this.disclosures = disclosures;
        this.notices = notices;
        this.plans = plans;
        this.units = units;
        this.clock = clock;
    }

    Admission of(String caseNumber) {
        return find(caseNumber).orElseThrow(
                () -> new IllegalStateException("Case " + caseNumber + " is not about a discharge"));
    }

    Optional<Admission> find(String caseNumber) {
        return admissions.findByCaseNumber(caseNumber);
    }

    /** Stays at these wards whose discharge goes on, the newest first. */
    List<Admission> ongoingAt(Collection<String> wards) {
        return wards.isEmpty() ? List.of() : admissions.findByWardUnitInOrderByIdDesc(wards).stream()
                .filter(a -> !a.isDischarged() || cases.byNumber(a.caseNumber()).isOpen()).toList();
    }

    Admission save(Admission admission) {
        return admissions.save(admission);
    }

    List<NoticedUnit> noticedIn(String caseNumber) {
        return noticed.findByCaseNumberOrderById(caseNumber);
    }

    NoticedUnit noticedUnit(String caseNumber, String unitId) {
        return noticed.findByCaseNumberAndUnitId(caseNumber, unitId).orElseThrow(
                () -> new IllegalStateException("Unit " + unitId + " got no admission notice in " + caseNumber));
    }

    NoticedUnit save(NoticedUnit unit) {
        return noticed.save(unit);
    }

    /** Those that got the notice, beside the care contact's own unit. */
    List<String> askedUnits(Admission admission) {
        return noticedIn(admission.caseNumber()).stream().map(NoticedUnit::unitId)
                .filter(u -> !u.equals(admission.careUnit())).toList();
    }

    /** Every unit that got the notice, as recipients of what follows. */
    List<Addressee> told(String caseNumber) {
        return noticedIn(caseNumber).stream().filter(u -> u.toldAt() != null).map(NoticedUnit::unitId)
                .map(Addressee::unit).toList();
    }

    /** Opens the case; the regional outpatient unit is its convener from the first day (VGU-40, VGU-97). */
    void open(AdmissionForm form, FormSituation where) {
        String county = where.county();
        IdNumber id = numbers.parse(form.idNumber()).orElseThrow();
        Optional<CaseFile> running = cases.runningOf(county, id.text());
        readmitted(county, id.text());
        // What a running case knows of the person and the guardians stands: its consent rests on them.
        Person person = running.map(cases::personOf).orElseGet(() -> cases.keep(new Person(null, county, id.text(),
                id.kind().name(), id.birthDate(), form.givenName(), form.familyName(), form.address(),
                form.municipality(), null, form.protection(), form.interpreterLanguage(), null), guardians(form)));
        var concerned = new LinkedHashSet<String>();
        concerned.add(form.careUnit());
        form.unitRows().forEach(r -> concerned.add(r.unitId()));
        String number = cases.nextNumber();
        Unit care = units.findById(form.careUnit()).orElseThrow();
        cases.save(new CaseFile(null, number, county, person.id(), Audience.DISCHARGE, CaseStatus.OPEN,
                CasePhase.PREPARE, care.id(), "", CaseOrigin.OWN_ASSESSMENT, null, null,
                form.counted().toLocalDate(), where.today(), false, null, Codes.NONE, Codes.NONE,
                Codes.of(concerned.stream().map(u -> units.findById(u).orElseThrow().kind()).toList()), null, true,
                null, null, null, null, null, null, null, null, 0));
        LocalDateTime now = LocalDateTime.now(clock);
        Admission admission = admissions.save(new Admission(null, number, form.wardUnit(), care.id(),
                form.admitted(), form.judged(), form.physician(), limits.noticeDue(county, form.counted()),
                form.sendNow() ? form.sent(now) : null, null, form.lateReason(), form.expectedOn(),
                form.existingSip(), form.existingSip() ? running.map(CaseFile::number).orElse(null) : null,
                form.existingSip() ? running.map(this::mainResponsible).orElse(form.existingSipUnit()) : null, null,
                null, null, null, 0));
        concerned.forEach(u -> noticed.save(new NoticedUnit(null, number, u, null, null, null, null, null, null, null,
                null, null)));
        disclosures.open(number, form.wardUnit(), Ground.STATUTORY_DUTY, ADMISSION_GROUND, "OWN_CARE");
        log.add(number, "ADMITTED", "Inskriven " + Moments.text(form.admitted()) + ". Beräknad utskrivning "
                + form.expectedOn() + ".");
        if (!form.existingSip()) {
            running.ifPresent(c -> notices.secondStart(c.number()));
        }
        start(where.variables(), admission, care);
    }

    private void start(CaseVariables variables, Admission admission, Unit care) {
        String county = care.county();
        variables.setCaseNumber(admission.caseNumber());
        variables.set(ProcessVariable.COUNTY, county);
        variables.set(ProcessVariable.ORIGIN, CaseOrigin.OWN_ASSESSMENT.name());
        variables.set(ProcessVariable.DENIED, false);
        variables.set(ProcessVariable.CONVENER_GROUP, care.id());
        variables.set(ProcessVariable.ASSESSING_GROUP, care.id());
        variables.set(ProcessVariable.RESPONSIBLE_GROUP, care.id());
        variables.set(ProcessVariable.MANAGER_GROUP, care.managerGroup());
        variables.set(ProcessVariable.WARD_GROUP, admission.wardUnit());
        variables.set(ProcessVariable.ADMISSION_SENT, admission.isSent());
        variables.setMoment(ProcessVariable.ADMISSION_DUE, admission.noticeDue());
        variables.set(ProcessVariable.ADMISSION_OVERDUE_AT,
                EngineDates.at(admission.noticeDue().plusSeconds(1)));
        variables.set(ProcessVariable.DISCHARGE_UNITS, new ArrayList<>(askedUnits(admission)));
        variables.set(ProcessVariable.CARE_CONTACT_NAMED, false);
        variables.set(ProcessVariable.CARE_CONTACT_DUE, EngineDates.endOf(careContactDue(admission, county)));
        variables.set(ProcessVariable.TRANSFERRED, false);
        variables.set(ProcessVariable.RECEIPT, "NONE");
        variables.set(ProcessVariable.INVITE_IN_TIME, true);
    }

    /** Before the person is discharged; today where that day is at hand (LUS 2:5). */
    LocalDate careContactDue(Admission admission, String county) {
        LocalDate today = LocalDate.now(clock);
        LocalDate due = limits.lastDay(county, "fast_vardkontakt", admission.expectedOn());
        return due.isBefore(today) ? today : due;
    }

    /** Sends the notice: to each unit by name, on the ground of the law; no consent is needed (LUS 2:1, 2:2). */
    void send(String caseNumber) {
        Admission admission = of(caseNumber);
        LocalDateTime now = LocalDateTime.now(clock);
        Admission sent = admissions.save(admission.isSent() ? admission : admission.withSentAt(now));
        for (NoticedUnit unit : noticedIn(caseNumber)) {
            disclosures.open(caseNumber, unit.unitId(), Ground.STATUTORY_DUTY, ADMISSION_GROUND, "ADMISSION_NOTICE");
            noticed.save(unit.withToldAt(sent.sentAt()));
        }
        log.add(caseNumber, "ADMISSION_NOTICE_SENT", "Inskrivningsmeddelandet skickades " + Moments.text(sent.sentAt()) + ".");
        notices.tell(caseNumber, NoticeKind.ADMITTED, told(caseNumber));
        if (sent.isLateAt(sent.sentAt())) {
            noteLate(caseNumber);
            log.add(caseNumber, "ADMISSION_LATE_EXPLAINED", sent.lateReason());
        }
        tellMainResponsible(sent);
    }

    /** A SIP that exists is stated, and its main responsible told (VGU-75). */
    private void tellMainResponsible(Admission admission) {
        if (!admission.existingSip()) {
            return;
        }
        log.add(admission.caseNumber(), "EXISTING_SIP_STATED");
        disclosures.open(admission.caseNumber(), admission.existingUnit(), Ground.STATUTORY_DUTY, ADMISSION_GROUND,
                "ADMISSION_NOTICE");
        notices.tell(admission.existingCase() == null ? admission.caseNumber() : admission.existingCase(),
                NoticeKind.ADMITTED_WITH_SIP, List.of(Addressee.unit(admission.existingUnit())));
    }

    /** The 24 hours have passed: noted once, counted, and the ward's managers told (LUS 2:3). */
    void noteLate(String caseNumber) {
        Admission admission = of(caseNumber);
        if (admission.lateNotedAt() != null) {
            return;
        }
        admissions.save(admission.withLateNotedAt(LocalDateTime.now(clock)));
        log.add(caseNumber, "ADMISSION_NOTICE_LATE");
        notices.tell(caseNumber, NoticeKind.ADMISSION_NOTICE_LATE,
                List.of(Addressee.unit(admission.wardUnit()), Addressee.managersOf(admission.wardUnit())));
    }

    void acknowledge(String caseNumber, String unitId, String contact, StaffMember staff) {
        noticed.save(noticedUnit(caseNumber, unitId).withAcknowledgedAt(LocalDateTime.now(clock))
                .withAcknowledgedBy(staff.userId()).withContact(contact));
        log.add(caseNumber, "ADMISSION_ACKNOWLEDGED", units.findById(unitId).map(Unit::name).orElse(unitId));
    }

    /** The head of the outpatient unit names the permanent care contact (LUS 2:5). */
    void nameCareContact(String caseNumber, String name, String role, LocalDate on, StaffMember staff) {
        admissions.save(of(caseNumber).withCareContact(name).withCareContactRole(role).withCareContactOn(on));
        cases.save(cases.byNumber(caseNumber).withConvenerUser(staff.userId()));
        log.add(caseNumber, "CARE_CONTACT_NAMED", name + (role == null ? "" : ", " + role));
        var to = new ArrayList<>(told(caseNumber));
        to.add(Addressee.unit(of(caseNumber).wardUnit()));
        notices.tell(caseNumber, NoticeKind.CARE_CONTACT_NAMED, to);
    }

    /** Main responsible of the plan in force, or the convener where there is none yet. */
    String mainResponsible(CaseFile running) {
        return plans.current(running.number()).map(PlanVersion::responsibleUnit).orElse(running.convenerUnit());
    }

    /** Somebody who is admitted again is not ready any longer; nobody waits for a call after the former stay. */
    private void readmitted(String county, String idNumber) {
        for (CaseFile earlier : cases.of(county, idNumber)) {
            if (calls.awaitsCall(earlier.number()) && calls.withdraw(earlier.number(), "Inskriven igen")) {
                notices.tell(earlier.number(), NoticeKind.READMITTED, List.of(Addressee.unit(earlier.convenerUnit())));
            }
        }
    }

    private List<Guardian> guardians(AdmissionForm form) {
        return form.guardianRows().stream().map(r -> new Guardian(null, null, r.name(),
                numbers.parse(r.idNumber()).map(IdNumber::text).orElse(null), r.address(), r.phone(),
                Objects.requireNonNullElse(r.protection(), Protection.NONE), null)).toList();
    }
}
