package se.sip.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.casefile.CaseFile;
import se.sip.consent.ConsentAnswer;
import se.sip.deviation.Deviations;
import se.sip.need.OtherMeetings;
import se.sip.preparation.Routing;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.FormReader;

/** Events as they are typed on a page of a case, by the same rules as in Tasklist and over the API. */
@Component
public class TypedEvents {

    /** Faults of these say that the event is not open to somebody in the case as it is, whatever is typed. */
    private static final Set<String> NOT_OPEN = Set.of("caseNumber", "kind");

    /** A page asks for one person who comes, and for whose answer it is in one list. */
    private static final Map<String, String> ON_THE_PAGE = Map.of("unit", "whose", "answeredBy", "whose",
            "answererName", "whose", "attendees", "name", "attendees[0].name", "name", "attendees[0].workRole",
            "workRole", "attendees[0].mandate", "mandate");
    private static final List<String> YES_NO = List.of("suitsFamily", "knownThere", "informationOnly", "present",
            "breakPlanned");
    private static final String OUTSIDE_REGISTER = "namn:";
    private static final String BY_NAME = ":";

    private final MeetingChanges changes;
    private final Routing routing;
    private final OtherMeetings otherMeetings;
    private final CaseEvents events;
    private final HandelseIntake intake;
    private final FormReader reader;
    private final ObjectMapper json;
    private final Deviations deviations;

    TypedEvents(MeetingChanges changes, Routing routing, OtherMeetings otherMeetings, CaseEvents events,
            HandelseIntake intake, FormReader reader, ObjectMapper json, Deviations deviations) {
        this.deviations = deviations;
        this.changes = changes;
        this.routing = routing;
        this.otherMeetings = otherMeetings;
        this.events = events;
        this.intake = intake;
        this.reader = reader;
        this.json = json;
    }

    /** Whether the member may register an event of the kind in the case as it is now. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(StaffMember who, String caseNumber, EventKind kind) {
        return events.faultsOf(EventForm.of(kind).withCaseNumber(caseNumber), who).list().stream()
                .noneMatch(fault -> NOT_OPEN.contains(fault.field()));
    }

    /** Whether the member may correct an answer of the sort in the case as it is now. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(StaffMember who, String caseNumber, AnsweredTo answeredTo) {
        return events.faultsOf(EventForm.of(EventKind.ANSWER_CORRECTED).withCaseNumber(caseNumber)
                .withAnswerTo(answeredTo), who).list().stream().noneMatch(fault -> NOT_OPEN.contains(fault.field()));
    }

    /** Whether the county wants the family asked before a meeting is moved (HAL-28). */
    public boolean asksFamily(String county) {
        return changes.of(county, MeetingChanges.Change.MOVED).askFamily();
    }

    /** Whether the county calls some units only where the person has contact with them (HAL-14). */
    public boolean asksContact(String county) {
        return routing.asksContact(county);
    }

    /** Whether a deviation that concerns both principals is made in each one's system (BOR-81). */
    public boolean asksPrincipals(String county) {
        return deviations.isCopiedIn(county);
    }

    /** Other kinds of meeting by value, with what they are called; empty where the county has none (HAL-17). */
    public Map<String, String> otherMeetings(CaseFile caseFile) {
        var offered = new LinkedHashMap<String, String>();
        otherMeetings.offered(caseFile).forEach(a -> offered.put(a.value(), a.label()));
        return offered;
    }

    /**
     * @param typed text by field of {@link EventForm}
     * @throws FaultyFormException with everything that is wrong
     */
    public EventForm read(String caseNumber, EventKind kind, Map<String, String> typed, StaffMember who) {
        ObjectNode fields = json.createObjectNode();
        typed.forEach(fields::put);
        fields.put("caseNumber", caseNumber).put("kind", kind.name());
        for (String yesNo : YES_NO) {
            if (fields.hasNonNull(yesNo)) {
                fields.put(yesNo, Boolean.parseBoolean(fields.get(yesNo).asText()));
            }
        }
        if (isAnswer(kind)) {
            answer(fields);
        }
        try {
            return reader.read(intake, fields, who);
        } catch (FaultyFormException e) {
            var beside = new Faults();
            e.faults().list().forEach(f -> beside.add(isAnswer(kind) ? ON_THE_PAGE.getOrDefault(f.field(), f.field())
                    : f.field(), f.message()));
            throw new FaultyFormException(beside);
        }
    }

    /** Whose answer it is, as a page lists it: by unit, or by name for somebody outside the register. */
    public static String whose(String unitId, String name) {
        return unitId == null ? OUTSIDE_REGISTER + name : unitId;
    }

    /** Whose answer about consent it is, as a page lists it. */
    public static String whose(ConsentAnswer answer) {
        return answer.answerer() + (answer.name() == null ? "" : BY_NAME + answer.name());
    }

    private static boolean isAnswer(EventKind kind) {
        return kind == EventKind.ANSWER_CORRECTED || kind == EventKind.ANSWER_CHANGED;
    }

    private static void answer(ObjectNode fields) {
        String whose = fields.path("whose").asText("");
        fields.remove("whose");
        if (AnsweredTo.CONSENT.name().equals(fields.path("answerTo").asText())) {
            String[] parts = whose.split(BY_NAME, 2);
            fields.put("answeredBy", whose.isEmpty() ? null : parts[0]);
            fields.put("answererName", parts.length == 2 ? parts[1] : null);
        } else if (whose.startsWith(OUTSIDE_REGISTER)) {
            fields.put("partyName", whose.substring(OUTSIDE_REGISTER.length()));
        } else if (!whose.isEmpty()) {
            fields.put("unit", whose);
        }
        ObjectNode person = fields.objectNode();
        for (String field : List.of("name", "workRole", "mandate")) {
            if (fields.hasNonNull(field)) {
                person.set(field, fields.get(field));
            }
            fields.remove(field);
        }
        if (person.has("mandate")) {
            person.put("mandate", Boolean.parseBoolean(person.get("mandate").asText()));
        }
        if (!person.isEmpty()) {
            fields.putArray("attendees").add(person);
        }
    }
}
