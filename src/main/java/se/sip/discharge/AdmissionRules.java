package se.sip.discharge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.IdNumber;
import se.sip.casefile.IdNumbers;
import se.sip.tasklist.Faults;
import se.sip.unit.Principal;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** What an admission notice must say, beyond each field (LUS 2:1 to 2:3, VGU-33, VGU-40, VGU-75, HAL-02). */
@Component
class AdmissionRules {

    private static final int LONGEST_STAY_YEARS = 2;
    private final DischargeRoutine routine;
    private final DischargeLimits limits;
    private final AdmissionRepository admissions;
    private final CaseFiles cases;
    private final UnitRepository units;
    private final Clock clock;
    private final IdNumbers numbers;

    AdmissionRules(DischargeRoutine routine, DischargeLimits limits, AdmissionRepository admissions, CaseFiles cases,
            UnitRepository units, Clock clock, IdNumbers numbers) {
        this.numbers = numbers;
        this.routine = routine;
        this.limits = limits;
        this.admissions = admissions;
        this.cases = cases;
        this.units = units;
        this.clock = clock;
    }

    void check(AdmissionForm form, StaffMember staff, String county, Faults faults) {
        if (county == null || !routine.holdsIn(county)) {
            faults.add("", county == null ? "Du hör inte till något län." : routine.why(county));
            return;
        }
        checkWard(form, staff, county, faults);
        checkTimes(form, county, faults);
        checkUnits(form, county, faults);
        checkPerson(form, county, faults);
    }

    private void checkWard(AdmissionForm form, StaffMember staff, String county, Faults faults) {
        if (form.wardUnit() == null) {
            return;
        }
        Optional<Unit> ward = units.findById(form.wardUnit()).filter(u -> u.county().equals(county));
        faults.addIf(ward.isEmpty() || !staff.worksIn(form.wardUnit()), "wardUnit",
                "Du kan bara skicka för en enhet du arbetar i.");
        faults.addIf(ward.isPresent() && ward.get().kind() != UnitKind.HOSPITAL, "wardUnit",
                "Inskrivningsmeddelandet skickas av slutenvården (VGU-33).");
    }

    private void checkTimes(AdmissionForm form, String county, Faults faults) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime admitted = form.admitted();
        faults.addIf(form.judgedOn() != null && form.judgedAt() == null, "judgedAt",
                "Fyll i klockslaget för bedömningen.");
        faults.addIf(form.judgedOn() == null && form.judgedAt() != null, "judgedOn", "Fyll i dagen för bedömningen.");
        faults.addIf(form.sentOn() != null && form.sentAt() == null, "sentAt",
                "Fyll i klockslaget då meddelandet skickades.");
        faults.addIf(form.sentOn() == null && form.sentAt() != null, "sentOn",
                "Fyll i dagen då meddelandet skickades.");
        if (admitted == null) {
            return;
        }
        faults.addIf(admitted.isAfter(now), "admittedAt", "Klockslaget har inte varit än.");
        faults.addIf(admitted.toLocalDate().isBefore(now.toLocalDate().minusYears(LONGEST_STAY_YEARS)), "admittedOn",
                "Dagen ligger för långt tillbaka. Kontrollera året.");
        faults.addIf(form.judged() != null && form.judged().isBefore(admitted), "judgedOn",
                "Bedömningen ligger före inskrivningen.");
        faults.addIf(form.judged() != null && form.judged().isAfter(now), "judgedAt", "Klockslaget har inte varit än.");
        if (form.expectedOn() != null) {
            faults.addIf(form.expectedOn().isBefore(admitted.toLocalDate()), "expectedOn",
                    "Beräknad utskrivning ligger före inskrivningen.");
            faults.addIf(form.expectedOn().isAfter(now.toLocalDate().plusYears(LONGEST_STAY_YEARS)), "expectedOn",
                    "Dagen ligger för långt fram. Kontrollera året.");
        }
        if (Boolean.TRUE.equals(form.sendNow())) {
            LocalDateTime sent = form.sent(now);
            faults.addIf(sent.isAfter(now), "sentAt", "Klockslaget har inte varit än.");
            faults.addIf(sent.isBefore(form.counted()), "sentOn",
                    "Meddelandet kan inte ha skickats före bedömningen.");
            faults.addIf(sent.isAfter(limits.noticeDue(county, form.counted())) && form.lateReason() == null,
                    "lateReason", "Meddelandet skickas senast 24 timmar efter inskrivningen eller den senare "
                            + "bedömningen (LUS 2:3). Skriv varför det är senare.");
        }
    }

    private void checkUnits(AdmissionForm form, String county, Faults faults) {
        LocalDate today = LocalDate.now(clock);
        if (form.careUnit() != null) {
            Optional<Unit> care = valid(form.careUnit(), county, today);
            faults.addIf(care.isEmpty(), "careUnit", "Enheten finns inte i registret.");
            faults.addIf(care.isPresent() && !isOutpatient(care.get()), "careUnit",
                    "Välj en enhet i den regionala öppenvården. Den är alltid med (VGU-40, LUS 2:2).");
            faults.addIf(care.isPresent() && !care.get().hasLogin(), "careUnit",
                    "Enheten har ingen inloggning och kan inte kalla här.");
        }
        Set<String> seen = new HashSet<>();
        boolean municipal = false;
        for (int i = 0; i < form.unitRows().size(); i++) {
            var row = form.unitRows().get(i);
            String id = row == null ? null : row.unitId();
            if (id == null) {
                continue;
            }
            String field = "units[" + i + "].unitId";
            Optional<Unit> unit = valid(id, county, today);
            faults.addIf(unit.isEmpty(), field, "Enheten finns inte i registret.");
            faults.addIf(!seen.add(id) || id.equals(form.careUnit()), field, "Enheten är redan med.");
            faults.addIf(unit.isPresent() && unit.get().principal() == Principal.OTHER, field,
                    "Meddelandet går till berörda enheter hos kommunen och regionen (LUS 2:1).");
            faults.addIf(id.equals(form.wardUnit()), field, "Avdelningen skickar själv meddelandet.");
            municipal |= unit.isPresent() && unit.get().principal() == Principal.MUNICIPALITY;
        }
        faults.addIf(!municipal, "units", "Lägg till minst en berörd enhet i kommunen (LUS 2:1).");
        faults.addIf(form.existingSipUnit() != null && valid(form.existingSipUnit(), county, today).isEmpty(),
                "existingSipUnit", "Enheten finns inte i registret.");
    }

    private void checkPerson(AdmissionForm form, String county, Faults faults) {
        faults.addIf(form.municipality() != null && units.findByCountyOrderByName(county).stream()
                .noneMatch(u -> form.municipality().equals(u.municipalityCode())), "municipality",
                "Välj en kommun i listan.");
        numbers.parse(form.idNumber()).ifPresent(id -> {
            LocalDate today = LocalDate.now(clock);
            boolean child = java.time.Period.between(id.birthDate(), today).getYears() < 18;
            faults.addIf(child && form.guardianRows().isEmpty() && form.noGuardianReason() == null, "noGuardianReason",
                    "Lägg till vårdnadshavare, eller skriv varför ingen kan anges.");
            faults.addIf(form.admittedOn() != null && form.admittedOn().isBefore(id.birthDate()), "admittedOn",
                    "Dagen ligger före personens födelse.");
            List<AdmissionForm.GuardianRow> rows = form.guardianRows();
            for (int i = 0; i < rows.size(); i++) {
                Optional<IdNumber> guardian = rows.get(i) == null ? Optional.empty()
                        : numbers.parse(rows.get(i).idNumber());
                faults.addIf(guardian.isPresent() && guardian.get().text().equals(id.text()),
                        "guardians[" + i + "].idNumber", "Barnet kan inte vara sin egen vårdnadshavare.");
            }
            boolean admitted = cases.of(county, id.text()).stream().filter(CaseFile::isOpen)
                    .flatMap(c -> admissions.findByCaseNumber(c.number()).stream())
                    .anyMatch(a -> !a.isDischarged());
            faults.addIf(admitted, "idNumber", "Personen är redan inskriven enligt ett tidigare meddelande. Skicka "
                    + "ändringar i det ärendet, eller avbryt det först.");
            faults.addIf(Boolean.TRUE.equals(form.existingSip()) && form.existingSipUnit() == null
                    && cases.runningOf(county, id.text()).isEmpty(), "existingSipUnit",
                    "Välj den enhet som är huvudansvarig för SIP:en, så att den får veta (VGU-75, VGU-77).");
        });
    }

    private Optional<Unit> valid(String id, String county, LocalDate today) {
        return units.findById(id).filter(u -> u.county().equals(county)).filter(u -> u.validOn(today));
    }

    static boolean isOutpatient(Unit unit) {
        return unit.principal() == Principal.REGION && unit.kind() != UnitKind.HOSPITAL
                && unit.kind() != UnitKind.ENTRY_POINT;
    }
}
