package se.sip.casepage;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.EventTexts;
import se.sip.closure.Notice;
import se.sip.closure.Notices;
import se.sip.correspondence.Addressee;
import se.sip.county.CountyClauses;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** All that has happened in a case, as its reader may know it. */
@Component
class CaseStory {

    private final EventTexts texts;
    private final StaffNames names;
    private final Notices notices;
    private final UnitRepository units;
    private final CountyClauses clauses;

    CaseStory(EventTexts texts, StaffNames names, Notices notices, UnitRepository units, CountyClauses clauses) {
        this.texts = texts;
        this.names = names;
        this.notices = notices;
        this.units = units;
        this.clauses = clauses;
    }

    /** A line of the story before its texts and names are looked up: something that happened, or a notice. */
    record Told(LocalDateTime at, CaseEvent event, Notice notice) {
    }

    /** The newest first. A unit that takes part sees what it has done itself and what it has been told. */
    List<Told> of(StaffMember reader, String number, List<CaseEvent> events, boolean whole) {
        var lines = new ArrayList<Told>();
        events.stream().filter(e -> whole || e.actorUnit() != null && reader.units().contains(e.actorUnit()))
                .forEach(e -> lines.add(new Told(e.happenedAt(), e, null)));
        if (!whole) {
            notices.of(number).stream().filter(n -> n.recipientKind() == Addressee.Kind.UNIT
                    && reader.units().contains(n.recipientKey())).forEach(n -> lines.add(new Told(n.createdAt(), null, n)));
            lines.sort(Comparator.comparing(Told::at));
        }
        Collections.reverse(lines);
        return lines;
    }

    /** Like every text, a line of the story names the own county's clauses only. */
    CaseSheet.Line line(Told told, String county) {
        if (told.event() == null) {
            return new CaseSheet.Line(told.at(), told.notice().kind().swedish(), "Meddelande till er enhet");
        }
        CaseEvent e = told.event();
        String who = names.of(e.actor());
        return new CaseSheet.Line(e.happenedAt(), clauses.in(county, texts.line(e)), e.actorUnit() == null ? who
                : who + ", " + units.findById(e.actorUnit()).map(Unit::name).orElse(e.actorUnit()));
    }
}
