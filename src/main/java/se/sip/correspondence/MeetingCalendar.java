package se.sip.correspondence;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.document.Discretion;
import se.sip.engine.EngineDates;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;

/**
 * The meeting as a calendar entry (RFC 5545): the same event through request, move and cancellation. A calendar is read
 * by many: the title is neutral, nobody is named, and with a protected identity there is no place.
 */
@Component
class MeetingCalendar {

    private static final Set<String> CHANGES = Set.of("MEETING_BOOKED", "MEETING_MOVED", "MEETING_CANCELLED",
            "INVITATION_PASSED_ON");

    private final Meetings meetings;
    private final CaseLog log;
    private final Discretion discretion;
    private final MailServer mail;
    private final Clock clock;

    MeetingCalendar(Meetings meetings, CaseLog log, Discretion discretion, MailServer mail, Clock clock) {
        this.meetings = meetings;
        this.log = log;
        this.discretion = discretion;
        this.mail = mail;
        this.clock = clock;
    }

    /** The booked meeting; empty where none is. */
    Optional<MailPost.Mail.Invite> request(String caseNumber, String mailbox) {
        return meetings.booked(caseNumber).map(m -> new MailPost.Mail.Invite("REQUEST",
                write(m, Method.request(), Status.confirmed(), mailbox)));
    }

    /** The meeting that was cancelled last; empty where none was. */
    Optional<MailPost.Mail.Invite> cancel(String caseNumber, String mailbox) {
        return meetings.of(caseNumber).stream().filter(m -> m.status() == Meeting.Status.CANCELLED)
                .reduce((a, b) -> b).map(m -> new MailPost.Mail.Invite("CANCEL",
                        write(m, Method.cancel(), Status.cancelled(), mailbox)));
    }

    /** Takes the booked meeting out of the calendar of one whom it concerns no longer; others keep it. */
    Optional<MailPost.Mail.Invite> withdraw(String caseNumber, String mailbox) {
        return meetings.booked(caseNumber).map(m -> new MailPost.Mail.Invite("CANCEL",
                write(m, Method.cancel(), Status.cancelled(), mailbox)));
    }

    private String write(Meeting meeting, Method method, Status status, String mailbox) {
        String number = meeting.caseNumber();
        var event = new VEvent();
        event.setUid(number.toLowerCase(java.util.Locale.ROOT) + "-mote-" + meeting.id());
        event.setSequence(sequence(number));
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(at(meeting.startsAt()));
        event.setDateEnd(at(meeting.endsAt()));
        event.setSummary("SIP-möte " + number);
        String place = discretion.place(number, meeting.place());
        if (place != null) {
            event.setLocation(place);
        }
        event.setStatus(status);
        event.setOrganizer(new Organizer(null, mail.settings().from()));
        event.addAttendee(new Attendee(null, mailbox));
        var calendar = new ICalendar();
        calendar.setProductId("-//SIP//SIP//SV");
        calendar.setMethod(method);
        calendar.addEvent(event);
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
    }

    /** Rises with each booking, move, cancellation and passing on, so that a later message goes before an earlier one. */
    private int sequence(String caseNumber) {
        return (int) log.of(caseNumber).stream().filter(e -> CHANGES.contains(e.kind())).count() - 1;
    }

    private static Date at(LocalDateTime moment) {
        return EngineDates.at(moment);
    }
}
