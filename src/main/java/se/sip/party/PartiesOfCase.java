package se.sip.party;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.party.PartiesRule.Moment;
import se.sip.party.PartiesRule.Verdict;
import se.sip.unit.Unit;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/**
 * Whether a case is the statutory plan or a SIP by local agreement. Asked again at every change of participants and when
 * a meeting has been held; it can go either way, and what it was before stays in the case's story (BOR-12).
 */
@Service
@Transactional
public class PartiesOfCase {

    private final PartiesRule rule;
    private final PartiesVerdictRepository verdicts;
    private final CaseFiles cases;
    private final ParticipantRepository participants;
    private final UnitRepository units;
    private final CaseLog log;
    private final Clock clock;

    PartiesOfCase(PartiesRule rule, PartiesVerdictRepository verdicts, CaseFiles cases,
            ParticipantRepository participants, UnitRepository units, CaseLog log, Clock clock) {
        this.rule = rule;
        this.verdicts = verdicts;
        this.cases = cases;
        this.participants = participants;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** Asks of these kinds, the convening unit's included, and keeps the verdict where it is a SIP. */
    public void ask(CaseFile caseFile, Moment when, Collection<UnitKind> kinds) {
        Verdict verdict = rule.of(caseFile, when, kinds);
        if (!verdict.enough()) {
            return;
        }
        Optional<PartiesVerdict> before = verdicts.findFirstByCaseNumberOrderByIdDesc(caseFile.number());
        boolean was = before.map(PartiesVerdict::localAgreement).orElse(false);
        verdicts.save(new PartiesVerdict(null, caseFile.number(), verdict.local(), when.name(), verdict.why(),
                LocalDateTime.now(clock)));
        if (was != verdict.local()) {
            log.add(caseFile.number(), verdict.local() ? "LOCAL_AGREEMENT" : "STATUTORY_PLAN", verdict.why());
        }
    }

    /** Asks of the convening unit and everyone confirmed who takes part, after one has been added or has gone. */
    public void askAgain(String caseNumber, Moment when) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        var kinds = new ArrayList<UnitKind>();
        units.findById(caseFile.convenerUnit()).map(Unit::kind).ifPresent(kinds::add);
        participants.findByCaseNumberAndStatusOrderById(caseNumber, Participant.Status.CONFIRMED).stream()
                .filter(Participant::takesPart).map(Participant::kind).forEach(kinds::add);
        ask(caseFile, when, kinds);
    }

    /** Why the case is a SIP by local agreement only; empty where it is the statutory plan. */
    @Transactional(readOnly = true)
    public Optional<String> localAgreement(String caseNumber) {
        return verdicts.findFirstByCaseNumberOrderByIdDesc(caseNumber).filter(PartiesVerdict::localAgreement)
                .map(PartiesVerdict::why);
    }

    /** Whether it counts in figures of the plan that the law asks for (HSL 16:4, SoL 10:8). */
    @Transactional(readOnly = true)
    public boolean isStatutory(String caseNumber) {
        return localAgreement(caseNumber).isEmpty();
    }
}
