package se.sip.meeting;

import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.party.PartiesOfCase;
import se.sip.party.PartiesRule.Moment;

/** Asks again what the parties make of a case when it is known who came to its meeting (BOR-12). */
@Component
class PartiesAtMeetings {

    private final Meetings meetings;
    private final Parties parties;
    private final PartiesOfCase verdicts;
    private final CaseFiles cases;

    PartiesAtMeetings(Meetings meetings, Parties parties, PartiesOfCase verdicts, CaseFiles cases) {
        this.meetings = meetings;
        this.parties = parties;
        this.verdicts = verdicts;
        this.cases = cases;
    }

    @EventListener
    void held(MeetingHeld event) {
        ask(event.caseNumber());
    }

    @EventListener
    void corrected(AttendanceCorrected event) {
        ask(event.meeting().caseNumber());
    }

    private void ask(String caseNumber) {
        meetings.lastHeld(caseNumber).ifPresent(meeting -> verdicts.ask(cases.byNumber(caseNumber), Moment.ATTENDED,
                parties.kinds(caseNumber, meeting.attendance().stream().filter(Attendance::present)
                        .map(Attendance::party).collect(Collectors.toSet()))));
    }
}
