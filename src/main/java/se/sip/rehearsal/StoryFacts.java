package se.sip.rehearsal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.consent.Consents;
import se.sip.decision.DecisionRecord;
import se.sip.decision.DecisionRecords;
import se.sip.engine.CaseProcesses;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.meeting.Meetings;
import se.sip.plan.Plans;

/** What is true about a made-up case when it has been played, read from the records. */
@Component
@Profile(RehearsalRun.PROFILE)
class StoryFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String ROUTING = "mottagare";

    private final CaseFiles cases;
    private final ParticipantRepository participants;
    private final Invitations invitations;
    private final DecisionRecords decisions;
    private final Consents consents;
    private final Meetings meetings;
    private final Plans plans;
    private final CaseProcesses processes;

    StoryFacts(CaseFiles cases, ParticipantRepository participants, Invitations invitations, DecisionRecords decisions,
            Consents consents, Meetings meetings, Plans plans, CaseProcesses processes) {
        this.cases = cases;
        this.participants = participants;
        this.invitations = invitations;
        this.decisions = decisions;
        this.consents = consents;
        this.meetings = meetings;
        this.plans = plans;
        this.processes = processes;
    }

    /** Units that convene the case. */
    List<String> conveners(String number) {
        return Optional.ofNullable(cases.byNumber(number).convenerUnit()).map(List::of).orElse(List.of());
    }

    /** @param number null where no case came into being */
    PlayedStory of(String number, List<PlayedStory.Passing> path, String stopped, boolean broken) {
        Optional<CaseFile> found = number == null ? Optional.empty() : cases.find(number);
        if (found.isEmpty()) {
            return new PlayedStory(path, List.of(), List.of(), "Inget ärende blev till", stopped, broken);
        }
        return new PlayedStory(path, dates(found.get()), asked(found.get()), outcome(found.get()), stopped, broken);
    }

    private List<PlayedStory.NamedDate> dates(CaseFile caseFile) {
        var dates = new ArrayList<PlayedStory.NamedDate>();
        String number = caseFile.number();
        add(dates, "Behovet upptäckt", caseFile.discoveredOn());
        add(dates, "Mötet senast", caseFile.meetingDue());
        consents.endsOn(number).ifPresent(day -> add(dates, "Samtycket gäller till och med", day));
        meetings.of(number).forEach(meeting -> add(dates, switch (meeting.status()) {
            case BOOKED -> "Möte bokat";
            case CANCELLED -> "Möte inställt";
            case HELD -> "Möte hållet";
        }, meeting.heldFrom() == null ? meeting.startsAt() : meeting.heldFrom()));
        plans.current(number).ifPresent(plan -> add(dates, "Uppföljning", plan.followUpOn()));
        add(dates, "Avslutat", caseFile.endedAt());
        return dates;
    }

    private static void add(List<PlayedStory.NamedDate> dates, String name, LocalDate day) {
        if (day != null) {
            dates.add(new PlayedStory.NamedDate(name, day.toString()));
        }
    }

    private static void add(List<PlayedStory.NamedDate> dates, String name, LocalDateTime moment) {
        if (moment != null) {
            dates.add(new PlayedStory.NamedDate(name, moment.format(MOMENT)));
        }
    }

    private List<PlayedStory.Asked> asked(CaseFile caseFile) {
        String number = caseFile.number();
        List<Invitation> sent = invitations.of(number).stream().filter(one -> one.sentAt() != null).toList();
        List<DecisionRecord> made = decisions.of(number).stream().filter(one -> one.tableKey().equals(ROUTING)).toList();
        return participants.findByCaseNumberOrderById(number).stream().map(one -> {
            String why = made.stream().filter(decision -> ("deltagare:" + one.id()).equals(decision.subject()))
                    .map(DecisionRecord::why).collect(Collectors.toCollection(LinkedHashSet::new)).stream()
                    .collect(Collectors.joining(" "));
            return new PlayedStory.Asked(one.name(), how(one, sent, caseFile), List.copyOf(one.clauses().values()), why);
        }).sorted(Comparator.comparing(PlayedStory.Asked::name)).toList();
    }

    private static String how(Participant one, List<Invitation> sent, CaseFile caseFile) {
        boolean called = one.duty() == Participant.Duty.CALLED;
        Optional<Invitation> invitation = sent.stream().filter(i -> one.id().equals(i.participantId())).findFirst();
        if (invitation.isPresent()) {
            return (called ? "kallad " : "inbjuden ") + invitation.get().sentAt().toLocalDate();
        }
        if (one.unitId() != null && one.unitId().equals(caseFile.convenerUnit())) {
            return "kallar till mötet";
        }
        if (one.isContactedFirst()) {
            return "kontaktas först";
        }
        return one.status() == Participant.Status.REMOVED ? "är inte längre med"
                : called ? "ska kallas, kallelsen är inte skickad" : "ska bjudas in, inbjudan är inte skickad";
    }

    private String outcome(CaseFile caseFile) {
        if (!caseFile.isOpen()) {
            return "Avslutat: " + caseFile.endKind().swedish();
        }
        String waits = processes.openTasks(caseFile.number()).stream()
                .map(task -> task.name() + (task.due() == null ? "" : " (senast " + task.due() + ")")).distinct().sorted()
                .collect(Collectors.joining(", "));
        return "Pågår, " + caseFile.phase().swedish() + (waits.isEmpty() ? "; inga uppgifter är öppna"
                : "; väntar på: " + waits);
    }
}
