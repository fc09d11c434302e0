package se.sip.deviation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.Audience;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Person;
import se.sip.decision.DecisionAnswer;
import se.sip.decision.DecisionTables;
import se.sip.engine.CaseProcesses;
import se.sip.engine.ProcessVariable;

/**
 * Deviations of a case: noted at any time, then made without delay by the routine of the unit's own principal (HAL-129,
 * HAL-130). The case goes on meanwhile.
 */
@Service
@Transactional
public class Deviations {

    private static final String PROCESS = "avvikelse";
    private static final String TO_GROUP = "LEDNINGSGRUPP";
    /** Six or eight digits and four more, however they are written. */
    private static final Pattern NUMBER = Pattern.compile("\\d{6,8}[-+ ]?\\d{4}");

    private final DeviationRepository deviations;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final DecisionTables tables;
    private final CaseLog log;
    private final Clock clock;

    Deviations(DeviationRepository deviations, CaseFiles cases, CaseProcesses processes, DecisionTables tables,
            CaseLog log, Clock clock) {
        this.deviations = deviations;
        this.cases = cases;
        this.processes = processes;
        this.tables = tables;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Notes a deviation and gives the unit the task to make it; so with the other unit that it concerns, each in its own
     * principal's system (BOR-81). The process knows its key only.
     *
     * @param unitId unit that noted it
     * @param otherUnit another unit that it concerns; null where it concerns the own only
     * @param notedBy user id
     */
    public void note(String caseNumber, String unitId, String otherUnit, String what, String notedBy) {
        Deviation first = keep(caseNumber, unitId, what, notedBy, null);
        if (otherUnit != null) {
            keep(caseNumber, otherUnit, what, notedBy, first.id());
        }
    }

    private Deviation keep(String caseNumber, String unitId, String what, String notedBy, Long occurrence) {
        Deviation noted = deviations.save(new Deviation(null, caseNumber, unitId, what, LocalDateTime.now(clock),
                notedBy, null, null, null, occurrence, null, null, null));
        log.add(caseNumber, "DEVIATION_NOTED");
        processes.start(PROCESS, cases.byNumber(caseNumber).county(), caseNumber, Map.of(
                ProcessVariable.SUBJECT, String.valueOf(noted.id()), ProcessVariable.NOTICE_GROUP, unitId));
        return noted;
    }

    /** Whether the county wants a copy raised at its ledningsgrupp. */
    @Transactional(readOnly = true)
    public boolean isCopied(String caseNumber) {
        return rule(caseNumber).text("kopia").equals(TO_GROUP);
    }

    /** The same of a county, before it is known which case it is. */
    @Transactional(readOnly = true)
    public boolean isCopiedIn(String county) {
        return tables.evaluate(county, null, "avvikelse", Map.of("malgrupp", Audience.CHILD.name())).text("kopia")
                .equals(TO_GROUP);
    }

    /** Whether a text names the person, a guardian, the case or any number of the population register. */
    boolean identifies(String caseNumber, String text) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        Person person = cases.personOf(caseFile);
        Stream<String> names = Stream.concat(Stream.of(caseNumber, person.givenName(), person.familyName(),
                person.idNumber()), cases.guardiansOf(caseFile).stream().flatMap(g -> Stream.concat(
                        Arrays.stream(g.name().split(" ")), Stream.ofNullable(g.idNumber()))));
        return NUMBER.matcher(text).find() || names.filter(name -> name != null && name.length() > 1)
                .anyMatch(name -> Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(name) + "s?(?!\\p{L})")
                        .matcher(text).find());
    }

    /** Every deviation of a case, the first first. */
    @Transactional(readOnly = true)
    public List<Deviation> of(String caseNumber) {
        return deviations.findByCaseNumberOrderById(caseNumber);
    }

    Deviation byKey(String key) {
        return deviations.findById(Long.valueOf(key))
                .orElseThrow(() -> new IllegalArgumentException("No deviation has the key asked for"));
    }

    void made(String key, LocalDate on, String reference, String copyText, String madeBy) {
        Deviation made = deviations.save(byKey(key).withMadeOn(on).withReference(reference).withCopyText(copyText)
                .withMadeBy(madeBy));
        log.add(made.caseNumber(), "DEVIATION_MADE", reference);
    }

    /** What the county's table {@code avvikelse} says of how it is made. */
    String routine(String caseNumber) {
        return rule(caseNumber).text("rutin");
    }

    private DecisionAnswer rule(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        return tables.evaluate(caseFile.county(), null, "avvikelse", Map.of("malgrupp", caseFile.audience().name()));
    }
}
