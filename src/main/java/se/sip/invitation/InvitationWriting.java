package se.sip.invitation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.NamedReaders;
import se.sip.casefile.CaseLog;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.invitation.Invitation.Status;
import se.sip.invitation.InvitationContent.Field;
import se.sip.invitation.InvitationForm.RecipientRow;
import se.sip.meeting.Booking;
import se.sip.meeting.Meeting;
import se.sip.meeting.Meeting.Occasion;
import se.sip.meeting.Meetings;
import se.sip.checklist.Checklist;
import se.sip.checklist.Checklist.Question;
import se.sip.need.NeedAssessments;
import se.sip.party.PartiesOfCase;
import se.sip.preparation.Preparation;
import se.sip.preparation.Preparations;

/** Writes the invitations of a case and books the meeting; shows what is known when they are written again. */
@Service
@Transactional
class InvitationWriting {

    private final InvitationRepository invitations;
    private final InvitationRoundRepository rounds;
    private final ParticipantRepository participants;
    private final Recipients recipients;
    private final Meetings meetings;
    private final Preparations preparations;
    private final Consents consents;
    private final CaseFiles cases;
    private final NamedReaders named;
    private final DigitalConsents digital;
    private final DecisionRecords decisions;
    private final CaseLog log;
    private final InvitationContent content;
    private final NeedAssessments assessments;
    private final PartiesOfCase parties;
    private final Checklist checklist;
    private final Clock clock;

    InvitationWriting(InvitationRepository invitations, InvitationRoundRepository rounds,
            ParticipantRepository participants, Recipients recipients, Meetings meetings, Preparations preparations,
            Consents consents, CaseFiles cases, NamedReaders named, DigitalConsents digital,
            DecisionRecords decisions, CaseLog log,
            InvitationContent content, NeedAssessments assessments, PartiesOfCase parties,
            Checklist checklist, Clock clock) {
        this.checklist = checklist;
        this.assessments = assessments;
        this.parties = parties;
        this.invitations = invitations;
        this.rounds = rounds;
        this.participants = participants;
        this.recipients = recipients;
        this.meetings = meetings;
        this.preparations = preparations;
        this.consents = consents;
        this.cases = cases;
        this.named = named;
        this.digital = digital;
        this.decisions = decisions;
        this.log = log;
        this.content = content;
        this.clock = clock;
    }

    /** What was written before and never sent is replaced. */
    Meeting write(String caseNumber, InvitationForm form) {
        String convener = cases.byNumber(caseNumber).convenerUser();
        InvitationRound round = rounds.save(new InvitationRound(null, caseNumber, form.dateReason(),
                form.keyPersons(), LocalDateTime.now(clock), null));
        invitations.findByCaseNumberOrderById(caseNumber).stream().filter(i -> i.status() == Status.WRITTEN)
                .forEach(invitations::delete);
        for (RecipientRow row : form.recipients()) {
            Participant participant = participants.findById(row.participantId()).orElseThrow();
            if (row.isAsked()) {
                invitations.save(Invitation.written(caseNumber, round.id(), participant.id(), participant.unitId(),
                        participant.name(), participant.duty(), row.contribution(), row.contact())
                        .withRequestedFunction(row.requestedFunction()));
            } else {
                participants.save(participant.withStatus(Participant.Status.REMOVED));
                log.add(caseNumber, "PARTICIPANT_REMOVED", participant.name() + ": " + row.notAskedReason());
            }
        }
        keepLateReason(caseNumber, form);
        if (form.meetingForm().isDigital() && !digital.isGiven(caseNumber)) {
            digital.keep(caseNumber, form.digitalConsentBy());
        }
        return meetings.book(caseNumber, new Booking(form.meetingDate().atTime(form.startTime()),
                form.meetingDate().atTime(form.endTime()), form.place(), form.meetingForm(),
                form.meetingForm().isDigital() ? form.digitalPreparation() : null,
                form.convenerDocuments() ? convener : form.documenter(), form.purpose(), form.longTermGoal(),
                form.questions()));
    }

    /** After a moved meeting, or a dispatch that was stopped: what was written last; else what was prepared. */
    Map<String, Object> known(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        var known = new HashMap<String, Object>();
        Optional<InvitationRound> round = rounds.findFirstByCaseNumberOrderByIdDesc(caseNumber);
        Optional<Meeting> meeting = meetings.of(caseNumber).stream()
                .filter(m -> m.occasion() == Occasion.PLANNING && m.status() != Meeting.Status.HELD)
                .reduce((a, b) -> b);
        meeting.ifPresentOrElse(m -> fill(known, m, caseFile), () -> {
            preparations.of(caseNumber).ifPresent(p -> {
                known.put("longTermGoal", p.longTermGoal());
                known.put("questions", p.questions().stream().map(Preparation.Question::question)
                        .collect(Collectors.joining("\n")));
                known.put("purpose", p.purpose());
            });
            known.put("convenerDocuments", true);
        });
        round.ifPresent(r -> {
            known.put("dateReason", r.dateReason());
            known.put("keyPersons", r.keyPersons());
        });
        if (caseFile.lateReason() != null) {
            known.put("lateReason", caseFile.lateReason());
        }
        List<Invitation> before = invitations.findByCaseNumberOrderById(caseNumber);
        known.put("asksFunction", content.of(caseFile.county(), caseFile.audience()).contains(Field.FUNCTION));
        known.put("asksDigitalConsent", !digital.isGiven(caseNumber));
        if (named.isRestricted(caseFile)) {
            known.put("protectedIdentity", true);
        }
        known.put("recipients", recipients.of(caseFile).stream().map(p -> row(p, before)).toList());
        known.values().removeIf(v -> v == null);
        return known;
    }

    /** What stands beside the fields; time, place and way to take part are agreed with the family (HAL-68, VGU-55). */
    Map<String, Object> shown(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        var shown = new HashMap<String, Object>();
        if (caseFile.meetingDue() != null) {
            shown.put("meetingDue", caseFile.meetingDue().toString());
        }
        if (caseFile.urgent()) {
            shown.put("urgent", "Det är bråttom: " + caseFile.urgencyReason());
        }
        preparations.of(caseNumber).ifPresent(p -> {
            shown.put("participation", p.agreedParticipation());
            if (p.meetingWishes() != null) {
                shown.put("meetingWishes", p.meetingWishes());
            }
        });
        shown.put("missing", assessments.missing(caseNumber));
        shown.put("preMeeting", checklist.advice(caseFile.county(), caseFile.audience(), Question.PRE_MEETING));
        shown.put("localAgreement", parties.localAgreement(caseNumber).orElse(""));
        List<String> waiting = recipients.waitedFor(caseFile);
        if (!waiting.isEmpty()) {
            shown.put("waiting", waiting);
        }
        List<String> topics = consents.excludedTopics(caseNumber);
        if (!topics.isEmpty()) {
            shown.put("excludedTopics", topics);
        }
        decisions.of(caseNumber).stream().filter(d -> d.tableKey().equals("utskick")).reduce((a, b) -> b)
                .filter(d -> !d.outcome().equals("VALID")).map(DecisionRecord::why)
                .ifPresent(why -> shown.put("hindrance", "Kallelserna kunde inte skickas. " + why));
        return shown;
    }

    private void keepLateReason(String caseNumber, InvitationForm form) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        boolean late = caseFile.meetingDue() != null && form.meetingDate().isAfter(caseFile.meetingDue());
        if (late && !form.lateReason().equals(caseFile.lateReason())) {
            cases.save(caseFile.withLateReason(form.lateReason()));
            log.add(caseNumber, "MEETING_AFTER_RECOMMENDED_DAY", form.lateReason());
        }
    }

    /** A cancelled meeting gives its content, not its time. */
    private static void fill(Map<String, Object> known, Meeting meeting, CaseFile caseFile) {
        known.put("purpose", meeting.purpose());
        known.put("longTermGoal", meeting.longTermGoal());
        known.put("questions", meeting.questions());
        if (meeting.status() == Meeting.Status.BOOKED) {
            known.put("meetingDate", meeting.startsAt().toLocalDate());
            known.put("startTime", meeting.startsAt().toLocalTime());
            known.put("endTime", meeting.endsAt().toLocalTime());
        }
        known.put("meetingForm", meeting.form());
        known.put("place", meeting.place());
        known.put("digitalPreparation", meeting.digitalPreparation());
        boolean convener = meeting.documenter().equals(caseFile.convenerUser());
        known.put("convenerDocuments", convener);
        known.put("documenter", convener ? null : meeting.documenter());
    }

    private static RecipientRow row(Participant participant, List<Invitation> before) {
        Optional<Invitation> last = before.stream().filter(i -> i.participantId().equals(participant.id()))
                .reduce((a, b) -> b);
        String contribution = last.map(Invitation::contribution).orElse(participant.need());
        String name = participant.name() + switch (participant.duty()) {
            case CALLED -> " (kallas)";
            case INVITED -> " (bjuds in)";
        };
        String function = last.map(Invitation::requestedFunction).orElse(null);
        OralContact contact = last.map(Invitation::oralContact).orElse(null);
        return contact == null
                ? new RecipientRow(participant.id(), name, true, null, contribution, function, null, null,
                        null, null)
                : new RecipientRow(participant.id(), name, true, null, contribution, function, contact.taken(),
                        contact.who(), contact.heldOn(), contact.whyNot());
    }
}
