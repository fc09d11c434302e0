package se.sip.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The cases: opens them, finds them, and keeps what every phase needs of them. */
@Service
public class CaseFiles {

    private final CaseRepository cases;
    private final PersonRepository persons;
    private final GuardianRepository guardians;
    private final CaseLog log;
    private final Clock clock;

    CaseFiles(CaseRepository cases, PersonRepository persons, GuardianRepository guardians, CaseLog log, Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.guardians = guardians;
        this.log = log;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where no case has the number */
    public CaseFile byNumber(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("No case has the number asked for"));
    }

    public Optional<CaseFile> find(String number) {
        return cases.findByNumber(number);
    }

    public Person personOf(CaseFile caseFile) {
        return persons.findById(caseFile.personId()).orElseThrow();
    }

    public List<Guardian> guardiansOf(CaseFile caseFile) {
        return guardians.findByPersonIdOrderById(caseFile.personId());
    }

    public CaseFile save(CaseFile caseFile) {
        return cases.save(caseFile);
    }

    /** The next case number, {@code SIP-2026-000123}. */
    public String nextNumber() {
        return "SIP-%d-%06d".formatted(LocalDate.now(clock).getYear(), cases.nextNumber());
    }

    /** Notes that the case has come into a phase. */
    public void enter(String number, CasePhase phase) {
        CaseFile caseFile = byNumber(number);
        if (caseFile.phase() != phase) {
            cases.save(caseFile.withPhase(phase));
            log.add(number, "PHASE_" + phase.name());
        }
    }

    /** The running case of a person, if there is one (a second start tells only its convener). */
    public Optional<CaseFile> runningOf(String county, String idNumber) {
        return persons.findByCountyAndIdNumber(county, idNumber)
                .flatMap(p -> cases.findByPersonIdOrderByNumberDesc(p.id()).stream().filter(CaseFile::isOpen)
                        .findFirst());
    }

    /** All cases of a person, newest first. */
    public List<CaseFile> of(String county, String idNumber) {
        return persons.findByCountyAndIdNumber(county, idNumber)
                .map(p -> cases.findByPersonIdOrderByNumberDesc(p.id())).orElse(List.of());
    }

    /** Cases that the units convene, newest first. */
    public List<CaseFile> convenedBy(List<String> units) {
        return units.isEmpty() ? List.of() : cases.findByConvenerUnitInOrderByNumberDesc(units);
    }

    public List<CaseFile> open(String county) {
        return cases.findByCountyAndStatus(county, CaseStatus.OPEN);
    }

    /** Keeps the person, and the guardians in place of those known before. */
    public Person keep(Person person, List<Guardian> ofPerson) {
        Long known = persons.findByCountyAndIdNumber(person.county(), person.idNumber()).map(Person::id).orElse(null);
        Person kept = persons.save(new Person(known, person.county(), person.idNumber(), person.idKind(),
                person.birthDate(), person.givenName(), person.familyName(), person.address(),
                person.municipalityCode(), person.placingMunicipalityCode(), person.protection(),
                person.interpreterLanguage(), person.adaptations()));
        guardians.deleteByPersonId(kept.id());
        for (Guardian g : ofPerson) {
            guardians.save(new Guardian(null, kept.id(), g.name(), g.idNumber(), g.address(), g.phone(),
                    g.protection(), g.interpreterLanguage()));
        }
        return kept;
    }
}
