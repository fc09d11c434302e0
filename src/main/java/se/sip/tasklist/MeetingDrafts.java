package se.sip.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.engine.EngineAuthority;
import se.sip.engine.TaskVariables;
import se.sip.meeting.Meeting;
import se.sip.meeting.MeetingClock;
import se.sip.meeting.MeetingClocks;
import se.sip.meeting.Meetings;

/**
 * The plan as it is written while people talk. There is no task of writing it until the meeting has been registered, so
 * what is written is kept with the case; the task goes on from it.
 */
@Component
public class MeetingDrafts {

    private static final String PLAN = "plan";

    private final Drafts drafts;
    private final Forms forms;
    private final FormContexts contexts;
    private final TaskForms tasks;
    private final TaskVariables variables;
    private final Meetings meetings;
    private final MeetingClocks clocks;
    private final RepositoryService repository;
    private final EngineAuthority engine;
    private final Clock clock;

    MeetingDrafts(Drafts drafts, Forms forms, FormContexts contexts, TaskForms tasks, TaskVariables variables,
            Meetings meetings, MeetingClocks clocks, RepositoryService repository, EngineAuthority engine, Clock clock) {
        this.drafts = drafts;
        this.forms = forms;
        this.contexts = contexts;
        this.tasks = tasks;
        this.variables = variables;
        this.meetings = meetings;
        this.clocks = clocks;
        this.repository = repository;
        this.engine = engine;
        this.clock = clock;
    }

    /** The convening unit, while a meeting is booked or its plan is still to be written. */
    public boolean isOpenTo(StaffMember who, CaseFile caseFile) {
        return caseFile.isOpen() && who.worksIn(caseFile.convenerUnit())
                && (meetings.booked(caseFile.number()).isPresent() || tasks.open(caseFile.number(), PLAN).isPresent());
    }

    /**
     * The county's form of the plan, as it was published last, in the order of a meeting: the family is asked about the
     * planning when it has been summed up (VGU-139), not before there is anything to agree to.
     */
    public String planForm(CaseFile caseFile) {
        return engine.unchecked(() -> {
            try (InputStream file = repository.getResourceAsStream(latest(caseFile).getDeploymentId(), "forms/plan.html")) {
                return inTheOrderOfAMeeting(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ProcessDefinition latest(CaseFile caseFile) {
        return engine.unchecked(() -> repository.createProcessDefinitionQuery().processDefinitionKey("sip")
                .tenantIdIn(caseFile.county()).latestVersion().singleResult());
    }

    static String inTheOrderOfAMeeting(String file) {
        Document page = Jsoup.parseBodyFragment(TaskForms.withoutScript(file));
        page.outputSettings().prettyPrint(false);
        page.select("sip-case").remove();
        page.select("sip-show[when=familyAgrees][is=true]").unwrap();
        page.select("sip-section:has([name=familyAgrees])").forEach(section -> page.select("form").first()
                .appendChild(section));
        return page.select("form").outerHtml();
    }

    FormContexts.Context context(CaseFile caseFile, StaffMember who) {
        var context = contexts.ofCase(PLAN, situation(caseFile, who),
                drafts.of(Drafts.atMeeting(caseFile.number())).orElse(null));
        if (context.model() instanceof ObjectNode known && !known.hasNonNull("longTermGoal")) {
            meetings.booked(caseFile.number()).ifPresent(m -> known.put("longTermGoal", m.longTermGoal()));
        }
        return context;
    }

    /**
     * What is missing before the plan can be final, by the same rules as when it is handed in. Whose yes counts is known
     * once it is registered who came, so that is not asked before.
     */
    List<Faults.Fault> missing(CaseFile caseFile, JsonNode content, StaffMember who) {
        return forms.read(forms.required(PLAN), content, situation(caseFile, who)).faults().list().stream()
                .filter(f -> !f.field().endsWith(".confirmed") || Optional.ofNullable(content.at("/" + f.field()
                        .replace("[", "/").replace("]", "").replace(".", "/"))).filter(JsonNode::isBoolean).isEmpty())
                .toList();
    }

    Draft keep(CaseFile caseFile, JsonNode content, StaffMember who, Long madeFrom) {
        return drafts.keep(Drafts.atMeeting(caseFile.number()), who.userId(), content.toString(), madeFrom);
    }

    /** When the meeting that goes on began and paused; empty before it has begun. */
    Optional<MeetingClock> clock(CaseFile caseFile) {
        return meeting(caseFile).flatMap(m -> clocks.of(m.id()));
    }

    MeetingClock mark(CaseFile caseFile, MeetingClocks.Mark mark, long secondsAgo) {
        return clocks.note(meeting(caseFile).orElseThrow().id(), mark, LocalDateTime.now(clock).minusSeconds(secondsAgo)
                .truncatedTo(ChronoUnit.SECONDS));
    }

    private Optional<Meeting> meeting(CaseFile caseFile) {
        return meetings.booked(caseFile.number()).or(() -> meetings.lastHeld(caseFile.number()));
    }

    private FormSituation situation(CaseFile caseFile, StaffMember who) {
        return new FormSituation(caseFile.county(), "mote", latest(caseFile).getId(), caseFile.number(), null, who,
                LocalDate.now(clock), variables.none());
    }
}
