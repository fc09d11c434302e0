package se.sip.invitation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant.Duty;
import se.sip.casefile.Person;
import se.sip.consent.Consents;
import se.sip.correspondence.document.AgendaPaper;
import se.sip.correspondence.document.CallPaper;
import se.sip.correspondence.document.Discretion;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.DocumentSource;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.MeetingChangePaper;
import se.sip.correspondence.document.Paper;
import se.sip.correspondence.document.ParticipantsPaper;
import se.sip.correspondence.document.Swedish;
import se.sip.invitation.Invitation.Status;
import se.sip.meeting.Agenda;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.preparation.Preparation;
import se.sip.preparation.Preparations;

/** What calls, invitations, agenda and the list of those who come say, as the records stand. */
@Component
class InvitationDocuments implements DocumentSource {

    private static final String SUBJECT = "kallelse:";

    private final InvitationRepository invitations;
    private final InvitationRoundRepository rounds;
    private final Meetings meetings;
    private final Agenda agenda;
    private final Consents consents;
    private final Preparations preparations;
    private final CaseFiles cases;
    private final Discretion discretion;
    private final StaffNames names;

    InvitationDocuments(InvitationRepository invitations, InvitationRoundRepository rounds, Meetings meetings,
            Agenda agenda, Consents consents, Preparations preparations, CaseFiles cases, Discretion discretion,
            StaffNames names) {
        this.invitations = invitations;
        this.rounds = rounds;
        this.meetings = meetings;
        this.agenda = agenda;
        this.consents = consents;
        this.preparations = preparations;
        this.cases = cases;
        this.discretion = discretion;
        this.names = names;
    }

    static String subjectOf(Invitation invitation) {
        return SUBJECT + invitation.key();
    }

    static String subjectOf(Meeting meeting) {
        return "mote:" + meeting.id();
    }

    @Override
    public Set<DocumentKind> kinds() {
        return EnumSet.of(DocumentKind.CALL, DocumentKind.INVITATION, DocumentKind.INVITATION_FAMILY,
                DocumentKind.MEETING_MOVED, DocumentKind.MEETING_CANCELLED, DocumentKind.AGENDA, DocumentKind.PARTICIPANTS);
    }

    @Override
    public Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader) {
        if (kind == DocumentKind.MEETING_CANCELLED) {
            return meetings.of(caseNumber).stream().filter(m -> subject.equals(subjectOf(m))).findFirst()
                    .map(this::change);
        }
        return meetings.booked(caseNumber).map(meeting -> switch (kind) {
            case MEETING_MOVED -> change(meeting);
            case AGENDA -> agenda(meeting);
            case PARTICIPANTS -> participants(meeting);
            case INVITATION_FAMILY -> call(meeting, null);
            default -> call(meeting, invitations.findById(Long.valueOf(subject.substring(SUBJECT.length())))
                    .orElseThrow());
        });
    }

    MeetingChangePaper change(Meeting meeting) {
        return new MeetingChangePaper(when(meeting), place(meeting), meeting.form().swedish(),
                meeting.digitalPreparation(), meeting.occasion() == Meeting.Occasion.PLANNING);
    }

    /** @param invitation null for the family's own */
    CallPaper call(Meeting meeting, Invitation invitation) {
        String number = meeting.caseNumber();
        Person person = cases.personOf(cases.byNumber(number));
        // For the called contact and the family only (BOR-44).
        boolean special = invitation == null || invitation.isCalled();
        List<CallPaper.Called> parties = invitations.findByCaseNumberOrderById(number).stream()
                .filter(i -> i.status() != Status.CANCELLED)
                .map(i -> new CallPaper.Called(discretion.party(number, i.unitId(), i.name()),
                        i.duty() == Duty.CALLED ? "Kallad" : "Inbjuden")).distinct().toList();
        return new CallPaper(when(meeting), place(meeting), meeting.form().swedish(), meeting.digitalPreparation(),
                meeting.purpose(), meeting.longTermGoal(), lines(meeting.questions()),
                invitation == null ? null : invitation.contribution(), parties,
                invitation == null ? null : Swedish.day(invitation.answerDue()), names.of(meeting.documenter()),
                rounds.findFirstByCaseNumberOrderByIdDesc(number).map(InvitationRound::dateReason).orElse(null),
                special ? person.interpreterLanguage() : null, special ? person.adaptations() : null,
                consents.excludedTopics(number));
    }

    private AgendaPaper agenda(Meeting meeting) {
        return new AgendaPaper(when(meeting), place(meeting), meeting.form().swedish(), meeting.digitalPreparation(),
                agenda.of(meeting.caseNumber(), meeting.occasion()), meeting.purpose(), meeting.longTermGoal(),
                lines(meeting.questions()),
                preparations.of(meeting.caseNumber()).map(Preparation::agreedParticipation).orElse(null),
                consents.excludedTopics(meeting.caseNumber()));
    }

    private ParticipantsPaper participants(Meeting meeting) {
        String number = meeting.caseNumber();
        List<Invitation> all = invitations.findByCaseNumberOrderById(number).stream().filter(Invitation::isOut).toList();
        var coming = all.stream().flatMap(i -> i.attendees().stream().map(a -> new ParticipantsPaper.Coming(
                discretion.party(number, i.unitId(), i.name()), a.name(), a.workRole(), a.substitute()))).toList();
        return new ParticipantsPaper(when(meeting), place(meeting), meeting.form().swedish(),
                meeting.digitalPreparation(), coming,
                all.stream().filter(Invitation::awaitsAnswer).map(i -> discretion.party(number, i.unitId(), i.name()))
                        .toList(),
                all.stream().filter(i -> i.status() == Status.ANSWERED && i.attendees().isEmpty())
                        .map(i -> discretion.party(number, i.unitId(), i.name())).toList());
    }

    private String place(Meeting meeting) {
        return discretion.place(meeting.caseNumber(), meeting.place());
    }

    private static String when(Meeting meeting) {
        return Swedish.span(meeting.startsAt(), meeting.endsAt());
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : Arrays.stream(text.split("\\R")).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }
}
