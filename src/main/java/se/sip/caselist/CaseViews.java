package se.sip.caselist;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseLog;
import se.sip.casefile.EventTexts;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.decision.DecisionRecords;

/** Gathers one case for its reader. */
@Component
class CaseViews {

    private final CaseOverviews overviews;
    private final DecisionRecords decisions;
    private final ParticipantRepository participants;
    private final CaseLog log;
    private final EventTexts texts;
    private final StaffNames names;

    CaseViews(CaseOverviews overviews, DecisionRecords decisions, ParticipantRepository participants, CaseLog log,
            EventTexts texts, StaffNames names) {
        this.overviews = overviews;
        this.decisions = decisions;
        this.participants = participants;
        this.log = log;
        this.texts = texts;
        this.names = names;
    }

    CaseView of(StaffMember reader, CaseFile caseFile) {
        String number = caseFile.number();
        return new CaseView(overviews.overview(caseFile),
                decisions.of(number).stream().map(d -> new CaseView.Decision(d.tableKey(), d.outcome(), d.why(),
                        d.clauses().values(), d.decidedAt())).toList(),
                participants.findByCaseNumberAndStatusOrderById(number, Participant.Status.CONFIRMED).stream()
                        .map(p -> new CaseView.Party(p.name(),
                                p.duty() == Participant.Duty.CALLED ? "Kallad" : "Inbjuden")).toList(),
                overviews.convenes(reader, caseFile) ? log.of(number).stream().map(e -> new CaseView.Line(
                        e.happenedAt(), e.kind(), texts.line(e), names.of(e.actor()), e.note())).toList() : List.of());
    }
}
