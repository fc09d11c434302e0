package se.sip.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /**
     * Keeps the person, and the guardians in place of those known before. A protection that is known stands, whatever
     * a new start says: it is lowered only by whoever changes it as such.
     */
    public Person keep(Person person, List<Guardian> ofPerson) {
        Optional<Person> known = persons.findByCountyAndIdNumber(person.county(), person.idNumber());
        Person kept = persons.save(new Person(known.map(Person::id).orElse(null), person.county(), person.idNumber(),
                person.idKind(), person.birthDate(), person.givenName(), person.familyName(), person.address(),
                person.municipalityCode(), person.placingMunicipalityCode(),
                person.protection().orStronger(known.map(Person::protection).orElse(Protection.NONE)),
                person.interpreterLanguage(), person.adaptations()));
        List<Guardian> before = guardians.findByPersonIdOrderById(kept.id());
        guardians.deleteByPersonId(kept.id());
        for (Guardian g : ofPerson) {
            Protection stood = before.stream().filter(g::isSameAs).map(Guardian::protection).findFirst()
                    .orElse(Protection.NONE);
            guardians.save(new Guardian(null, kept.id(), g.name(), g.idNumber(), g.address(), g.phone(),
                    g.protection().orStronger(stood), g.interpreterLanguage()));
        }
        return kept;
    }

    /** Sets the protection of the person and of each guardian, by key; it may be lower than before. */
    public void protect(CaseFile caseFile, Protection ofPerson, Map<Long, Protection> ofGuardians) {
        Person p = personOf(caseFile);
        persons.save(new Person(p.id(), p.county(), p.idNumber(), p.idKind(), p.birthDate(), p.givenName(),
                p.familyName(), p.address(), p.municipalityCode(), p.placingMunicipalityCode(), ofPerson,
                p.interpreterLanguage(), p.adaptations()));
        for (Guardian g : guardiansOf(caseFile)) {
            guardians.save(new Guardian(g.id(), g.personId(), g.name(), g.idNumber(), g.address(), g.phone(),
                    ofGuardians.getOrDefault(g.id(), g.protection()), g.interpreterLanguage()));
        }
    }

    /** Running cases of a county where the person or a guardian has protected identity. */
    public List<CaseFile> protectedIn(String county) {
        return cases.findProtected(county, CaseStatus.OPEN.name());
    }

    /** Ended cases of a county, likewise. */
    public List<CaseFile> endedProtectedIn(String county) {
        return cases.findProtected(county, CaseStatus.CLOSED.name());
    }
}
