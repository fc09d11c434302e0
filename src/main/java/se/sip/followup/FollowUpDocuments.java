package se.sip.followup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Person;
import se.sip.consent.Consents;
import se.sip.correspondence.Delivery;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.document.CallPaper;
import se.sip.correspondence.document.Discretion;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.DocumentSource;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.FollowUpPaper;
import se.sip.correspondence.document.Paper;
import se.sip.correspondence.document.Swedish;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meetings;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;

/** What the call to a follow-up says, and what it came to (VGU-136, VGU-149 to VGU-153). */
@Component
class FollowUpDocuments implements DocumentSource {

    private final FollowUps followUps;
    private final Meetings meetings;
    private final Parties parties;
    private final Outbox outbox;
    private final Consents consents;
    private final CaseFiles cases;
    private final Discretion discretion;

    FollowUpDocuments(FollowUps followUps, Meetings meetings, Parties parties, Outbox outbox,
            Consents consents, CaseFiles cases, Discretion discretion) {
        this.followUps = followUps;
        this.meetings = meetings;
        this.parties = parties;
        this.outbox = outbox;
        this.consents = consents;
        this.cases = cases;
        this.discretion = discretion;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return EnumSet.of(DocumentKind.FOLLOW_UP, DocumentKind.FOLLOW_UP_CALL, DocumentKind.FOLLOW_UP_INVITATION,
                DocumentKind.FOLLOW_UP_FAMILY);
    }

    @Override
    public Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader) {
        if (kind == DocumentKind.FOLLOW_UP) {
            return followUps.of(caseNumber).stream()
                    .filter(f -> subject.isEmpty() || subject.equals(FollowUpLetters.subjectOf(f)))
                    .reduce((a, b) -> b).map(f -> summary(f, heldOn(f)));
        }
        return meetings.of(caseNumber).stream().filter(m -> FollowUpLetters.subjectOf(m).equals(subject)).findFirst()
                .map(m -> call(m, calledTo(m), kind != DocumentKind.FOLLOW_UP_INVITATION));
    }

    /**
     * @param special whether the reader may know of interpreter and adaptations: the called and the family (BOR-44)
     */
    CallPaper call(Meeting meeting, List<Party> called, boolean special) {
        String number = meeting.caseNumber();
        Person person = cases.personOf(cases.byNumber(number));
        return new CallPaper(Swedish.span(meeting.startsAt(), meeting.endsAt()),
                discretion.place(number, meeting.place()), meeting.form().swedish(), meeting.digitalPreparation(),
                meeting.purpose(), meeting.longTermGoal(), meeting.questions().lines().map(String::strip)
                        .filter(q -> !q.isEmpty()).toList(), null,
                called.stream().map(p -> new CallPaper.Called(
                        discretion.party(number, p.unitId(), p.name()), p.called() ? "Kallad" : "Inbjuden")).toList(),
                null, meeting.documenter(), null, special ? person.interpreterLanguage() : null,
                special ? person.adaptations() : null, consents.excludedTopics(number));
    }

    private List<Party> calledTo(Meeting meeting) {
        Set<Long> ordered = outbox.of(meeting.caseNumber()).stream()
                .filter(d -> d.subject().equals(FollowUpLetters.subjectOf(meeting))).map(Delivery::participantId)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return parties.of(meeting.caseNumber()).stream().filter(p -> ordered.contains(p.participantId())).toList();
    }

    FollowUpPaper summary(FollowUp f, LocalDate heldOn) {
        return new FollowUpPaper(Swedish.day(heldOn), f.goals(), f.newInformation(), f.interventionsDone(), f.effect(),
                f.otherInterventions(), outcome(f));
    }

    private LocalDate heldOn(FollowUp f) {
        return meetings.of(f.caseNumber()).stream().filter(m -> m.id().equals(f.meetingId())).map(Meeting::heldFrom)
                .filter(Objects::nonNull).map(LocalDateTime::toLocalDate).findFirst().orElse(null);
    }

    private static String outcome(FollowUp followUp) {
        return followUp.outcome() == null ? null : switch (followUp.outcome()) {
            case REVISE -> "Planen ändras och gäller vidare.";
            case RESTART -> "Målet är nytt. En ny SIP startas, med ett nytt samtycke.";
            case CLOSE -> "SIP:en avslutas. Insatserna fortsätter som vanligt.";
        };
    }
}
